package io.iolaus.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.iolaus.core.evidence.Bounds;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.explain.Explanation.FacetReading;
import io.iolaus.core.explain.Standing.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One cluster of ten on one card, one device and one skeleton, among a thousand owners.
class ExplanationTest {

  private static final ShownLink CARD = new ShownLink(Sign.INSTRUMENT, "pi", null, 1, true, true);
  private static final ShownLink DEVICE =
      new ShownLink(Sign.IDENTIFIER, "device:d", null, 1, true, true);
  private static final ShownLink SKELETON = new ShownLink(Sign.PROMPTS, "pf", null, 1, true, true);
  private static final ShownLink OTHER_CARD =
      new ShownLink(Sign.INSTRUMENT, "own", null, 1, true, false);

  private static final StoredProfile PROFILE = profile(true);

  private static StoredProfile profile(boolean anchors) {
    return new StoredProfile(
        10,
        1_000,
        0.6,
        new double[] {1, 0, 1, 1, 0, 0},
        List.of(
            row(Sign.INSTRUMENT, "pi", anchors),
            row(Sign.IDENTIFIER, "device:d", anchors),
            row(Sign.PROMPTS, "pf", false)),
        Bounds.PRIORS);
  }

  private static ProfileRow row(Sign sign, String key, boolean anchor) {
    return new ProfileRow(
        sign.detector(),
        sign.facet(),
        sign.type(),
        key,
        10,
        12,
        10,
        2,
        sign == Sign.PROMPTS ? 0.4 : 1,
        sign == Sign.PROMPTS ? 0.9 : 0,
        sign == Sign.INSTRUMENT,
        anchor);
  }

  private static CountedLinks counted(boolean active) {
    return new CountedLinks(new int[] {0, 1, 2}, new float[] {1, 1, 1}, 0.1, 0.9, active);
  }

  private static AccountView view(ShownLink... links) {
    return new AccountView("a", List.of(links), true, false, false);
  }

  private static Explanation member(boolean labelled, ShownLink... links) {
    return Explanation.of(new Weighing(PROFILE, view(links), counted(true), labelled));
  }

  @Test
  void bitsAreThePriorAndWhatEachFacetAdds() {
    Explanation explanation = member(true, CARD, DEVICE, SKELETON);
    assertThat(explanation.now().state()).isEqualTo(State.LABELLED);
    assertThat(explanation.prior()).isCloseTo(-6.64, within(0.01));
    double sum = explanation.prior();
    for (FacetReading facet : explanation.facets()) {
      sum += facet.bits();
      assertThat(facet.without().bits())
          .isCloseTo(explanation.now().bits() - facet.bits(), within(1e-9));
    }
    assertThat(explanation.now().bits()).isCloseTo(sum, within(1e-9));
    assertThat(explanation.obstacles()).isEmpty();
  }

  @Test
  void aPathTellsHowManyOthersShowItAndHowManyElsewhere() {
    FacetReading prompt = member(true, CARD, DEVICE, SKELETON).facets().getLast();
    assertThat(prompt.facet()).isEqualTo(Facet.PROMPT);
    assertThat(prompt.paths()).hasSize(1);
    assertThat(prompt.paths().getFirst().others()).isEqualTo(9);
    assertThat(prompt.paths().getFirst().row().elsewhere()).isEqualTo(2);
    assertThat(prompt.paths().getFirst().row().discounted()).isTrue();
  }

  @Test
  void withoutItsPromptsAnAccountHasNoShareInThePurposeButItsAim() {
    Explanation explanation = member(true, CARD, DEVICE, SKELETON);
    assertThat(explanation.now().own()).isEqualTo(0.9);
    assertThat(explanation.facets().getLast().without().own()).isEqualTo(0.1);
    assertThat(explanation.facets().getLast().without().state()).isEqualTo(State.REVIEW);
    assertThat(explanation.freed().orElseThrow().links()).containsExactly(SKELETON);
  }

