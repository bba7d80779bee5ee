package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.iolaus.core.evidence.Facet;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverTest {

  private static final int POPULATION = 8_000;

  /// Twelve card rings of ten: each has its card; all have one skeleton, one tool and one rented
  /// range, which between 120 accounts say too little, and between twelve rings enough.
  private static World rings() {
    World world = new World(POPULATION);
    for (int ring = 0; ring < 12; ring++) {
      world.card(World.range(10 * ring, 10 * ring + 10));
    }
    return world
        .skeleton(World.range(0, 120))
        .tls(World.range(0, 120))
        .range24(World.range(0, 120));
  }

  /// Households, public prompts and two campuses among the accounts from `first` on.
  private static World withEverybody(World world, int first, long seed) {
    Random random = new Random(seed);
    for (int home = first; home + 3 < POPULATION; home += 40) {
      world
          .card(home, home + 1, home + 2)
          .address(1, home, home + 1, home + 2)
          .device(home, home + 1);
    }
    for (int family = 0; family < 30; family++) {
      world.skeleton(0.05, random.ints(0, POPULATION).distinct().limit(300).toArray());
    }
    world
        .address(2, World.range(first, first + 400))
        .address(1, World.range(first + 600, first + 900));
    return world;
  }

  /// Two operators of forty accounts: cards, devices and skeletons of their own, behind the exits
  /// of one reseller, with one tool.
  private static World twoOperators() {
    World world = new World(POPULATION);
    for (int operator = 0; operator < 2; operator++) {
      int first = 40 * operator;
      for (int ring = 0; ring < 8; ring++) {
        world.card(World.range(first + 5 * ring, first + 5 * ring + 5));
        world.device(World.range(first + 5 * ring, first + 5 * ring + 5));
      }
      world.skeleton(0.5, World.range(first, first + 40));
      world.skeleton(0.4, World.range(first, first + 40));
    }
    for (int exit = 0; exit < 10; exit++) {
      int e = exit;
      world.address(4, IntStream.range(0, 80).filter(a -> (a * 7 + a / 40 + e) % 10 < 4).toArray());
    }
    return world.range24(World.range(0, 80)).tls(World.range(0, 80));
  }

  @Test
  void cardRingsOfOneSkeletonBecomeOneGroup() {
    assertThat(rings().groups()).containsExactly(World.set(0, 120));
  }

  /// The more skeletons an operator has, the more chances two rings have to meet by accident; but
  /// they meet in all of them.
  @ParameterizedTest
  @ValueSource(ints = {2, 6, 15})
  void ringsThatMeetInAllTheirSkeletonsAndAWholePoolAreOne(int skeletons) {
    World world = new World(POPULATION);
    for (int ring = 0; ring < 16; ring++) {
      int[] members = World.range(6 * ring, 6 * ring + 6);
      world.card(members).device(members);
    }
    for (int s = 0; s < skeletons; s++) {
      world.skeleton(1.0 / skeletons, World.range(0, 96));
    }
    for (int exit = 0; exit < 300; exit++) {
      int e = exit;
      world.address(100, IntStream.range(0, 96).filter(a -> (a * 7 + e) % 3 == 0).toArray());
    }
    assertThat(world.inStep(World.range(0, 96)).groups()).containsExactly(World.set(0, 96));
  }

  @Test
  void everybodyElseStaysOutside() {
    Set<Set<Integer>> groups = withEverybody(rings(), 1_000, 3).groups();
    assertThat(groups).contains(World.set(0, 120));
    assertThat(groups).allSatisfy(g -> assertThat(g.size() == 120 || g.size() == 3).isTrue());
  }

  @Test
  void aFamilyOfThreeStaysAFamily() {
    World world = withEverybody(new World(POPULATION), 1_000, 4);
    world.card(0, 1, 2).address(1, 0, 1, 2).device(0, 1, 2);
    assertThat(world.groups()).contains(Set.of(0, 1, 2)).allSatisfy(g -> assertThat(g).hasSize(3));
  }

  @Test
  void twoOperatorsBehindOneProxyPoolStayTwo() {
    assertThat(twoOperators().groups())
        .containsExactlyInAnyOrder(World.set(0, 40), World.set(40, 80));
  }

  @Test
  void aProxyPoolAloneMakesNoGroup() {
    World world = new World(POPULATION).range24(World.range(0, 60)).inStep(World.range(0, 60));
    for (int exit = 0; exit < 10; exit++) {
      world.address(1, World.range(6 * exit, 6 * exit + 6));
    }
    assertThat(world.groups()).isEmpty();
  }

  @Test
  void verifiedSeatsOfOneOrganizationNeverFormAGroup() {
    int[] seats = World.range(0, 30);
    World world = new World(POPULATION).card(seats).device(seats).address(1, seats).skeleton(seats);
    assertThat(world.groups()).hasSize(1);
    assertThat(world.contract(seats).groups()).isEmpty();
  }

  @Test
  void aSeatThatBorrowsTheGroupsSkeletonIsNotPulledIn() {
    World world = rings().contract(World.range(200, 230));
    world.skeleton(IntStream.concat(IntStream.range(0, 120), IntStream.of(200, 201)).toArray());
    world.card(IntStream.concat(IntStream.range(0, 10), IntStream.of(200)).toArray());
    assertThat(world.groups()).containsExactly(World.set(0, 120));
  }

  @Test
  void aRotatingPoolIsSeenAsABlock() {
    // Each account shows four of sixty exits, so that pairs rarely meet twice. Half of the accounts
    // is tied by a card and a device; the other half shows the skeleton and the pool alone.
    World world = new World(POPULATION).card(World.range(0, 40)).device(World.range(0, 40));
    Random random = new Random(5);
    int[][] exits = new int[80][];
    for (int account = 0; account < 80; account++) {
      exits[account] = random.ints(0, 60).distinct().limit(4).toArray();
    }
    for (int exit = 0; exit < 60; exit++) {
      int e = exit;
      world.address(
          4,
          IntStream.range(0, 80)
              .filter(a -> Arrays.stream(exits[a]).anyMatch(x -> x == e))
              .toArray());
    }
    int[] others = World.range(500, 520);
    world.skeleton(IntStream.concat(IntStream.range(0, 80), Arrays.stream(others)).toArray());
    // some strangers use the skeleton too, from elsewhere
    world.shows(others, Facet.NETWORK);
    assertThat(world.groups()).containsExactly(World.set(0, 80));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theOrderOfAccountsAndThingsDoesNotMatter(long seed) {
    for (World world : new World[] {withEverybody(rings(), 1_000, 3), twoOperators()}) {
      int[] names = World.permutation(POPULATION, seed);
      Set<Set<Integer>> expected =
          world.groups().stream()
              .map(g -> g.stream().map(a -> names[a]).collect(Collectors.toSet()))
              .collect(Collectors.toSet());
      assertThat(world.renamed(names, seed).groups()).isEqualTo(expected);
    }
  }

  @Test
  void theSameInputGivesTheSameResolutionToTheLastBit() {
    World world = withEverybody(rings(), 1_000, 9);
    assertThat(world.resolve()).isEqualTo(world.resolve());
  }

  @Test
  void eachMemberSaysWhatItsMembershipRestsOn() {
    Resolution.Group group = rings().resolve().clusters().getFirst();
    for (Resolution.Member member : group.members()) {
      assertThat(member.facetBits()).containsKeys(Facet.PAYMENT, Facet.PROMPT, Facet.NETWORK);
      double sum = member.facetBits().values().stream().mapToDouble(b -> b).sum();
      assertThat(member.bits()).isLessThan(sum); // the prior is against it
      assertThat(member.bitsWithout(Facet.PROMPT)).isLessThan(member.bits());
      assertThat(member.probability()).isBetween(0.5, 1.0);
    }
    assertThat(group.supports()).isNotEmpty();
  }

  @Test
  void widelySharedThingsThatAreMixedAreToldAsSuch() {
    World world = withEverybody(rings(), 100, 3);
    int campus = world.things.size() - 2; // also of two of the rings
    assertThat(world.resolve().clusters().getFirst().supports())
        .filteredOn(support -> support.thing() == campus)
        .singleElement()
        .satisfies(support -> assertThat(support.coverage()).isLessThan(0.25));
  }

  @Test
  void emptyAndTinyPopulationsHaveNoGroups() {
    assertThat(new World(0).groups()).isEmpty();
    assertThat(new World(1).groups()).isEmpty();
    assertThat(new World(2).card(0, 1).device(0, 1).groups()).isEmpty();
    assertThat(new World(5).card(0, 1, 2, 3, 4).groups()).isEmpty();
  }

  @Test
  void whoseOwnerIsSettledIsDrawnIntoNoGroupAndCountsAsSomebodyElse() {
    World cleared = rings();
    cleared.settled.set(0, 3);
    assertThat(cleared.groups()).containsExactly(World.set(3, 120));
    // three others show what the group shows
    assertThat(outsideOfSkeleton(cleared) - outsideOfSkeleton(rings())).isCloseTo(3, within(1e-9));
  }

  private static double outsideOfSkeleton(World world) {
    EvidenceGraph evidence = world.graph();
    ProfileTable table = world.resolve().clusters().getFirst().profile();
    int row =
        IntStream.range(0, table.things().length)
            .filter(i -> evidence.thing(table.things()[i]).type().equals("PromptFamily"))
            .findFirst()
            .orElseThrow();
    return table.outside()[row];
  }

  @Test
  void refusesContractsOfAnotherPopulation() {
    assertThatThrownBy(() ->
            new Resolver(new World(3).graph(), Owners.of(new int[2]), new World(3).activity()))
        .hasMessageContaining("owners of 2 accounts for 3");
    assertThatThrownBy(() -> new World(2).card(0, 2).graph())
        .hasMessageContaining("account 2 of 2");
    assertThat(Arrays.stream(new World(2).contracts).sum()).isEqualTo(1);
  }
}
