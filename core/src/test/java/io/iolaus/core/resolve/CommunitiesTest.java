package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.resolve.LinkFinder.Links;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.junit.jupiter.api.Test;

class CommunitiesTest {

  private final IntArrayList from = new IntArrayList();
  private final IntArrayList to = new IntArrayList();
  private final DoubleArrayList bits = new DoubleArrayList();

  private void link(int a, int b, double weight) {
    from.add(a);
    to.add(b);
    bits.add(weight);
  }

  private void dense(int first, int last, double weight) {
    for (int a = first; a < last; a++) {
      for (int b = a + 1; b < last; b++) {
        link(a, b, weight);
      }
    }
  }

  private int[] communities(int nodes) {
    return Communities.of(
        nodes, new Links(from.toIntArray(), to.toIntArray(), bits.toDoubleArray()));
  }

  @Test
  void nodesWithoutLinksAreAlone() {
    assertThat(communities(3)).containsExactly(0, 1, 2);
    link(0, 2, 5);
    int[] communities = communities(4);
    assertThat(communities[2]).isEqualTo(communities[0]);
    assertThat(new int[] {communities[0], communities[1], communities[3]}).doesNotHaveDuplicates();
  }

  @Test
  void aBridgeNeverFusesTwoDenseGroups() {
    dense(0, 8, 6);
    dense(8, 16, 6);
    link(3, 11, 12);
    link(4, 12, 12);
    int[] communities = communities(16);
    for (int node = 1; node < 8; node++) {
      assertThat(communities[node]).isEqualTo(communities[0]);
      assertThat(communities[8 + node]).isEqualTo(communities[8]);
    }
    assertThat(communities[8]).isNotEqualTo(communities[0]);
  }

  @Test
  void aRingOfNeighboursIsOneGroup() {
    // what the finder leaves of a thing with many owners: each with its neighbours only
    for (int a = 0; a < 60; a++) {
      for (int step = 1; step <= 24; step++) {
        int b = (a + step) % 60;
        link(Math.min(a, b), Math.max(a, b), 6);
      }
    }
    assertThat(communities(60)).containsOnly(communities(60)[0]);
  }

  @Test
  void isTheSameEachTime() {
    dense(0, 20, 4);
    dense(20, 40, 4);
    link(3, 27, 9);
    assertThat(communities(40)).containsExactly(communities(40));
  }
}