  @Test
  void aCardOfItsOwnWhereTheClusterIsOfOneMindSpeaksAgainstIt() {
    Explanation explanation = member(true, OTHER_CARD, DEVICE, SKELETON);
    assertThat(explanation.now().bits(Facet.PAYMENT)).isLessThan(-5);
    assertThat(explanation.facets().getFirst().paths()).isEmpty();
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(member(false, CARD, DEVICE, SKELETON).obstacles())
        .containsExactly(Obstacle.CLUSTER_FOR_REVIEW);
    assertThat(member(true, CARD).obstacles()).contains(Obstacle.FEW_FACETS);
    Weighing stranger = new Weighing(PROFILE, view(CARD, DEVICE), null, true);
    assertThat(stranger.standing().state()).isEqualTo(State.REVIEW);
    assertThat(Obstacle.of(stranger, stranger.standing())).containsExactly(Obstacle.ELSEWHERE);
  }

  @Test
  void contractsAndVerdictsKeepAnAccountWhereItIs() {
    AccountView seat = new AccountView("a", List.of(CARD, DEVICE, SKELETON), true, true, false);
    assertThat(Explanation.of(new Weighing(PROFILE, seat, null, true)).obstacles())
        .containsExactly(Obstacle.CONTRACT);
    AccountView cleared = new AccountView("a", List.of(CARD, DEVICE, SKELETON), true, false, true);
    Explanation now = Explanation.of(new Weighing(PROFILE, cleared, counted(true), true));
    assertThat(now.now().state()).isEqualTo(State.OUTSIDE);
    assertThat(now.obstacles()).containsExactly(Obstacle.LEGITIMATE);
  }

  @Test
  void aMemberWithoutAPartOfItsOwnIsFreedByWhatGivesItOne() {
    Weighing passive = new Weighing(PROFILE, view(CARD, DEVICE, SKELETON), counted(false), true);
    assertThat(passive.standing().state()).isEqualTo(State.LABELLED);
    Weighing bystander = new Weighing(PROFILE, view(DEVICE, SKELETON), counted(false), true);
    assertThat(bystander.standing().state()).isEqualTo(State.REVIEW);
    assertThat(Obstacle.of(bystander, bystander.standing())).containsExactly(Obstacle.BYSTANDER);
  }

  @Test
  void whatTiesItToAHandfulDoesNotIdentifyIt() {
    Weighing friend =
        new Weighing(profile(false), view(CARD, DEVICE, SKELETON), counted(true), true);
    assertThat(friend.standing().state()).isEqualTo(State.REVIEW);
    assertThat(Obstacle.of(friend, friend.standing())).containsExactly(Obstacle.HANDFUL);
  }

  @Test
  void anAddressTakesItsRangeAlongWhenItWasTheLastOne() {
    ShownLink first = new ShownLink(Sign.ADDRESS, "203.0.113.7", "203.0.113.0/24", 1, true, true);
    ShownLink second = new ShownLink(Sign.ADDRESS, "203.0.113.8", "203.0.113.0/24", 1, true, true);
    ProfileRow range =
        new ProfileRow(
            Sign.RANGE.detector(),
            Facet.NETWORK,
            "Network",
            "203.0.113.0/24",
            10,
            12,
            10,
            2,
            1,
            0,
            false,
            false);
    StoredProfile profile =
        new StoredProfile(10, 1_000, 0.6, new double[6], List.of(range), Bounds.PRIORS);
    Weighing both = new Weighing(profile, view(first, second), null, true);
    assertThat(both.standing().bits(Facet.NETWORK)).isGreaterThan(3);
    java.util.BitSet one = new java.util.BitSet();
    one.set(1);
    assertThat(both.standing(one).bits(Facet.NETWORK)).isGreaterThan(3);
    assertThat(both.standing(new java.util.BitSet()).bits(Facet.NETWORK)).isZero();
  }
}
