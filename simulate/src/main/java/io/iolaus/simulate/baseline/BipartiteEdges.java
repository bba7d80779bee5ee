package io.iolaus.simulate.baseline;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.Set;

/// The edges between accounts and things of some kinds. Nodes are numbers: accounts first, then
/// things.
final class BipartiteEdges {

  private final int[] accounts;
  private final int[] things;
  private final double[] weights;
  private final int[][] ofNode;

  private BipartiteEdges(int[] accounts, int[] things, double[] weights, int nodes) {
    this.accounts = accounts;
    this.things = things;
    this.weights = weights;
    int[] degrees = new int[nodes];
    for (int edge = 0; edge < accounts.length; edge++) {
      degrees[accounts[edge]]++;
      degrees[things[edge]]++;
    }
    this.ofNode = new int[nodes][];
    Arrays.setAll(ofNode, node -> new int[degrees[node]]);
    for (int edge = accounts.length - 1; edge >= 0; edge--) {
      ofNode[accounts[edge]][--degrees[accounts[edge]]] = edge;
      ofNode[things[edge]][--degrees[things[edge]]] = edge;
    }
  }

  /// All edges to things that several accounts show.
  static BipartiteEdges of(Observations observations, Set<Kind> kinds) {
    IntArrayList from = new IntArrayList();
    IntArrayList to = new IntArrayList();
    int next = observations.accounts();
    IntArrayList degrees = new IntArrayList();
    for (Kind kind : kinds) {
      Incidence incidence = observations.things(kind);
      for (int thing = 0; thing < incidence.things(); thing++) {
        for (int account : incidence.sharing(thing)) {
          from.add(account);
          to.add(next);
          degrees.add(incidence.degree(thing));
        }
        next++;
      }
    }
    double[] weights = degrees.intStream().mapToDouble(DensestBlocks::weight).toArray();
    return new BipartiteEdges(from.toIntArray(), to.toIntArray(), weights, next);
  }

  int nodes() {
    return ofNode.length;
  }

  int size() {
    return accounts.length;
  }

  int account(int edge) {
    return accounts[edge];
  }

  int thing(int edge) {
    return things[edge];
  }

  double weight(int edge) {
    return weights[edge];
  }

  /// The edges of a node; not to be changed.
  int[] of(int node) {
    return ofNode[node];
  }

  int other(int edge, int node) {
    return accounts[edge] == node ? things[edge] : accounts[edge];
  }
}
