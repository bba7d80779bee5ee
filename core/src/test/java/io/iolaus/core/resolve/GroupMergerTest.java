package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GroupMergerTest {

  private static final int[] LARGE = World.range(0, 40);
  private static final int[] SMALL = World.range(40, 60);

  private static Map<Integer, Integer> merge(World world) {
    Map<Integer, int[]> groups = Map.of(0, LARGE, 40, SMALL);
    int[] numbers = world.contracts.clone();
    Arrays.stream(LARGE).forEach(a -> numbers[a] = 0);
    Arrays.stream(SMALL).forEach(a -> numbers[a] = 40);
    Map<Integer, Integer> sizes = new TreeMap<>();
    new GroupMerger(world.graph(), new Commonness(world.graph(), Owners.of(numbers)))
        .merge(groups)
        .forEach((group, members) -> sizes.put(group, members.length));
    return sizes;
  }

  @Test
  void ringsThatWorkOffTheSameSkeletonsBehindTheSameExitsAreOne() {
    World world =
        new World(4_000)
            .card(LARGE)
            .card(SMALL)
            .skeleton(World.range(0, 60))
            .range24(World.range(0, 60));
    assertThat(merge(world)).containsOnly(Map.entry(0, 60));
  }

  @Test
  void tenantsOfOneResellerWhoAskOtherThingsStayTwo() {
    World world = new World(4_000).skeleton(LARGE).skeleton(SMALL).range24(World.range(0, 60));
    assertThat(merge(world)).containsOnly(Map.entry(0, 40), Map.entry(40, 20));
  }

  @Test
  void oneFacetIsNotEnough() {
    World world = new World(4_000).card(LARGE).card(SMALL).skeleton(World.range(0, 60));
    assertThat(merge(world)).containsOnly(Map.entry(0, 40), Map.entry(40, 20));
  }
}
