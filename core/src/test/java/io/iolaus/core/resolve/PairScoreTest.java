package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.iolaus.core.evidence.EvidencePriors;
import org.junit.jupiter.api.Test;

class PairScoreTest {

  private static final int OWNERS = 4_096;

  private static PairScore score(World world) {
    EvidenceGraph evidence = world.graph();
    OwnerGraph graph = world.owners();
    double[] bits = ThingWeights.bits(evidence, graph);
    return new PairScore(evidence, graph, bits);
  }

  @Test
  void networkAloneNeverLinks() {
    World world = new World(OWNERS).range24(0, 1);
    for (int address = 0; address < 20; address++) {
      world.address(20, 0, 1);
    }
    assertThat(score(world).logOdds(0, 1)).isNaN();
  }

  @Test
  void networkTimingAndCreationTogetherNeverLink() {
    assertThat(score(new World(OWNERS).address(1, 0, 1).inStep(0, 1).cohort(0, 1)).logOdds(0, 1))
        .isNaN();
  }

  @Test
  void oneFacetNeverLinksHowStrongItMayBe() {
    assertThat(score(new World(OWNERS).card(0, 1).card(0, 1).card(0, 1)).logOdds(0, 1)).isNaN();
  }

  @Test
  void paymentAndNetworkLink() {
    // card log2(0.6 · 4096 / 2) = 10.3, address its bound of 8, prior -12
    assertThat(score(new World(OWNERS).card(0, 1).address(1, 0, 1)).logOdds(0, 1))
        .isCloseTo(10.26 + 8 - 12, within(0.01));
  }

  @Test
  void eachDoublingOfThePopulationIsHeldAgainstThePair() {
    World small = new World(OWNERS).device(0, 1).range24(0, 1);
    World large = new World(64 * OWNERS).device(0, 1).range24(0, 1);
    // both things are at their bounds in the larger one
    assertThat(score(large).logOdds(0, 1)).isLessThan(score(small).logOdds(0, 1) - 3);
  }

  @Test
  void manyAddressesLowerWhatOneInCommonIsWorth() {
    World few = new World(OWNERS).card(0, 1).address(1, 0, 1);
    World many = new World(OWNERS).card(0, 1).address(40, 0, 1);
    for (int n = 0; n < 39; n++) {
      many.address(40, 0, 100 + n).address(40, 1, 200 + n);
    }
    assertThat(score(few).logOdds(0, 1) - score(many).logOdds(0, 1))
        .isCloseTo(EvidencePriors.log2(40), within(0.01));
  }

  @Test
  void furtherThingsOfAFacetAddNothing() {
    double one = score(new World(OWNERS).card(0, 1).address(1, 0, 1)).logOdds(0, 1);
    double two = score(new World(OWNERS).card(0, 1).card(0, 1).address(1, 0, 1)).logOdds(0, 1);
    assertThat(two).isCloseTo(one, within(0.01));
  }

  @Test
  void manyThingsOfOneFacetNeverReplaceAnotherFacet() {
    World world = new World(1 << 16).skeleton(0, 1).tls(0, 1);
    double one = score(world).logOdds(0, 1);
    for (int n = 0; n < 15; n++) {
      world.skeleton(0, 1);
    }
    assertThat(score(world).logOdds(0, 1)).isCloseTo(one, within(0.01)).isNegative();
  }

  @Test
  void aWholePoolInCommonSaysWhatOneAddressWouldThatIsAllTheyHave() {
    World world = new World(OWNERS).card(0, 1).device(0, 1);
    double without = score(world).logOdds(0, 1);
    for (int exit = 0; exit < 100; exit++) {
      world.address(100, 0, 1);
    }
    assertThat(score(world).logOdds(0, 1) - without).isCloseTo(8, within(0.01));
  }

  @Test
  void halfOfAPoolInCommonSaysOneBitLess() {
    World world = new World(OWNERS).card(0, 1).device(0, 1);
    double without = score(world).logOdds(0, 1);
    for (int exit = 0; exit < 50; exit++) {
      world.address(100, 0, 1).address(100, 0, 100 + exit).address(100, 1, 200 + exit);
    }
    assertThat(score(world).logOdds(0, 1) - without).isCloseTo(7, within(0.01));
  }

  @Test
  void whatFewOfAnOwnersAccountsShowCountsInPart() {
    World all = new World(OWNERS).contract(World.range(0, 20)).card(World.range(0, 21));
    World some = new World(OWNERS).contract(World.range(0, 20)).card(17, 18, 19, 20);
    all.device(World.range(0, 21));
    some.device(World.range(0, 21));
    assertThat(score(some).logOdds(0, 1)).isLessThan(score(all).logOdds(0, 1) - 2);
  }

  @Test
  void thePairMayBeAskedFromBothSides() {
    PairScore score = score(new World(OWNERS).card(0, 1, 2).device(0, 1).skeleton(1, 2));
    assertThat(score.logOdds(1, 0)).isEqualTo(score.logOdds(0, 1));
    assertThat(score.logOdds(0, 2)).isNaN();
  }
}
