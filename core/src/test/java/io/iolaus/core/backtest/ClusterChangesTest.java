package io.iolaus.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterChangesTest {

  private static ComparedCluster cluster(String id, int from, int to) {
    return new ComparedCluster(id, accounts(from, to), Set.of());
  }

  private static Set<String> accounts(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> "a" + (100 + n)).collect(Collectors.toSet());
  }

  @Test
  void theSameUnderOtherIdsIsTheSame() {
    ClusterChanges changes =
        ClusterChanges.of(
            List.of(cluster("c1", 0, 10), cluster("c2", 10, 20)),
            List.of(cluster("x", 10, 20), cluster("y", 0, 10)));
    assertThat(changes.same()).isEqualTo(2);
    assertThat(changes.gained()).isEmpty();
    assertThat(changes.lost()).isEmpty();
    assertThat(changes.moved()).isEmpty();
  }

  @Test
  void tellsGainedFromLost() {
    ClusterChanges changes =
        ClusterChanges.of(List.of(cluster("old", 0, 10)), List.of(cluster("new", 50, 60)));
    assertThat(changes.gained()).containsExactly("new");
    assertThat(changes.lost()).containsExactly("old");
    assertThat(changes.joined()).hasSize(10).contains("a150");
    assertThat(changes.left()).hasSize(10).contains("a100");
    assertThat(changes.moved()).isEmpty();
  }

  @Test
  void twoThatBecomeOneAreMergedAndNotLost() {
    ClusterChanges changes =
        ClusterChanges.of(
            List.of(cluster("c1", 0, 10), cluster("c2", 10, 16)), List.of(cluster("m", 0, 16)));
    assertThat(changes.merged()).containsExactly("c1+c2 -> m");
    assertThat(changes.lost()).isEmpty();
    assertThat(changes.same()).isEqualTo(1);
    assertThat(changes.moved()).as("those of the smaller one").hasSize(6).contains("a110");
  }

  @Test
  void oneThatBecomesTwoIsSplitAndNothingGained() {
    ClusterChanges changes =
        ClusterChanges.of(
            List.of(cluster("c", 0, 16)), List.of(cluster("p", 0, 10), cluster("q", 10, 16)));
    assertThat(changes.split()).containsExactly("c -> p+q");
    assertThat(changes.gained()).isEmpty();
    assertThat(changes.moved()).hasSize(6);
  }

  @Test
  void oneAccountThatGoesOverIsMoved() {
    ClusterChanges changes =
        ClusterChanges.of(
            List.of(cluster("c1", 0, 10), cluster("c2", 10, 20)),
            List.of(cluster("c1", 0, 9), cluster("c2", 9, 20)));
    assertThat(changes.moved()).containsExactly("a109");
    assertThat(changes.merged()).isEmpty();
    assertThat(changes.split()).isEmpty();
  }

  @Test
  void tellsWhoIsLabelledOnlyNow() {
    ClusterChanges changes =
        ClusterChanges.of(
            List.of(new ComparedCluster("c", accounts(0, 3), Set.of("a100", "a101"))),
            List.of(new ComparedCluster("c", accounts(0, 3), Set.of("a101", "a102"))));
    assertThat(changes.labelled()).containsExactly("a102");
    assertThat(changes.unlabelled()).containsExactly("a100");
  }
}
