package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.resolve.LinkFinder.Links;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinkFinderTest {

  private static Links links(World world, double... bits) {
    return new LinkFinder(world.graph(), world.owners(), bits).find(3);
  }

  /// How many of the first `n` accounts hang together with the first.
  private static int reached(Links links, int n) {
    boolean[] reached = new boolean[n];
    reached[0] = true;
    for (int round = 0; round < n; round++) {
      for (int e = 0; e < links.size(); e++) {
        if (reached[links.from()[e]] || reached[links.to()[e]]) {
          reached[links.from()[e]] = true;
          reached[links.to()[e]] = true;
        }
      }
    }
    int count = 0;
    for (boolean one : reached) {
      count += one ? 1 : 0;
    }
    return count;
  }

  @Test
  void findsEachPairOnceInAscendingOrder() {
    Links links = links(new World(1_000).card(2, 5, 9).device(2, 5, 9), 14, 12);
    assertThat(links.from()).containsExactly(2, 2, 5);
    assertThat(links.to()).containsExactly(5, 9, 9);
    assertThat(links.bits()).containsOnly(links.bits()[0]);
  }

  @Test
  void leavesPairsBelowTheMarginOut() {
    assertThat(links(new World(1_000).card(2, 5).device(2, 5), 7, 5).size()).isZero();
    assertThat(links(new World(1_000).card(2, 5).device(2, 5), 7, 6.5).size()).isEqualTo(1);
  }

  @Test
  void twoLargeSharedThingsStillMeet() {
    World world =
        new World(3_000).card(World.range(0, 1_000)).skeleton(World.range(0, 1_000));
    Links links = links(world, 14, 11);
    assertThat(reached(links, 1_000)).isEqualTo(1_000);
    // linear in the owners, not quadratic
    assertThat(links.size()).isLessThan(1_000 * 48);
  }

  @Test
  void thoseWhoShareTwoLargeThingsMeetAmongOthersWhoShareOne() {
    int[] card = World.range(0, 500);
    int[] skeleton = new int[500];
    for (int i = 0; i < 500; i++) {
      skeleton[i] = i < 250 ? i : 1_000 + i;
    }
    Links links = links(new World(3_000).card(card).skeleton(skeleton), 14, 11);
    assertThat(reached(links, 3_000)).isEqualTo(250);
    assertThat(Arrays.stream(links.to()).max().orElse(0)).isLessThan(250);
  }

  @Test
  void theRingIsTheSameEachTime() {
    World world = new World(3_000).card(World.range(0, 700)).skeleton(World.range(0, 700));
    Links first = links(world, 14, 11);
    Links second = links(world, 14, 11);
    assertThat(second.from()).containsExactly(first.from());
    assertThat(second.to()).containsExactly(first.to());
  }

  @Test
  void upToThreeHundredOwnersAllPairsAreSeen() {
    int n = LinkFinder.ALL_PAIRS;
    World world = new World(3_000).card(World.range(0, n)).skeleton(World.range(0, n));
    assertThat(links(world, 14, 11).size()).isEqualTo(n * (n - 1) / 2);
  }
}
