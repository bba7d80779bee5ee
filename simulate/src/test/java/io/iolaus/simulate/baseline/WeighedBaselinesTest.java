package io.iolaus.simulate.baseline;

import static io.iolaus.simulate.baseline.SmallWorld.all;
import static io.iolaus.simulate.baseline.SmallWorld.many;
import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.simulate.scoring.Result;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// B7 and B10.
class WeighedBaselinesTest {

  private static final Parameters LOUVAIN =
      all()
          .with("kinds", "located")
          .with("cap", 50)
          .with("weight", "rarity")
          .with("threshold", 0)
          .with("alike", 0);
  private static final Parameters LINKAGE = all().with("block", 50).with("probability", 0.9);

  /// Two rings that share cards and devices, with one address between them; many others.
  private static SmallWorld rings() {
    SmallWorld world =
        new SmallWorld()
            .card("one", "a1", "a2", "a3", "a4")
            .identifier("device", "d1", "a1", "a2", "a3", "a4")
            .card("two", "b1", "b2", "b3", "b4")
            .identifier("device", "d2", "b1", "b2", "b3", "b4")
            .address("203.0.113.7", "a1", "b1");
    for (String other : many("x", 1_000)) {
      world.card("card of " + other, other).identifier("device", other, other);
    }
    return world;
  }

  @Test
  void louvainCutsWhereFewLinksAre() {
    assertThat(rings().found(new WeightedLouvain(), LOUVAIN))
        .containsExactlyInAnyOrder(Set.of("a1", "a2", "a3", "a4"), Set.of("b1", "b2", "b3", "b4"));
  }

  @Test
  void louvainIsTheSameEveryTime() {
    Observations observed = rings().observe();

    assertThat(new WeightedLouvain().run(observed, LOUVAIN))
        .isEqualTo(new WeightedLouvain().run(observed, LOUVAIN));
  }

  @Test
  void communityOfManyClientsIsAGateway() {
    SmallWorld world = rings();
    for (String user : many("u", 6)) {
      world.exchange(
          user,
          "2026-05-02T10:00:00Z",
          "'ip':'198.51.100.7','client':'browser %s'".formatted(user));
    }

    assertThat(world.found(new WeightedLouvain(), LOUVAIN)).contains(Set.of(many("u", 6)));
    assertThat(world.found(new WeightedLouvain(), LOUVAIN.with("alike", 0.5)))
        .doesNotContain(Set.of(many("u", 6)));
  }

  @Test
  void thresholdDropsWeakLinks() {
    assertThat(rings().found(new WeightedLouvain(), LOUVAIN.with("threshold", 8))).hasSize(2);
    assertThat(rings().found(new WeightedLouvain(), LOUVAIN.with("threshold", 16))).isEmpty();
  }

  @Test
  void linkageAddsUpFields() {
    Result result = new RawFellegiSunter().run(rings().observe(), LINKAGE);

    assertThat(SmallWorld.groups(result))
        .containsExactlyInAnyOrder(Set.of("a1", "a2", "a3", "a4"), Set.of("b1", "b2", "b3", "b4"));
    assertThat(result.memberships().get("a1")).isBetween(0.9, 1.0);
  }

  @Test
  void linkageHoldsDisagreementAgainst() {
    SmallWorld agreeing = rings().card("three", "y1", "y2", "y3");
    assertThat(agreeing.found(new RawFellegiSunter(), LINKAGE.with("probability", 0.1)))
        .contains(Set.of("y1", "y2", "y3"));

    SmallWorld disagreeing = agreeing;
    for (String account : new String[] {"y1", "y2", "y3"}) {
      disagreeing.identifier("device", "of " + account, account);
    }
    assertThat(disagreeing.found(new RawFellegiSunter(), LINKAGE.with("probability", 0.1)))
        .doesNotContain(Set.of("y1", "y2", "y3"));
  }

  @Test
  void cardOfAGreatRingLooksCommonToLinkage() {
    // The known weakness: the more accounts an operator has on a card, the less the card says.
    String[] ring = many("r", 40);
    SmallWorld small =
        rings().card("small", "s1", "s2", "s3").identifier("device", "p", "s1", "s2", "s3");
    SmallWorld great = rings().card("great", ring).identifier("device", "q", ring);
    Parameters strict = LINKAGE.with("probability", 0.9);

    assertThat(small.found(new RawFellegiSunter(), strict)).contains(Set.of("s1", "s2", "s3"));
    assertThat(great.found(new RawFellegiSunter(), strict)).doesNotContain(Set.of(ring));
  }
}
