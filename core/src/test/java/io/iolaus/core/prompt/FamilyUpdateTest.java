package io.iolaus.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FamilyUpdateTest {

  private static final LocalDate DAY = LocalDate.of(2026, 4, 22);
  private static final String TEMPLATE =
      "You will see a passage. Write three exam questions that test understanding, then grade the"
          + " sample reply. Passage: %s Finish with the word done.";

  private final PromptSketcher sketcher = new PromptSketcher(PromptSketcherTest.secret(1));
  private final Prose prose = new Prose(new Random(1));
  private final List<PromptReservoir> accounts = new ArrayList<>();
  private final List<SampledPrompts> before = new ArrayList<>();
  private PromptFamilies families = PromptFamilies.find("p", 0, _ -> SampledPrompts.NONE);

  /// Six accounts that fill a template, and send something of their own.
  FamilyUpdateTest() {
    for (int account = 0; account < 6; account++) {
      accounts.add(new PromptReservoir());
      send(account, TEMPLATE.formatted(prose.words(50, 150)), 3);
      send(account, prose.words(20, 60), 1);
    }
    accounts.forEach(account -> before.add(sampled(account)));
    families = PromptFamilies.find("p", accounts.size(), before::get);
    assertThat(families.families()).hasSize(1);
  }

  private void send(int account, String text, long count) {
    accounts.get(account).add(false, sketcher.sketch(text), DAY, count);
  }

  private static SampledPrompts sampled(PromptReservoir account) {
    return account.sampled(false);
  }

  private PromptFamilies continued(int... changed) {
    BitSet others = new BitSet();
    IntStream.of(changed).forEach(others::set);
    return families.continued(
        others,
        a -> a < before.size() ? before.get(a) : SampledPrompts.NONE,
        a -> sampled(accounts.get(a)));
  }

  private static PromptFamily only(PromptFamilies families) {
    return families.families().getFirst();
  }

  @Test
  void whoSendsWhatWasSentBeforeStaysWhereItWas() {
    PromptFamily known = only(families);
    PromptFamily now = only(continued(0, 1, 2, 3, 4, 5));
    assertThat(now.accounts()).isEqualTo(known.accounts());
    assertThat(now.sampled()).isEqualTo(known.sampled());
    assertThat(now.weights()).isEqualTo(known.weights());
    assertThat(now.prompts()).isEqualTo(known.prompts());
  }

  @Test
  void anotherFillIsOfTheFamily() {
    accounts.add(new PromptReservoir());
    send(6, TEMPLATE.formatted(prose.words(50, 150)), 5);
    send(6, prose.words(50, 150), 1);
    PromptFamilies now = continued(6);
    assertThat(only(now).accounts()).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(only(now).weights()).containsExactly(3, 3, 3, 3, 3, 3, 5);
    assertThat(only(now).prompts()).isEqualTo(only(families).prompts() + 1);
    assertThat(now.familiesOf(sampled(accounts.get(6)))).containsExactlyInAnyOrder(0, -1);
  }

  @Test
  void whatWasOfNoFamilyIsOfNone() {
    assertThat(continued(2).familiesOf(before.get(2))).containsExactlyInAnyOrder(0, -1);
    PromptFamilies now = continued(0, 1, 2, 3, 4, 5);
    for (int account = 0; account < 6; account++) {
      assertThat(now.familiesOf(before.get(account)))
          .isEqualTo(families.familiesOf(before.get(account)));
    }
  }

  @Test
  void whatIsGoneIsOfNobody() {
    accounts.set(3, new PromptReservoir());
    assertThat(only(continued(3)).accounts()).containsExactly(0, 1, 2, 4, 5);
  }

  @Test
  void moreOfTheSameCounts() {
    accounts.set(4, new PromptReservoir());
    String text = TEMPLATE.formatted(prose.words(50, 150));
    send(4, text, 7);
    send(4, text, 2);
    assertThat(only(continued(4)).weights()).containsExactly(3, 3, 3, 3, 9, 3);
  }
}
