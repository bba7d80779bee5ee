package io.iolaus.simulate.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.simulate.random.RandomStream;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrammarTest {

  private final Grammar grammar =
      new Grammar("words.grammar", "free.grammar", "templates.grammar", "campaign.grammar");

  @Test
  void frozenTemplateKeepsItsWordsAndVariesItsSlots() {
    TextSource template = grammar.freeze("viral", RandomStream.of(1));

    String one = template.text(RandomStream.of(2));
    String two = template.text(RandomStream.of(3));

    assertThat(one).isNotEqualTo(two);
    String common = one.substring(0, one.indexOf("I like"));
    assertThat(two).startsWith(common).doesNotContain("[", "]", "{", "}");
  }

  @Test
  void freeTextHardlyRepeats() {
    TextSource message = grammar.rule("message");
    Set<String> seen = new HashSet<>();
    RandomStream random = RandomStream.of(4);
    for (int i = 0; i < 10_000; i++) {
      seen.add(message.text(random));
    }
    assertThat(seen).hasSizeGreaterThan(9_800);
  }

  @Test
  void noMarkupIsLeftOver() {
    RandomStream random = RandomStream.of(5);
    for (String rule : new String[] {"message", "public", "product", "job", "head-tool-use"}) {
      for (int i = 0; i < 500; i++) {
        assertThat(grammar.rule(rule).text(random)).doesNotContain("[", "]", "{", "}", "<", ">");
      }
    }
  }

  @Test
  void unknownRuleIsRefused() {
    assertThatThrownBy(() -> grammar.freeze("no-such-rule", RandomStream.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-rule");
  }

  @Test
  void foreignLanguagesAreTheirOwn() {
    String chinese = ForeignLanguage.of("zh").free().text(RandomStream.of(6));
    assertThat(chinese).matches("[\\u4e00-\\u9fff。\\s]+");
  }
}
