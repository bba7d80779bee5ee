package io.iolaus.simulate.baseline;

import io.iolaus.core.graph.Components;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LouvainAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/// B7: Louvain's modularity on the projection to accounts, weighted by what two accounts share.
///
/// That is EvilCohort's way (Stringhini and others, USENIX Security 2015): accounts are linked by
/// how many addresses they share, links below a threshold are dropped, communities are found by V.
/// D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, Fast unfolding of communities in large
/// networks, J. Stat. Mech. 2008, and communities of real users behind one gateway are told by the
/// mix of their user agents. Here every identifier counts, not addresses alone, and a rare one may
/// count more (`weight=rarity`, ln of accounts over holders).
final class WeightedLouvain implements Baseline {

  private static final String KINDS = "kinds";
  private static final String CAP = "cap";
  private static final String WEIGHT = "weight";
  private static final String THRESHOLD = "threshold";
  private static final String ALIKE = "alike";
  private static final int ITERATIONS = 10;
  private static final long SEED = 29;

  @Override
  public String id() {
    return "B7";
  }

  @Override
  public String title() {
    return "Louvain, weighted projection";
  }

  @Override
  public List<Parameters> grid() {
    return Grid.of()
        .and(KINDS, "owned", "located", "spoken")
        .and(CAP, 20, 200)
        .and(WEIGHT, "rarity")
        .and(THRESHOLD, 0, 8, 16)
        .and(ALIKE, 0, 0.5, 0.9)
        .list();
  }

  @Override
  public Grouping group(Observations observations, Parameters parameters) {
    IntArrayList from = new IntArrayList();
    IntArrayList to = new IntArrayList();
    DoubleArrayList weights = new DoubleArrayList();
    project(observations, parameters, from, to, weights);
    return Grouping.of(communities(observations.accounts(), from, to, weights));
  }

  @Override
  public Set<String> filters() {
    return Set.of(Parameters.LEAST, Parameters.FLAGGED, ALIKE);
  }

  /// Only communities of which a part of this size or more uses one client.
  @Override
  public Grouping filtered(Grouping groups, Observations observations, Parameters parameters) {
    Grouping alike = groups.alike(observations.things(Kind.CLIENT), parameters.number(ALIKE));
    return Baseline.super.filtered(alike, observations, parameters);
  }

  private static void project(
      Observations observations,
      Parameters parameters,
      IntArrayList from,
      IntArrayList to,
      DoubleArrayList weights) {
    Set<Kind> kinds = Kind.set(parameters.text(KINDS));
    boolean rarity = parameters.text(WEIGHT).equals("rarity");
    double threshold = parameters.number(THRESHOLD);
    int cap = parameters.whole(CAP);
    int accounts = observations.accounts();
    Neighbours neighbours = new Neighbours(accounts);
    for (int account = 0; account < accounts; account++) {
      neighbours.clear();
      for (Kind kind : kinds) {
        Incidence incidence = observations.things(kind);
        for (int thing : incidence.of(account)) {
          int degree = incidence.degree(thing);
          if (degree <= cap) {
            double weight = rarity ? Math.log((double) accounts / degree) : 1;
            meet(account, incidence.sharing(thing), weight, neighbours);
          }
        }
      }
      IntArrayList met = neighbours.met();
      for (int i = 0; i < met.size(); i++) {
        double weight = neighbours.sum(met.getInt(i));
        if (weight >= threshold) {
          from.add(account);
          to.add(met.getInt(i));
          weights.add(weight);
        }
      }
    }
  }

  private static void meet(int account, int[] sharing, double weight, Neighbours neighbours) {
    for (int other : sharing) {
      if (other > account) {
        neighbours.add(other, weight);
      }
    }
  }

  private static int[] communities(
      int accounts, IntArrayList from, IntArrayList to, DoubleArrayList weights) {
    if (from.isEmpty()) {
      return new Components(accounts).groups();
    }
    LargeIntArray[] ends = {
      new LargeIntArray(from.toIntArray()), new LargeIntArray(to.toIntArray())
    };
    Network network =
        new Network(
            accounts, true, ends, new LargeDoubleArray(weights.toDoubleArray()), false, false);
    // The Potts model with total weights for node weights and this resolution is modularity.
    double resolution =
        1 / (2 * network.getTotalEdgeWeight() + network.getTotalEdgeWeightSelfLinks());
    Clustering clustering =
        new LouvainAlgorithm(resolution, ITERATIONS, new Random(SEED)).findClustering(network);
    return clustering.getClusters();
  }
}
