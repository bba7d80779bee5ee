package io.iolaus.simulate.baseline;

import it.unimi.dsi.fastutil.doubles.DoubleHeapIndirectPriorityQueue;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// B6: the densest blocks of accounts and identifiers, one after the other.
///
/// FRAUDAR: B. Hooi, H. A. Song, A. Beutel, N. Shah, K. Shin, C. Faloutsos, Bounding graph fraud in
/// the face of camouflage, KDD 2016. Nodes are peeled off greedily, always the one with the least
/// weight of edges left; the state with the greatest weight for each node is the block, which is at
/// least half as dense as the densest there is. An edge to a thing that d accounts show weighs
/// 1/ln(d + 5), so that camouflage by what everybody shows is worth little. The edges of a block
/// are taken out before the next one is looked for; an account is in the first of its blocks.
final class DensestBlocks implements Baseline {

  private static final String KINDS = "kinds";
  private static final String BLOCKS = "blocks";
  private static final int MOST_BLOCKS = 40;
  private static final double OFFSET = 5;

  @Override
  public String id() {
    return "B6";
  }

  @Override
  public String title() {
    return "FRAUDAR, account x identifier";
  }

  @Override
  public List<Parameters> grid() {
    return Grid.of()
        .and(KINDS, "owned", "located", "any", "spoken")
        .and(BLOCKS, 1, 2, 4, 8, 20, MOST_BLOCKS)
        .list();
  }

  @Override
  public Set<String> filters() {
    return Set.of(Parameters.LEAST, Parameters.FLAGGED, BLOCKS);
  }

  /// Only so many blocks, the first ones.
  @Override
  public Grouping filtered(Grouping groups, Observations observations, Parameters parameters) {
    int blocks = parameters.whole(BLOCKS);
    return Baseline.super.filtered(
        groups.without(account -> groups.group(account) >= blocks), observations, parameters);
  }

  @Override
  public Grouping group(Observations observations, Parameters parameters) {
    BipartiteEdges edges = BipartiteEdges.of(observations, Kind.set(parameters.text(KINDS)));
    boolean[] gone = new boolean[edges.size()];
    int[] groups = new int[observations.accounts()];
    Arrays.fill(groups, Grouping.NONE);
    for (int block = 0; block < MOST_BLOCKS; block++) {
      boolean[] in = densest(edges, gone);
      boolean any = false;
      for (int edge = 0; edge < edges.size(); edge++) {
        int account = edges.account(edge);
        if (!gone[edge] && in[account] && in[edges.thing(edge)]) {
          gone[edge] = true;
          any = true;
          groups[account] = groups[account] == Grouping.NONE ? block : groups[account];
        }
      }
      if (!any) {
        break;
      }
    }
    return Grouping.of(groups);
  }

  /// Which nodes are in the densest block of the edges that are left.
  private static boolean[] densest(BipartiteEdges edges, boolean[] gone) {
    double[] weights = new double[edges.nodes()];
    double total = 0;
    for (int edge = 0; edge < edges.size(); edge++) {
      if (!gone[edge]) {
        weights[edges.account(edge)] += edges.weight(edge);
        weights[edges.thing(edge)] += edges.weight(edge);
        total += edges.weight(edge);
      }
    }
    DoubleHeapIndirectPriorityQueue least = new DoubleHeapIndirectPriorityQueue(weights);
    int left = 0;
    for (int node = 0; node < weights.length; node++) {
      if (weights[node] > 0) {
        least.enqueue(node);
        left++;
      }
    }
    int[] order = new int[left];
    boolean[] peeled = new boolean[weights.length];
    double best = 0;
    int kept = 0;
    for (int step = 0; step < order.length; step++) {
      if (total / left > best) {
        best = total / left;
        kept = step;
      }
      int node = least.dequeue();
      order[step] = node;
      peeled[node] = true;
      left--;
      for (int edge : edges.of(node)) {
        int other = edges.other(edge, node);
        if (!gone[edge] && !peeled[other]) {
          total -= edges.weight(edge);
          weights[other] -= edges.weight(edge);
          least.changed(other);
        }
      }
    }
    boolean[] in = new boolean[weights.length];
    for (int step = kept; step < order.length; step++) {
      in[order[step]] = true;
    }
    return in;
  }

  /// The weight of an edge to a thing of this degree.
  static double weight(int degree) {
    return 1 / Math.log(degree + OFFSET);
  }
}
