package io.iolaus.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.iolaus.core.prompt.FingerprintException.Problem;
import io.iolaus.core.secret.SiteSecret;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintsTest {

  private final PromptSketcher sketcher = new PromptSketcher(PromptSketcherTest.secret(1));
  private final Fingerprints fingerprints = new Fingerprints(PromptSketcherTest.secret(1));

  @ParameterizedTest
  @MethodSource("lengths")
  void bringsEverySketchBack(int words) {
    PromptSketch sketch = sketcher.sketch(new Prose(new Random(words)).words(words, words));
    String text = fingerprints.encode(sketch);
    assertThat(text)
        .matches("p1\\.[A-Za-z0-9_-]{8}\\.[A-Za-z0-9_-]+")
        .hasSizeLessThanOrEqualTo(285);
    assertThat(fingerprints.decode(text)).isEqualTo(sketch);
  }

  static IntStream lengths() {
    return IntStream.of(1, 2, 3, 5, 8, 20, 50, 400);
  }

  @Test
  void bringsWideHashesAndNoneBack() {
    PromptSketch wide = new PromptSketch(-1, new long[] {Long.MIN_VALUE, -5, 0, Long.MAX_VALUE});
    PromptSketch none = new PromptSketch(7, new long[0]);
    assertThat(fingerprints.decode(fingerprints.encode(wide))).isEqualTo(wide);
    assertThat(fingerprints.decode(fingerprints.encode(none))).isEqualTo(none);
  }

  @Test
  void recognisesAnotherSitesKey() {
    String text =
        new Fingerprints(PromptSketcherTest.secret(2)).encode(sketcher.sketch("Hello there"));
    assertProblem(text, Problem.OTHER_KEY);
  }

  @Test
  void recognisesAnUnknownVersion() {
    String text = fingerprints.encode(sketcher.sketch("Hello there"));
    assertProblem("p2" + text.substring(2), Problem.UNKNOWN_VERSION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "p1", "p1..", "hello", "p1.AAAA", "px.AAAAAAAA.BBBB", "..", "p1.A!AAAAAA.AA"})
  void refusesWhatIsNoFingerprint(String text) {
    assertProblem(text, Problem.MALFORMED);
  }

  @Test
  void refusesEveryCutAndEveryChangeOfTheLength() {
    String text = fingerprints.encode(sketcher.sketch("Hello there, how are you today?"));
    int payload = text.lastIndexOf('.') + 1;
    for (int end = payload; end < text.length(); end++) {
      // Cutting whole shingles off leaves a sketch of fewer: the only cut that cannot be seen.
      int bytes = (end - payload) * 6 / 8;
      if ((end - payload) % 8 != 4 && (bytes < 9 || (bytes - 9) % 6 != 0)) {
        assertProblem(text.substring(0, end), Problem.MALFORMED);
      }
    }
    assertProblem(text + "A", Problem.MALFORMED);
    assertProblem(text + "=", Problem.MALFORMED);
  }

  @Test
  void refusesASecondTextOfASketch() {
    String text = fingerprints.encode(new PromptSketch(7, new long[] {1}));
    String head = text.substring(0, text.lastIndexOf('.') + 1);
    ByteBuffer wide = ByteBuffer.allocate(17).put((byte) 8).putLong(7).putLong(1);
    String needlesslyWide = Base64.getUrlEncoder().withoutPadding().encodeToString(wide.array());
    assertProblem(head + needlesslyWide, Problem.MALFORMED);
    // Nine bytes fill twelve characters, seventeen leave two bits of the last one unused.
    String odd = fingerprints.encode(new PromptSketch(7, new long[] {Long.MIN_VALUE}));
    char last = odd.charAt(odd.length() - 1);
    assertThat(last).isEqualTo('A');
    assertProblem(odd.substring(0, odd.length() - 1) + 'B', Problem.MALFORMED);
  }

  private void assertProblem(String text, Problem problem) {
    assertThatThrownBy(() -> fingerprints.decode(text))
        .asInstanceOf(type(FingerprintException.class))
        .extracting(FingerprintException::problem)
        .isEqualTo(problem);
  }

  @Test
  void readsThoseMadeUnderTheKeyBefore() {
    SiteSecret before = PromptSketcherTest.secret(7);
    byte[] next = new byte[SiteSecret.KEY_BYTES];
    SiteSecret now = before.followedBy(next);
    PromptSketch sketch = new PromptSketcher(before).sketch("Hello there, how are you today?");
    String text = new Fingerprints(before).encode(sketch);
    assertThat(new Fingerprints(now).decode(text)).isEqualTo(sketch);
    assertThatThrownBy(() -> new Fingerprints(SiteSecret.of(next)).decode(text))
        .isInstanceOf(FingerprintException.class);
    assertThat(new Fingerprints(now).encode(sketch))
        .isEqualTo(new Fingerprints(SiteSecret.of(next)).encode(sketch));
  }
}
