package io.iolaus.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.evidence.Facet;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemberRuleTest {

  private static final Map<Facet, Double> BY_EXITS_AND_PROMPTS =
      Map.of(Facet.NETWORK, 6.0, Facet.PROMPT, 8.0);

  private static Involvement part(double own, int skeletons, boolean active, boolean anchored) {
    return new Involvement(own, skeletons, active, anchored, 0.6);
  }

  private static boolean labelled(Map<Facet, Double> facets, int skeletons) {
    return MemberRule.participates(facets, 10, part(0.5, skeletons, true, true));
  }

  private static boolean islander(Map<Facet, Double> facets, int skeletons) {
    return MemberRule.participates(facets, 10, part(0.5, skeletons, true, false));
  }

  private static Map<Facet, Double> and(Facet facet, double bits) {
    Map<Facet, Double> facets = new EnumMap<>(BY_EXITS_AND_PROMPTS);
    facets.put(facet, bits);
    return facets;
  }

  @Test
  void whoSharesExitsAndOneTemplateMayBeAnybodyWithATemplate() {
    assertThat(labelled(BY_EXITS_AND_PROMPTS, 1)).isFalse();
    assertThat(labelled(BY_EXITS_AND_PROMPTS, 2)).isTrue();
  }

  @Test
  void whoPaysWithSomethingElseWorksOffThreeSkeletonsOrIsAStranger() {
    assertThat(labelled(and(Facet.PAYMENT, -2), 2)).isFalse();
    assertThat(labelled(and(Facet.PAYMENT, -2), 3)).isTrue();
    assertThat(MemberRule.stranger(and(Facet.PAYMENT, -2))).isTrue();
    assertThat(MemberRule.stranger(and(Facet.PAYMENT, -1))).isFalse();
  }

  @Test
  void whoPaysOrSignsInLikeTheOthersNeedsNoSkeleton() {
    assertThat(labelled(and(Facet.PAYMENT, 6), 0)).isTrue();
    assertThat(labelled(and(Facet.CLIENT, 3), 0)).isTrue();
    assertThat(labelled(and(Facet.CLIENT, 2.5), 0)).isFalse();
    assertThat(labelled(and(Facet.TIMING, 6), 0)).isFalse();
  }

  @Test
  void aShareOfItsOwnAndAPartOfItsOwnAreNeededWhateverElseItShows() {
    Map<Facet, Double> facets = and(Facet.PAYMENT, 9);
    assertThat(MemberRule.participates(facets, 20, part(0.1, 1, true, true))).isFalse();
    assertThat(MemberRule.participates(facets, 20, part(0.1, 2, true, true))).isTrue();
    assertThat(MemberRule.participates(facets, 20, part(0.04, 5, true, true))).isFalse();
    assertThat(MemberRule.participates(facets, 20, part(0.9, 5, false, true))).isFalse();
    assertThat(MemberRule.participates(facets, 20, part(0.2, 5, true, true))).isTrue();
    assertThat(MemberRule.participates(facets, 4, part(0.9, 5, true, true))).isFalse();
  }

  @Test
  void aCardThatTiesOnlyAHandfulOfFriendsSaysNothingOfTheGroup() {
    assertThat(islander(and(Facet.PAYMENT, 9), 0)).isFalse();
    assertThat(islander(and(Facet.PAYMENT, 9), 2)).isFalse();
    assertThat(islander(and(Facet.PAYMENT, 9), 3)).isTrue();
  }

  @Test
  void ofTwoTemplatesWithoutACardAGoodPartOfAllItAsksIsNeeded() {
    assertThat(MemberRule.participates(BY_EXITS_AND_PROMPTS, 10, part(0.3, 2, true, true)))
        .isFalse();
    assertThat(MemberRule.participates(BY_EXITS_AND_PROMPTS, 10, part(0.3, 3, true, true)))
        .isTrue();
    assertThat(MemberRule.participates(BY_EXITS_AND_PROMPTS, 10, part(0.1, 9, true, true)))
        .isFalse();
  }

  @Test
  void whereAccountsCarryCustomersTooASmallerShareOfThreeSkeletonsDoes() {
    Map<Facet, Double> known = and(Facet.PAYMENT, 9);
    Involvement three = new Involvement(0.04, 3, true, true, 0.09);
    assertThat(MemberRule.participates(known, 10, three)).isTrue();
    assertThat(MemberRule.participates(BY_EXITS_AND_PROMPTS, 10, three)).isTrue();
    assertThat(MemberRule.participates(known, 10, new Involvement(0.04, 2, true, true, 0.09)))
        .isFalse();
    assertThat(MemberRule.participates(known, 10, new Involvement(0.04, 3, true, true, 0.6)))
        .isFalse();
    assertThat(MemberRule.participates(known, 10, new Involvement(0.01, 9, true, true, 0.0)))
        .isFalse();
  }

  /// Links that are taken away can only free: minimal evidence sets are found on that ground.
  @Test
  void whatIsTakenAwayNeverMakesALabel() {
    double[] bits = {-2, 0, 2, 3, 9};
    for (double payment : bits) {
      for (double client : bits) {
        Map<Facet, Double> facets = and(Facet.PAYMENT, payment);
        facets.put(Facet.CLIENT, client);
        for (int skeletons = 0; skeletons <= 4; skeletons++) {
          for (double own : new double[] {0.04, 0.1, 0.2, 0.5}) {
            Involvement part = part(own, skeletons, true, false);
            Involvement more = part(own, skeletons, true, true);
            if (MemberRule.participates(facets, 10, part)) {
              assertThat(MemberRule.participates(facets, 10, more)).isTrue();
              assertThat(MemberRule.participates(facets, 10, part(own, skeletons + 1, true, false)))
                  .isTrue();
              Map<Facet, Double> stronger = new EnumMap<>(facets);
              stronger.put(Facet.PAYMENT, Math.max(payment, 9));
              assertThat(MemberRule.participates(stronger, 10, part)).isTrue();
            }
          }
        }
      }
    }
  }

  @Test
  void aSkeletonIsTheGroupsOwnWhereATenthOfItsUseAndTwoOthersAreInside() {
    assertThat(MemberRule.ownSkeleton(0.1, 2)).isTrue();
    assertThat(MemberRule.ownSkeleton(0.09, 200)).isFalse();
    assertThat(MemberRule.ownSkeleton(1, 1)).isFalse();
  }
}
