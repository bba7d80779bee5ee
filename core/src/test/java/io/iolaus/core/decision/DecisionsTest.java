package io.iolaus.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.evidence.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What of many decisions holds, and what contradicts what.
class DecisionsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private int number;

  private Decision decide(
      DecisionKind kind, String by, int hour, @Nullable String cluster, String... accounts) {
    return new Decision(
        Decision.id(++number),
        kind,
        by,
        NOON.plusSeconds(3_600L * hour),
        List.of(accounts),
        cluster,
        cluster == null ? List.of() : List.of("m-1", "m-2", "m-3"),
        cluster == null ? 0 : 2);
  }

  private Decision same(String... accounts) {
    return decide(DecisionKind.SAME, "ana", number, null, accounts);
  }

  private Decision different(String... accounts) {
    return decide(DecisionKind.DIFFERENT, "ana", number, null, accounts);
  }

  private static Held held(Decision... decisions) {
    return Held.of(List.of(decisions), Instant.MAX);
  }

  private static Bonds bonds(Decision... decisions) {
    return new Bonds(held(decisions), UnaryOperator.identity());
  }

  @Test
  void whatAPersonDecidedLaterAboutTheSameOvertakes() {
    Decision first = decide(DecisionKind.DIFFERENT, "ana", 1, null, "a", "b");
    Decision others = decide(DecisionKind.DIFFERENT, "ben", 1, null, "b", "a");
    Decision later = decide(DecisionKind.UNSURE, "ana", 2, null, "b", "a");
    Held held = held(later, others, first);
    assertThat(held.all()).containsExactly(others, later);
    assertThat(held.overtaking(first.id())).contains(later.id());
    assertThat(held.pairs(DecisionKind.DIFFERENT)).containsExactly(others);
  }

  @Test
  void anEarlierMomentKnowsNothingOfLaterDecisions() {
    Decision early = decide(DecisionKind.SAME, "ana", 1, null, "a", "b");
    Decision late = decide(DecisionKind.UNSURE, "ana", 3, null, "a", "b");
    assertThat(Held.of(List.of(early, late), NOON.plusSeconds(7_200)).all()).containsExactly(early);
  }

  @Test
  void clustersAreDecidedAboutAsWholes() {
    Held held =
        held(
            decide(DecisionKind.CONFIRMED, "ana", 1, "c-1"),
            decide(DecisionKind.FALSE_POSITIVE, "ben", 1, "c-2"));
    Opinions opinions = new Opinions();
    opinions.add(held);
    // confirmed: who was labelled; false positive: everybody; both judge m-1 and disagree
    assertThat(opinions.of("m-1")).isEqualTo(Verdict.OPEN);
    assertThat(opinions.of("m-3")).isEqualTo(Verdict.LEGITIMATE);
    assertThat(held.confirmed()).containsOnlyKeys("c-1");
    assertThat(
            held(
                    decide(DecisionKind.CONFIRMED, "ana", 1, "c-1"),
                    decide(DecisionKind.FALSE_POSITIVE, "ben", 1, "c-1"))
                .confirmed())
        .isEmpty();
  }

  @Test
  void theLaterWordOfOnePersonCountsWhetherOfTheAccountOrOfItsCluster() {
    Decision decision = decide(DecisionKind.FALSE_POSITIVE, "ana", 5, "c-1");
    Opinions opinions = new Opinions();
    opinions.add("m-1", "ana", "fraudulent", NOON.plusSeconds(3_600 * 6));
    opinions.add("m-2", "ana", "fraudulent", NOON.plusSeconds(3_600 * 4));
    opinions.add("m-3", "ben", "fraudulent", NOON.plusSeconds(3_600 * 6));
    opinions.add(held(decision));
    assertThat(opinions.of("m-1")).isEqualTo(Verdict.FRAUDULENT);
    assertThat(opinions.of("m-2")).isEqualTo(Verdict.LEGITIMATE);
    assertThat(opinions.of("m-3")).as("two people disagree").isEqualTo(Verdict.OPEN);
    assertThat(opinions.overtaken(decision)).isEqualTo(1);
  }

  @Test
  void whoConfirmsAClusterTakesNobodyOut() {
    Opinions opinions = new Opinions();
    opinions.add("m-1", "ben", "fraudulent", NOON);
    opinions.add(held(decide(DecisionKind.CONFIRMED, "ana", 1, "c-1")));
    assertThat(opinions.of("m-2")).isEqualTo(Verdict.FRAUDULENT);
    assertThat(opinions.barred("m-2")).isFalse();
    assertThat(opinions.barred("m-1")).isTrue();
  }

  @Test
  void aDecisionThatTwoAreDifferentContradictsThoseThatMakeThemOne() {
    Decision ab = same("a", "b");
    Decision bc = same("b", "c");
    Bonds bonds = bonds(ab, same("x", "y"), bc);
    assertThat(bonds.contradicting(different("a", "c"))).containsExactlyInAnyOrder(ab, bc);
    assertThat(bonds.contradicting(different("a", "x"))).isEmpty();
    assertThat(bonds.contradicting(decide(DecisionKind.UNSURE, "ben", 1, null, "a", "c")))
        .isEmpty();
  }

  @Test
  void aDecisionThatTwoAreOneContradictsThoseThatForbidIt() {
    Decision ab = same("a", "b");
    Decision cd = same("c", "d");
    Decision not = different("a", "d");
    assertThat(bonds(ab, cd, not).contradicting(same("b", "c")))
        .containsExactlyInAnyOrder(not, ab, cd);
  }

  @Test
  void clustersAreTiedAsAccountsAre() {
    Decision not = decide(DecisionKind.DIFFERENT, "ana", 1, "c-old", "a");
    Decision ab = same("a", "b");
    Map<String, String> heirs = Map.of("c-old", "c-new");
    Bonds bonds = new Bonds(held(not, ab), id -> heirs.getOrDefault(id, id));
    assertThat(bonds.contradicting(decide(DecisionKind.SAME, "ben", 2, "c-new", "b")))
        .containsExactlyInAnyOrder(not, ab);
    assertThat(bonds.apart("a", List.of(), "c-new")).isTrue();
    assertThat(bonds.apart("b", List.of(), "c-new")).isFalse();
  }

  @Test
  void whereDecisionsContradictEachOtherAllTheSameDifferentWins() {
    List<Decision> decisions =
        new ArrayList<>(
            List.of(same("a", "b"), same("b", "c"), different("a", "c"), same("c", "d")));
    Bonds bonds = bonds(decisions.toArray(Decision[]::new));
    assertThat(bonds.bonds())
        .extracting(Bonds.Bond::accounts)
        .containsExactly(List.of("a", "b"), List.of("c", "d"));
    Random random = new Random(3);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(decisions, random);
      assertThat(bonds(decisions.toArray(Decision[]::new)).bonds()).isEqualTo(bonds.bonds());
    }
  }

  private Decision judge(DecisionKind kind, String by, int hour, String... accounts) {
    return new Decision(
        Decision.id(++number),
        kind,
        by,
        NOON.plusSeconds(3_600L * hour),
        List.of(),
        null,
        List.of(accounts),
        accounts.length);
  }

  @Test
  void accountsAreJudgedEachForItself() {
    Decision cleared = judge(DecisionKind.FALSE_POSITIVE, "ana", 1, "m-1", "m-2");
    Decision others = judge(DecisionKind.FALSE_POSITIVE, "ana", 2, "m-4");
    Decision taken = judge(DecisionKind.CONFIRMED, "ana", 3, "m-2");
    Held held = held(taken, others, cleared);
    assertThat(held.all()).as("one list does not overtake another").hasSize(3);
    assertThat(held.confirmed()).isEmpty();
    Opinions opinions = new Opinions();
    opinions.add(held);
    assertThat(opinions.of("m-1")).isEqualTo(Verdict.LEGITIMATE);
    assertThat(opinions.of("m-2")).as("the latest word").isEqualTo(Verdict.FRAUDULENT);
    assertThat(opinions.of("m-4")).isEqualTo(Verdict.LEGITIMATE);
    assertThat(opinions.overtaken(cleared)).isEqualTo(1);
    assertThat(cleared.phrase()).isEqualTo("false-positive: m-1, m-2");
    assertThat(judge(DecisionKind.CONFIRMED, "ana", 3, "a", "b", "c", "d").phrase())
        .isEqualTo("confirmed: 4 accounts");
    assertThatThrownBy(() -> judge(DecisionKind.SAME, "ana", 3, "m-1"))
        .hasMessageContaining("about two accounts");
  }

  @Test
  void whatCannotBeDecidedIsRefused() {
    for (List<String> accounts :
        Arrays.asList(List.of("a", "a"), List.of("a"), List.<String>of())) {
      assertThatThrownBy(() -> same(accounts.toArray(String[]::new)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> decide(DecisionKind.CONFIRMED, "ana", 1, "c-1", "a"))
        .hasMessageContaining("whole cluster");
    assertThatThrownBy(() -> decide(DecisionKind.SAME, "ana", 1, "c-1"))
        .hasMessageContaining("two accounts");
  }
}
