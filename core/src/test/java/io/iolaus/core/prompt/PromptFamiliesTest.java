package io.iolaus.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromptFamiliesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 4, 22);
  private static final String TEMPLATE =
      "You will see a passage. Write three exam questions that test understanding, then grade the"
          + " sample reply. Passage: %s Finish with the word done.";

  private final PromptSketcher sketcher = new PromptSketcher(PromptSketcherTest.secret(1));
  private final Prose prose = new Prose(new Random(1));

  @Test
  void findsNothingInNothing() {
    assertThat(PromptFamilies.find("p", 0, _ -> SampledPrompts.NONE).families()).isEmpty();
    assertThat(PromptFamilies.find("p", 3, _ -> SampledPrompts.NONE).families()).isEmpty();
  }

  @Test
  void bringsFillsOfOneTemplateTogether() {
    List<PromptReservoir> accounts = accounts(6);
    List<PromptSketch> fills = new ArrayList<>();
    for (int account = 0; account < 6; account++) {
      for (int i = 0; i <= account % 2; i++) {
        fills.add(add(accounts, account, TEMPLATE.formatted(prose.words(50, 150)), 3));
      }
      add(accounts, account, prose.words(20, 60), 1);
    }
    PromptFamilies families = find(accounts);
    assertThat(families.families()).hasSize(1);
    PromptFamily family = families.families().getFirst();
    assertThat(family.prompts()).isEqualTo(9);
    assertThat(family.accounts()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(family.sampled()).containsExactly(1, 2, 1, 2, 1, 2);
    assertThat(family.weights()).containsExactly(3, 6, 3, 6, 3, 6);
    assertThat(family.skeleton()).isSorted().hasSizeGreaterThanOrEqualTo(5);
    assertThat(family.id()).startsWith("p-");
    assertThat(fills).allMatch(fill -> families.familyOf(fill).orElse(-1) == 0);
  }

  @Test
  void takesATemplateOfTwoAccountsForNone() {
    List<PromptReservoir> accounts = accounts(2);
    for (int i = 0; i < 20; i++) {
      add(accounts, i % 2, TEMPLATE.formatted(prose.words(50, 150)), 1);
    }
    assertThat(find(accounts).families()).isEmpty();
  }

  @Test
  void takesOneTextOfTwoAccountsForAFamily() {
    List<PromptReservoir> accounts = accounts(3);
    String text = prose.words(20, 30);
    PromptSketch shared = add(accounts, 0, text, 4);
    add(accounts, 2, text.toUpperCase(), 5);
    add(accounts, 1, prose.words(20, 30), 1);
    PromptFamilies families = find(accounts);
    assertThat(families.families()).hasSize(1);
    assertThat(families.families().getFirst().accounts()).containsExactly(0, 2);
    assertThat(families.families().getFirst().weights()).containsExactly(4, 5);
    assertThat(families.familyOf(shared)).hasValue(0);
  }

  @Test
  void findsTheSameWhateverTheOrderOfAccountsAndPrompts() {
    FamilyTrial trial = FamilyTrial.of("order", Template.read("templates-train.txt"), 6, 500, 20);
    List<LabelledPrompt> prompts = new ArrayList<>(trial.prompts());
    List<List<String>> results = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      Random random = new Random(run);
      List<Integer> numbers = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
      Collections.shuffle(numbers, random);
      Collections.shuffle(prompts, random);
      List<PromptReservoir> accounts = accounts(300);
      for (LabelledPrompt prompt : prompts) {
        add(accounts, numbers.get(prompt.account()), prompt.text(), 1);
      }
      PromptFamilies families = find(accounts);
      results.add(
          trial.prompts().stream()
              .map(prompt -> {
                var family = families.familyOf(sketcher.sketch(prompt.text()));
                return family.isPresent()
                    ? families.families().get(family.getAsInt()).id()
                    : "none";
              })
              .toList());
    }
    assertThat(results.get(1)).isEqualTo(results.getFirst());
    assertThat(results.get(2)).isEqualTo(results.getFirst());
  }

  @Test
  void keepsItsNameWhenUnrelatedPromptsAndMoreFillsArrive() {
    List<PromptReservoir> accounts = accounts(60);
    for (int account = 0; account < 20; account++) {
      add(accounts, account, TEMPLATE.formatted(prose.words(50, 150)), 1);
    }
    String before = find(accounts).families().getFirst().id();
    for (int account = 0; account < 60; account++) {
      add(accounts, account, prose.words(20, 120), 1);
      add(accounts, account, TEMPLATE.formatted(prose.words(5, 250)), 1);
    }
    assertThat(find(accounts).families()).extracting(PromptFamily::id).contains(before);
  }

  /// Each prompt has four of thirty lines, and neighbours have three in common: by what mostly goes
  /// together all lines hang together, but no prompt shows more than a seventh of that.
  @Test
  void linesThatChainAreNoSkeletonThatNoPromptShows() {
    List<String> lines = IntStream.range(0, 30).mapToObj(_ -> prose.words(20, 22)).toList();
    List<PromptReservoir> accounts = accounts(120);
    List<PromptSketch> sketches = new ArrayList<>();
    for (int account = 0; account < 120; account++) {
      StringBuilder text = new StringBuilder();
      for (int line = account; line < account + 4; line++) {
        text.append(lines.get(line % 30)).append(". ");
      }
      sketches.add(add(accounts, account, text + "Case " + account, 1));
    }
    PromptFamilies families = find(accounts);
    assertThat(sketches.stream().filter(s -> families.familyOf(s).isPresent()).count())
        .isGreaterThan(100);
  }

  @Test
  void findsTemplatesInLanguagesWithoutSpaces() {
    List<PromptReservoir> accounts = accounts(5);
    Random random = new Random(3);
    for (int account = 0; account < 5; account++) {
      StringBuilder passage = new StringBuilder();
      for (int i = 0; i < 120; i++) {
        passage.appendCodePoint(0x4E00 + random.nextInt(3000));
      }
      add(accounts, account, "请仔细阅读下面的文章，然后提出三个问题并给出参考答案：" + passage, 1);
    }
    assertThat(find(accounts).families()).hasSize(1);
  }

  private PromptSketch add(List<PromptReservoir> accounts, int account, String text, long count) {
    PromptSketch sketch = sketcher.sketch(text);
    accounts.get(account).add(false, sketch, DAY, count);
    return sketch;
  }

  private static List<PromptReservoir> accounts(int size) {
    return IntStream.range(0, size).mapToObj(_ -> new PromptReservoir()).toList();
  }

  private static PromptFamilies find(List<PromptReservoir> accounts) {
    return PromptFamilies.find(
        "p", accounts.size(), account -> accounts.get(account).sampled(false));
  }
}
