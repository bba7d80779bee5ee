package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HubJudgeTest {

  /// What hub judgement leaves of the first thing's weight.
  private static double weight(World world) {
    return HubJudge.weight(
        new HubJudge(world.graph(), world.owners()).coverage(new int[] {0}).get(0));
  }

  @Test
  void theAddressOfACampusWeighsNothing() {
    World world = new World(6_000).address(1, World.range(0, 300));
    Random random = new Random(1);
    // Everybody prompts from one of forty public prompts and a few pairs share a card
    for (int family = 0; family < 40; family++) {
      world.skeleton(random.ints(0, 6_000).distinct().limit(150).toArray());
    }
    for (int pair = 0; pair < 30; pair++) {
      world.card(2 * pair, 2 * pair + 1);
    }
    assertThat(weight(world)).isZero();
  }

  @Test
  void theExitOfAProxyThatOneCohortUsesKeepsItsWeight() {
    World world = new World(6_000).address(1, World.range(0, 60)).skeleton(World.range(0, 80));
    assertThat(weight(world)).isEqualTo(1);
  }

  @Test
  void theExitOfAProxyWithSomeOtherCustomersKeepsPartOfIt() {
    World world = new World(6_000).address(1, World.range(0, 100)).skeleton(World.range(0, 40));
    assertThat(weight(world)).isBetween(0.4, 0.6);
  }

  @Test
  void aThingWithFewOwnersIsNoHub() {
    assertThat(weight(new World(6_000).address(1, World.range(0, HubJudge.HUB - 1)))).isEqualTo(1);
    assertThat(weight(new World(6_000).address(1, World.range(0, HubJudge.HUB)))).isZero();
  }

  @Test
  void seatsOfOneContractAreOneOwnerAndMakeNoHub() {
    World world = new World(6_000).address(1, World.range(0, 300)).contract(World.range(0, 298));
    assertThat(weight(world)).isEqualTo(1);
  }

  @Test
  void timingAndCreationAreNoWitnesses() {
    // A term start: the same network, created and busy in the same hours
    World world =
        new World(6_000)
            .address(1, World.range(0, 60))
            .cohort(World.range(0, 60))
            .inStep(World.range(0, 60));
    assertThat(weight(world)).isZero();
  }

  @Test
  void whatEverybodyHasIsNoWitness() {
    World world = new World(200).address(1, World.range(0, 60)).skeleton(World.range(0, 190));
    assertThat(weight(world)).isZero();
  }

  @Test
  void aThingOfTheSameFacetIsNoWitness() {
    World world = new World(6_000).address(1, World.range(0, 60)).range24(World.range(0, 60));
    assertThat(weight(world)).isZero();
  }
}
