package io.iolaus.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.prompt.PromptSketch;
import org.junit.jupiter.api.Test;

class SharedValuesTest {

  private final SharedValues shared = new SharedValues();

  @Test
  void equalValuesBecomeOneObject() {
    String text = copy("203.0.113.7");
    assertThat(shared.same(text)).isSameAs(text);
    assertThat(shared.same(copy("203.0.113.7"))).isSameAs(text);
    PromptSketch sketch = new PromptSketch(5, new long[] {1, 2});
    assertThat(shared.same(sketch)).isSameAs(sketch);
    assertThat(shared.same(new PromptSketch(5, new long[] {1, 2}))).isSameAs(sketch);
  }

  @Test
  void whatCollidesStaysWhatItIs() {
    SharedValues narrow = SharedValues.none();
    for (int round = 0; round < 2; round++) {
      for (String text : new String[] {"a", "b", "", "c"}) {
        assertThat(narrow.same(copy(text))).isEqualTo(text);
      }
    }
    // One key, other shingles.
    shared.same(new PromptSketch(5, new long[] {1, 2}));
    assertThat(shared.same(new PromptSketch(5, new long[] {3})).shingles()).containsExactly(3);
  }

  private static String copy(String text) {
    return new String(text.toCharArray());
  }
}
