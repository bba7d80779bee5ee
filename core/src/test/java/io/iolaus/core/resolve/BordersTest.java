package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.resolve.Apart.Bar;
import io.iolaus.core.resolve.Apart.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BordersTest {

  /// Two rings of ten with cards, devices and skeletons of their own; what joins them is that one
  /// account of each shows one address.
  private static World rings() {
    World world = new World(2_000);
    ring(world, 0);
    ring(world, 10);
    return world.address(1, 9, 10);
  }

  private static void ring(World world, int from) {
    world
        .card(World.range(from, from + 5))
        .card(World.range(from + 4, from + 10))
        .device(World.range(from, from + 10))
        .skeleton(World.range(from, from + 10));
  }

  private static Set<Set<Integer>> drawn(World world, Apart apart, int[]... groups) {
    EvidenceGraph evidence = world.graph();
    java.util.Map<Integer, int[]> all = new java.util.HashMap<>();
    for (int[] group : groups) {
      all.put(group[0], group);
    }
    int[] owners = World.range(0, world.shown.length);
    for (int[] group : groups) {
      for (int account : group) {
        owners[account] = owners.length + group[0];
      }
    }
    Commonness commonness = new Commonness(evidence, Owners.of(owners));
    Set<Set<Integer>> drawn = new java.util.HashSet<>();
    new Borders(evidence, apart, group -> ClusterProfile.of(evidence, group, commonness))
        .drawn(all)
        .values()
        .forEach(part -> {
          Set<Integer> accounts = new TreeSet<>();
          for (int account : part) {
            accounts.add(account);
          }
          drawn.add(accounts);
        });
    return drawn;
  }

  private static Apart apart(int... ends) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      pairs.add(new Pair(ends[i], ends[i + 1]));
    }
    return new Apart(pairs, List.of(), List.of());
  }

  @Test
  void twoOperatorsThatLittleJoinsPartAtTheirBorder() {
    assertThat(drawn(rings(), apart(3, 17), World.range(0, 20)))
        .containsExactlyInAnyOrder(World.set(0, 10), World.set(10, 20));
  }

  @Test
  void ofOneOperatorTheAccountLeavesThatLessTies() {
    World world = new World(2_000);
    ring(world, 0);
    world.skeleton(World.range(0, 11));
    assertThat(drawn(world, apart(3, 10), World.range(0, 11))).containsExactly(World.set(0, 10));
  }

  @Test
  void otherGroupsStayAsTheyAre() {
    World world = rings();
    ring(world, 100);
    assertThat(drawn(world, apart(3, 17, 5, 104), World.range(0, 20), World.range(100, 110)))
        .containsExactlyInAnyOrder(World.set(0, 10), World.set(10, 20), World.set(100, 110));
  }

  @Test
  void whoIsOneByDecisionIsNotPartedForOthers() {
    // 10 shows one thing of the ring, and would leave it alone
    World world = new World(2_000);
    ring(world, 0);
    world.skeleton(World.range(0, 12));
    Apart apart = new Apart(List.of(new Pair(3, 10)), List.of(new Pair(10, 11)), List.of());
    assertThat(drawn(world, apart, World.range(0, 12))).containsExactly(World.set(0, 10));
  }

  @Test
  void whoIsBarredLeavesWhatMayGoOnAsTheClusterAndNothingElse() {
    World world = rings();
    Apart apart = new Apart(List.of(), List.of(), List.of(new Bar(9, List.of(World.range(0, 8)))));
    Set<Integer> without = World.set(0, 10);
    without.remove(9);
    assertThat(drawn(world, apart, World.range(0, 10), World.range(10, 20)))
        .containsExactlyInAnyOrder(without, World.set(10, 20));
    Apart elsewhere =
        new Apart(List.of(), List.of(), List.of(new Bar(9, List.of(World.range(100, 110)))));
    assertThat(drawn(world, elsewhere, World.range(0, 10))).containsExactly(World.set(0, 10));
  }

  @Test
  void theOrderOfDecisionsDoesNotMatterAndNoPairIsLeftTogether() {
    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      World world = rings();
      for (int extra = 0; extra < 20; extra++) {
        world.card(random.ints(3, 0, 20).distinct().sorted().toArray());
      }
      List<Pair> pairs = new ArrayList<>();
      for (int p = 0; p < 6; p++) {
        int first = random.nextInt(20);
        int second = random.nextInt(20);
        if (first != second) {
          pairs.add(new Pair(first, second));
        }
      }
      Set<Set<Integer>> drawn =
          drawn(world, new Apart(pairs, List.of(), List.of()), World.range(0, 20));
      for (Pair pair : pairs) {
        assertThat(drawn).noneMatch(g -> g.contains(pair.first()) && g.contains(pair.second()));
      }
      Collections.shuffle(pairs, random);
      assertThat(drawn(world, new Apart(pairs, List.of(), List.of()), World.range(0, 20)))
          .isEqualTo(drawn);
    }
  }

  @Test
  void theLeastCutIsTheLeastOfAllCuts() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      int places = 2 + random.nextInt(7);
      int[][] capacity = new int[places][places];
      LeastCut cut = new LeastCut(places);
      for (int e = 0; e < 2 * places; e++) {
        int one = random.nextInt(places);
        int other = random.nextInt(places);
        if (one != other) {
          int c = 1 + random.nextInt(9);
          capacity[one][other] += c;
          capacity[other][one] += c;
          cut.tie(one, other, c);
        }
      }
      long least = Long.MAX_VALUE;
      for (int mask = 0; mask < 1 << places; mask++) {
        if ((mask & 1) == 1 && (mask & 2) == 0) {
          least = Math.min(least, across(capacity, mask));
        }
      }
      assertThat(cut.part(0, 1)).isEqualTo(least);
      assertThat(across(capacity, mask(cut.ofSource(0)))).isEqualTo(least);
      assertThat(across(capacity, mask(cut.ofSink(1)))).isEqualTo(least);
    }
  }

  private static int mask(boolean[] side) {
    int mask = 0;
    for (int i = 0; i < side.length; i++) {
      mask |= side[i] ? 1 << i : 0;
    }
    return mask;
  }

  private static long across(int[][] capacity, int mask) {
    long sum = 0;
    for (int one = 0; one < capacity.length; one++) {
      for (int other = 0; other < capacity.length; other++) {
        if ((mask >> one & 1) == 1 && (mask >> other & 1) == 0) {
          sum += capacity[one][other];
        }
      }
    }
    return sum;
  }
}
