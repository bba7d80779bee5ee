package io.iolaus.simulate.scoring;

import io.iolaus.simulate.scoring.Score.Naming;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Judges the organizations that labelled clusters name.
final class NamingScores {

  /// How many kinds of evidence a name takes.
  private static final int NEEDED = 2;

  private NamingScores() {}

  static Naming of(Truth truth, Result result, List<ClusterScore> clusters) {
    Map<String, String> owners = new HashMap<>();
    clusters.forEach(cluster -> owners.put(cluster.id(), cluster.operator()));
    Map<String, String> employers = new HashMap<>();
    truth.campaigns().forEach(c -> employers.put(c.operator(), c.organization()));
    long right = 0;
    long wrong = 0;
    long abstained = 0;
    Set<String> named = new HashSet<>();
    Set<String> namedRightly = new HashSet<>();
    for (Result.Found cluster : result.clusters()) {
      if (!"labelled".equals(cluster.state())) {
        continue;
      }
      String owner = owners.getOrDefault(cluster.id(), "");
      if (cluster.organization().isEmpty()) {
        abstained++;
        continue;
      }
      named.add(owner);
      if (cluster.organization().equals(employers.get(owner))) {
        right++;
        namedRightly.add(owner);
      } else {
        wrong++;
      }
    }
    return new Naming(
        right,
        wrong,
        abstained,
        count(truth, NEEDED, Integer.MAX_VALUE, null),
        count(truth, NEEDED, Integer.MAX_VALUE, namedRightly),
        count(truth, 0, NEEDED - 1, named));
  }

  private static long count(Truth truth, int least, int most, @Nullable Set<String> among) {
    return truth.campaigns().stream()
        .filter(c -> c.evidence() >= least && c.evidence() <= most)
        .filter(c -> among == null || among.contains(c.operator()))
        .count();
  }
}
