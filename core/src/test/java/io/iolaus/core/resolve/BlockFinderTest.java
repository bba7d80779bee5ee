package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.evidence.Facet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlockFinderTest {

  private static final int POPULATION = 4_000;

  private static List<List<Integer>> blocks(World world) {
    return new BlockFinder(world.graph(), world.known())
        .find().stream().map(b -> IntStream.of(b.members()).boxed().toList()).toList();
  }

  private static List<Integer> list(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  @Test
  void usersOfOneSkeletonWhoShareExitsAreABlock() {
    World world = new World(POPULATION).skeleton(World.range(0, 30)).range24(World.range(0, 30));
    assertThat(blocks(world)).containsExactly(list(0, 30));
  }

  @Test
  void aPoolWhosePairsRarelyMeetTwiceIsABlock() {
    World world = new World(POPULATION).skeleton(World.range(0, 60));
    for (int exit = 0; exit < 60; exit++) {
      world.address(4, exit, (exit + 7) % 60, (exit + 19) % 60, (exit + 38) % 60);
    }
    assertThat(blocks(world)).containsExactly(list(0, 60));
  }

  @Test
  void aPublicTemplateJoinsNobody() {
    int[] users = IntStream.range(0, POPULATION).filter(a -> a % 2 == 0).toArray();
    World world = new World(POPULATION).skeleton(users);
    for (int home = 0; home < POPULATION; home += 400) {
      world.address(1, World.range(home, home + 400));
    }
    assertThat(blocks(world)).isEmpty();
  }

  @Test
  void anOperatorAmongTheUsersOfAPublicTemplateIsFound() {
    World world = new World(POPULATION).skeleton(World.range(0, 2_000));
    world.address(1, World.range(100, 140));
    assertThat(blocks(world)).containsExactly(list(100, 140));
  }

  @Test
  void twoSignsOfOneFacetMakeNoBlock() {
    World world = new World(POPULATION).skeleton(World.range(0, 30)).skeleton(World.range(0, 30));
    assertThat(blocks(world)).isEmpty();
  }

  @Test
  void whatIsNotUnderTheOperatorsOwnHandMakesNoBlock() {
    World world = new World(POPULATION).range24(World.range(0, 30)).inStep(World.range(0, 30));
    assertThat(blocks(world)).isEmpty();
  }

  @Test
  void aBurstOfCreationIsNoWitness() {
    World world = new World(POPULATION).skeleton(World.range(0, 30)).cohort(World.range(0, 30));
    assertThat(blocks(world)).isEmpty();
  }

  @Test
  void aSoftwareFingerprintIsNoWitnessForThePromptsItSends() {
    World world = new World(POPULATION).skeleton(World.range(0, 30)).tls(World.range(0, 30));
    assertThat(blocks(world)).isEmpty();
  }

  @Test
  void seatsOfAContractAreLeftOut() {
    int[] seats = World.range(0, 30);
    World world = new World(POPULATION).skeleton(seats).range24(seats).contract(seats);
    assertThat(blocks(world)).isEmpty();
  }

  @Test
  void aStrangerWhoseOnlyAddressThePoolHasUsedIsNotInTheBlock() {
    // accounts 0..29 use forty exits; 100..106 live behind the first and use the skeleton too
    World world =
        new World(POPULATION)
            .skeleton(
                IntStream.concat(IntStream.range(0, 30), IntStream.range(100, 107)).toArray());
    Random random = new Random(2);
    for (int exit = 1; exit < 40; exit++) {
      world.address(40, IntStream.range(0, 30).filter(a -> random.nextInt(3) == 0).toArray());
    }
    float[] strengths = new float[10];
    int[] members = {0, 3, 6, 100, 101, 102, 103, 104, 105, 106};
    for (int i = 0; i < members.length; i++) {
      strengths[i] = i < 3 ? 1 / 40f : 1;
    }
    world.things.add(
        new io.iolaus.core.evidence.SharedThing(
            "shared-address", Facet.NETWORK, "IpAddress", "home", members, strengths));
    assertThat(blocks(world)).containsExactlyInAnyOrder(list(0, 30), list(100, 107));
  }
}
