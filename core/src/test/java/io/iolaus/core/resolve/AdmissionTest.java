package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  /// Forty accounts of one operator: a template that others use too, two exits, cards of eight.
  private static World pool() {
    World world = new World(4_000).address(2, World.range(0, 40)).address(2, World.range(0, 40));
    for (int card = 0; card < 40; card += 8) {
      world.card(World.range(card, card + 8));
    }
    return world;
  }

  private static int[] admit(World world, int[] group) {
    int[] owners = world.contracts.clone();
    Arrays.stream(group).forEach(a -> owners[a] = group[0]);
    return new Admission(world.graph(), new Commonness(world.graph(), Owners.of(owners)))
        .admit(group);
  }

  @Test
  void admitsThePoolWholeThoughCardsAreSharedByFew() {
    World world = pool().skeleton(World.range(0, 60));
    assertThat(admit(world, World.range(0, 40))).hasSize(40);
  }

  @Test
  void friendsOnOneCardWhoUseTheTemplateVouchForNobody() {
    World world =
        pool()
            .skeleton(World.range(0, 60))
            .card(World.range(40, 46))
            .address(1, World.range(40, 46));
    assertThat(admit(world, World.range(0, 46))).isEqualTo(World.range(0, 40));
  }

  /// In a large group a company is more than a handful: everything of it is shared by twenty.
  @Test
  void aCompanyThatSharesASystemPromptWithSomeOfALargePoolStaysOut() {
    World world =
        new World(4_000)
            .skeleton(
                IntStream.concat(IntStream.range(0, 300), IntStream.range(1_000, 1_100)).toArray())
            .range24(World.range(0, 300))
            .device(World.range(0, 300))
            .card(World.range(300, 320))
            .address(1, World.range(300, 320))
            .skeleton(World.range(300, 320))
            .skeleton(World.range(282, 318));
    for (int card = 0; card < 300; card += 10) {
      world.card(World.range(card, card + 10));
    }
    assertThat(admit(world, World.range(0, 320))).isEqualTo(World.range(0, 300));
  }

  @Test
  void whoComesThroughAnExitButAsksOtherThingsStaysOut() {
    World world = pool().skeleton(World.range(0, 40)).address(1, 0, 1, 2, 3, 40);
    assertThat(admit(world, World.range(0, 41))).isEqualTo(World.range(0, 40));
  }

  @Test
  void aHandfulHasNoCoreAndIsTakenAsItIs() {
    World world = new World(4_000).card(World.range(0, 14));
    assertThat(admit(world, World.range(0, 14))).hasSize(14);
  }

  @Test
  void pairsOnOneCardComeInThroughWhatTheyShareWithAll() {
    World world = new World(4_000).skeleton(World.range(0, 60)).address(1, World.range(0, 40));
    IntStream.range(0, 20).forEach(pair -> world.card(2 * pair, 2 * pair + 1));
    assertThat(admit(world, World.range(0, 40))).hasSize(40);
  }
}
