package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegrowthTest {

  private static final int[] OLD = World.range(0, 30);
  private static final int[] YOUNG = World.range(30, 40);
  private static final int TAKEN_DOWN = 40;

  /// An operator with one outfit, and others with another and the same skeletons.
  private static World world() {
    return new World(2_000)
        .card(OLD)
        .device(OLD)
        .address(1, OLD)
        .card(YOUNG)
        .device(YOUNG)
        .address(1, YOUNG)
        .skeleton(World.range(0, 40))
        .skeleton(World.range(0, 40));
  }

  private static World takenDown() {
    return world()
        .acting(0, TAKEN_DOWN, OLD)
        .barred(OLD)
        .acting(TAKEN_DOWN + 3, World.TODAY, YOUNG);
  }

  @Test
  void whoComesBackWithOtherCardsAndMachinesIsTheSame() {
    assertThat(takenDown().groups()).containsExactly(World.set(0, 40));
  }

  @Test
  void whoLeftItsAccountsWithoutATakedownIsTheSameToo() {
    assertThat(world().acting(0, TAKEN_DOWN, OLD).acting(TAKEN_DOWN, World.TODAY, YOUNG).groups())
        .containsExactly(World.set(0, 40));
  }

  @Test
  void twoWhoWorkSideBySideStayTwo() {
    Set<Set<Integer>> two = Set.of(World.set(0, 30), World.set(30, 40));
    assertThat(world().groups()).isEqualTo(two);
    World before = takenDown().acting(TAKEN_DOWN - 20, World.TODAY, World.range(30, 35));
    assertThat(before.groups()).as("half of the others were there before").isEqualTo(two);
    World half = world().acting(0, TAKEN_DOWN, World.range(0, 20)).barred(World.range(0, 20));
    half.acting(TAKEN_DOWN + 3, World.TODAY, YOUNG);
    assertThat(half.groups()).as("a third goes on").isEqualTo(two);
  }

  @Test
  void aTemplateThatOthersUseTooSaysNothing() {
    World world =
        new World(2_000)
            .card(OLD)
            .device(OLD)
            .address(1, OLD)
            .card(YOUNG)
            .device(YOUNG)
            .address(1, YOUNG)
            .skeleton(World.range(0, 60))
            .acting(0, TAKEN_DOWN, OLD)
            .barred(OLD)
            .acting(TAKEN_DOWN + 3, World.TODAY, YOUNG);
    assertThat(world.groups()).isEqualTo(Set.of(World.set(0, 30), World.set(30, 40)));
  }

  @Test
  void whoComesBackTwiceIsStillTheSame() {
    World world = takenDown();
    int[] third = World.range(40, 50);
    world.card(third).device(third).address(1, third);
    world.things.removeIf(thing -> thing.type().equals("PromptFamily"));
    world.skeleton(World.range(0, 50)).skeleton(World.range(0, 50));
    world.acting(TAKEN_DOWN + 3, 70, YOUNG).barred(YOUNG).acting(71, World.TODAY, third);
    assertThat(world.groups()).containsExactly(World.set(0, 50));
  }

  @Test
  void theOrderOfAccountsAndThingsDoesNotMatter() {
    World world = takenDown();
    int[] names = World.permutation(world.shown.length, 5);
    World renamed = world.renamed(names, 5);
    for (int a = 0; a < names.length; a++) {
      renamed.acting(world.firstDay[a], world.lastDay[a], names[a]);
      renamed.barred.set(names[a], world.barred.get(a));
    }
    Set<Integer> expected =
        IntStream.range(0, 40).map(a -> names[a]).boxed().collect(Collectors.toSet());
    assertThat(renamed.groups()).containsExactly(expected);
  }
}
