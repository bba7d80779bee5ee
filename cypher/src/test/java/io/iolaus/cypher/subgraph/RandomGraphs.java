package io.iolaus.cypher.subgraph;

import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.subgraph.ClusterGraph.MemberNode;
import io.iolaus.cypher.subgraph.ClusterGraph.SharedNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Clusters from a seed: some accounts share the same, some nothing, some things many have.
final class RandomGraphs {
  private RandomGraphs() {}

  private static final EntityType[] TYPES = {
    EntityType.PAYMENT, EntityType.IP, EntityType.IDENTIFIER, EntityType.PROMPT_FAMILY
  };

  static ClusterGraph of(long seed, int accounts, int things, int edges) {
    Random random = new Random(seed);
    List<MemberNode> members = new ArrayList<>();
    for (int i = 0; i < accounts; i++) {
      members.add(
          new MemberNode(
              "acc-%016x".formatted(random.nextLong()),
              random.nextInt(5) == 0 ? ClusterState.REVIEW : ClusterState.LABELLED));
    }
    List<TreeSet<Integer>> of = new ArrayList<>();
    for (int s = 0; s < things; s++) {
      of.add(new TreeSet<>());
    }
    for (int e = 0; e < edges; e++) {
      // some things are far busier than others, as are some accounts
      int thing = (int) (things * Math.pow(random.nextDouble(), 2));
      of.get(thing).add((int) (accounts * Math.pow(random.nextDouble(), 1.2)));
    }
    List<SharedNode> shared = new ArrayList<>();
    for (int s = 0; s < things; s++) {
      if (of.get(s).size() >= 2) {
        String id = "thing-%08x".formatted(random.nextInt());
        shared.add(
            new SharedNode(
                TYPES[random.nextInt(TYPES.length)],
                id,
                id,
                random.nextInt(1, 1_200) / 100.0,
                of.get(s).size() + random.nextInt(3),
                of.get(s).stream().mapToInt(Integer::intValue).toArray()));
      }
    }
    shared.sort(Comparator.comparingDouble(s -> -s.bits()));
    return new ClusterGraph("v", members, shared, shared.size());
  }

  /// The same with its edges read in another order.
  static ClusterGraph mixed(ClusterGraph graph, long seed) {
    Random random = new Random(seed);
    return new ClusterGraph(
        graph.version(),
        graph.members(),
        graph.shared().stream()
            .map(s -> {
              List<Integer> accounts = new ArrayList<>(IntStream.of(s.accounts()).boxed().toList());
              java.util.Collections.shuffle(accounts, random);
              return new SharedNode(
                  s.type(),
                  s.id(),
                  s.label(),
                  s.bits(),
                  s.total(),
                  accounts.stream().mapToInt(Integer::intValue).toArray());
            })
            .toList(),
        graph.sharedTotal());
  }
}
