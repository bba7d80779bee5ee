package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.evidence.Facet;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterProfileTest {

  private static final int[] GROUP = World.range(0, 20);

  private static ClusterProfile profile(World world) {
    int[] contracts = world.contracts.clone();
    Arrays.stream(GROUP).forEach(a -> contracts[a] = 0);
    return ClusterProfile.of(
        world.graph(), GROUP, new Commonness(world.graph(), Owners.of(contracts)));
  }

  @Test
  void whoShowsWhatTheGroupShowsBelongsMemberOrNot() {
    ClusterProfile profile = profile(new World(4_000).skeleton(World.range(0, 21)));
    assertThat(profile.evidence(3)).containsKey(Facet.PROMPT);
    assertThat(profile.evidence(20).get(Facet.PROMPT)).isGreaterThan(8);
    assertThat(profile.evidence(21)).isEmpty();
  }

  @Test
  void anAccountIsLeftOutOfTheProfileItIsHeldAgainst() {
    // Only account 0 of the group shows the card, with two strangers: no evidence for account 0
    ClusterProfile profile = profile(new World(4_000).card(0, 100, 101).skeleton(GROUP));
    assertThat(profile.evidence(0)).doesNotContainKey(Facet.PAYMENT);
    assertThat(profile.things()).containsExactly(1);
  }

  @Test
  void showingMuchCollectsNoAccidentalMatches() {
    // The same address of the group's pool: all that one account shows, one of forty of the other
    World world = new World(4_000).range24(World.range(0, 20));
    world.address(1, IntStream.concat(IntStream.range(0, 20), IntStream.of(50)).toArray());
    for (int n = 0; n < 39; n++) {
      world.address(40, 60, 200 + n);
    }
    World heavy = new World(4_000);
    heavy.things.addAll(world.things);
    heavy.address(40, IntStream.concat(IntStream.range(0, 20), IntStream.of(60)).toArray());
    ClusterProfile profile = profile(heavy);
    double light = profile.evidence(50).get(Facet.NETWORK);
    double busy = profile.evidence(60).getOrDefault(Facet.NETWORK, 0.0);
    assertThat(light - busy).isGreaterThan(3);
  }

  @Test
  void whoShowsSomethingElseWhereTheGroupIsOfOneMindIsHeldOut() {
    World world = new World(4_000).card(GROUP).skeleton(World.range(0, 21));
    world.shows(new int[] {20}, Facet.PAYMENT);
    assertThat(profile(world).evidence(20).get(Facet.PAYMENT)).isBetween(-6.0, -3.0);
  }

  @Test
  void whoShowsNothingInAFacetIsNotHeldAgainstIt() {
    World world = new World(4_000).card(GROUP).skeleton(World.range(0, 21));
    assertThat(profile(world).evidence(20)).doesNotContainKey(Facet.PAYMENT);
  }

  @Test
  void whatIsAsFrequentOutsideGivesNoEvidence() {
    // a campus: half of the group comes from it, and so does half of everybody
    World world = new World(4_000);
    world.address(1, IntStream.range(0, 4_000).filter(a -> a % 2 == 0).toArray());
    assertThat(profile(world).evidence(20)).isEmpty();
  }

  @Test
  void noEvidenceIsAboveTheBoundOfItsKind() {
    World world = new World(2_000_000).range24(World.range(0, 21));
    assertThat(profile(world).evidence(20).get(Facet.NETWORK)).isLessThanOrEqualTo(4);
  }

  @Test
  void thePriorIsTheGroupsShareOfAllOwners() {
    ClusterProfile profile = profile(new World(20 * 1_024 + 19).skeleton(GROUP));
    assertThat(profile.prior()).isEqualTo(-10);
  }
}
