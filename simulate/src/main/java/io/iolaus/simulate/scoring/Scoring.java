package io.iolaus.simulate.scoring;

import io.iolaus.simulate.scoring.Score.OperatorScore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares what was found with the truth. Only accounts with state `labelled` count as found;
/// those in `review` are listed, nothing more.
public final class Scoring {

  private Scoring() {}

  /// Scores files.
  ///
  /// @param truthFolder with `truth.csv` and `truth_clusters.csv`
  /// @param members what `iolaus members` printed
  /// @param clusters what `iolaus clusters` printed, or null
  public static Score score(Path truthFolder, Path members, @Nullable Path clusters)
      throws IOException {
    return score(Truth.read(truthFolder), Result.read(members, clusters));
  }

  public static Score score(Truth truth, Result result) {
    Contingency table = new Contingency(truth, result);
    List<ClusterScore> clusters = clusters(table, result);
    int operators = table.operators.size();
    return new Score(
        1,
        BCubed.strict(table),
        BCubed.plain(table),
        Pairs.of(table),
        GroupScores.of(truth, result),
        truth.campaigns().stream().map(campaign -> operator(campaign, table, result)).toList(),
        clusters,
        (long) operators * (operators - 1) / 2,
        MergedPairs.of(table).size(),
        result.review().keySet().stream().filter(account -> attack(truth, account)).count(),
        NamingScores.of(truth, result, clusters),
        Calibration.of(truth, result));
  }

  private static boolean attack(Truth truth, String account) {
    Truth.Member member = truth.accounts().get(account);
    return member != null && member.attack();
  }

  private static List<ClusterScore> clusters(Contingency table, Result result) {
    Map<String, Double> scores = new HashMap<>();
    result.clusters().forEach(found -> scores.put(found.id(), found.score()));
    List<ClusterScore> clusters = new ArrayList<>();
    table.clusters.forEach((id, accounts) -> {
      Map<String, Long> row = table.cells.getOrDefault(id, Map.of());
      String operator = Contingency.greatest(row);
      long attackers = row.values().stream().mapToLong(Long::longValue).sum();
      clusters.add(
          new ClusterScore(
              id,
              scores.getOrDefault(id, 1.0),
              accounts,
              operator,
              row.getOrDefault(operator, 0L),
              accounts - attackers));
    });
    return clusters;
  }

  private static OperatorScore operator(Truth.Campaign truth, Contingency table, Result result) {
    Map<String, Long> spread = new TreeMap<>();
    for (String cluster : table.cells.keySet()) {
      long shared = table.cell(cluster, truth.operator());
      if (shared > 0) {
        spread.put(cluster, shared);
      }
    }
    String best = Contingency.greatest(spread);
    long shared = spread.getOrDefault(best, 0L);
    long size = table.clusters.getOrDefault(best, 0L);
    Result.Found found =
        result.clusters().stream().filter(c -> c.id().equals(best)).findFirst().orElse(null);
    return new OperatorScore(
        truth.operator(),
        truth.attack(),
        truth.accounts(),
        best,
        spread.size(),
        size == 0 ? 0 : (double) shared / size,
        truth.accounts() == 0 ? 0 : (double) shared / truth.accounts(),
        found == null ? Double.NaN : error(found.accounts(), truth.accounts()),
        found == null ? Double.NaN : error(found.exchanges(), truth.exchanges()),
        found == null ? Double.NaN : windowError(found, truth),
        truth.organization(),
        found == null ? "" : found.organization());
  }

  private static double error(long found, long truth) {
    return truth == 0 ? Double.NaN : Math.abs(found - truth) / (double) truth;
  }

  private static double windowError(Result.Found found, Truth.Campaign truth) {
    double length = Duration.between(truth.firstSeen(), truth.lastSeen()).toMillis();
    if (found.firstSeen().isEmpty() || found.lastSeen().isEmpty() || length == 0) {
      return Double.NaN;
    }
    return (Duration.between(truth.firstSeen(), found.firstSeen().get()).abs().toMillis()
            + Duration.between(truth.lastSeen(), found.lastSeen().get()).abs().toMillis())
        / length;
  }
}
