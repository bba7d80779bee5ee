package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.evidence.SharedThing;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContinuationTest {

  private static final int POPULATION = 8_000;

  /// So many may come later.
  private static final int ALL = POPULATION + 20;

  private static final int CARD = 0;
  private static final int SKELETON = 1;
  private static final int RANGE = 2;
  private static final int TEMPLATE = 3;

  /// An operator of thirty accounts, households, and a template that everybody uses.
  private static World world(int accounts) {
    World world =
        new World(accounts)
            .card(World.range(0, 30))
            .skeleton(World.range(0, 30))
            .range24(World.range(0, 30))
            .skeleton(World.range(0, 5_000));
    for (int home = 1_000; home + 3 < POPULATION; home += 40) {
      world
          .card(home, home + 1, home + 2)
          .address(1, home, home + 1, home + 2)
          .device(home, home + 1);
    }
    return world;
  }

  private final World before = world(POPULATION);
  private final World now = world(ALL);
  private final Resolution found = before.resolve();

  private Continuation.Now go(int... other) {
    BitSet others = new BitSet();
    Arrays.stream(other).forEach(others::set);
    return new Continuation(before.graph(), before.known(), found)
        .resolve(now.graph(), now.known(), now.activity(), Apart.NONE, others);
  }

  private static Set<Set<Integer>> groups(Continuation.Now groups) {
    return World.groups(new Resolution(groups.groups()));
  }

  private static long standing(Continuation.Now groups) {
    return groups.standing().stream().filter(place -> place >= 0).count();
  }

  private void joins(int thing, int... accounts) {
    change(
        thing,
        IntStream.concat(members(thing), Arrays.stream(accounts)).sorted().distinct().toArray());
  }

  private void leaves(int thing, int account) {
    change(thing, members(thing).filter(a -> a != account).toArray());
  }

  private IntStream members(int thing) {
    SharedThing known = now.things.get(thing);
    return IntStream.range(0, known.size()).map(known::member);
  }

  private void change(int thing, int... members) {
    SharedThing known = now.things.get(thing);
    float[] strengths = new float[members.length];
    Arrays.fill(strengths, known.strength(0));
    now.things.set(
        thing,
        new SharedThing(
            known.detector(), known.facet(), known.type(), known.key(), members, strengths));
  }

  @Test
  void whatDidNotMoveStandsAsItWas() {
    assertThat(World.groups(found)).contains(World.set(0, 30)).hasSizeGreaterThan(100);
    Continuation.Now groups = go();
    assertThat(groups.groups()).isEqualTo(found.clusters());
    assertThat(standing(groups)).isEqualTo(found.clusters().size());
  }

  @Test
  void whoComesWithWhatAGroupHasIsOfIt() {
    joins(CARD, POPULATION, POPULATION + 1);
    joins(SKELETON, POPULATION, POPULATION + 1);
    Set<Integer> grown = World.set(0, 30);
    grown.addAll(Set.of(POPULATION, POPULATION + 1));
    Continuation.Now groups = go();
    assertThat(groups(groups)).contains(grown).doesNotContain(World.set(0, 30));
    assertThat(standing(groups)).isEqualTo(found.clusters().size() - 1);
  }

  @Test
  void whoComesWithATemplateOfEverybodysIsOfNone() {
    joins(TEMPLATE, POPULATION);
    joins(RANGE, POPULATION);
    assertThat(groups(go())).isEqualTo(World.groups(found));
  }

  @Test
  void whoSharesNothingAnyMoreLeaves() {
    for (int thing : new int[] {CARD, SKELETON, RANGE, TEMPLATE}) {
      leaves(thing, 7);
    }
    Set<Integer> rest = World.set(0, 30);
    rest.remove(7);
    assertThat(groups(go())).contains(rest);
  }

  @Test
  void newcomersAreResolvedAmongThemselves() {
    int[] fresh = World.range(POPULATION, POPULATION + 6);
    now.card(fresh).skeleton(fresh).address(1, fresh);
    Continuation.Now groups = go();
    assertThat(groups(groups)).contains(World.set(POPULATION, POPULATION + 6));
    assertThat(standing(groups)).isEqualTo(found.clusters().size());
  }

  @Test
  void newcomersBringAlongWhomTheyMeet() {
    int[] fresh = {600, 601, POPULATION, POPULATION + 1, POPULATION + 2};
    now.card(fresh).skeleton(fresh).address(1, fresh);
    assertThat(groups(go())).contains(Arrays.stream(fresh).boxed().collect(Collectors.toSet()));
  }

  @Test
  void aGroupOfWhomSomebodyIsSomethingElseIsDescribedAnew() {
    Continuation.Now groups = go(3);
    assertThat(groups(groups)).isEqualTo(World.groups(found));
    assertThat(standing(groups)).isEqualTo(found.clusters().size() - 1);
  }

  @Test
  void onlyWhatIsThereNowCounts() {
    joins(CARD, POPULATION);
    joins(SKELETON, POPULATION);
    Continuation continuation = new Continuation(before.graph(), before.known(), found);
    Continuation.Now once =
        continuation.resolve(now.graph(), now.known(), now.activity(), Apart.NONE, new BitSet());
    World other = world(ALL);
    continuation.resolve(other.graph(), other.known(), other.activity(), Apart.NONE, new BitSet());
    Continuation.Now again =
        continuation.resolve(now.graph(), now.known(), now.activity(), Apart.NONE, new BitSet());
    assertThat(again).isEqualTo(once);
  }

  @Test
  void whatIsMissingIsRefused() {
    World fewer = new World(10);
    assertThatThrownBy(() ->
            new Continuation(before.graph(), before.known(), found)
                .resolve(fewer.graph(), fewer.known(), fewer.activity(), Apart.NONE, new BitSet()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missing");
  }
}
