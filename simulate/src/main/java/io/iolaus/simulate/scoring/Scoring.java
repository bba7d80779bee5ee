package io.iolaus.simulate.scoring;

import io.iolaus.simulate.scoring.Score.Group;
import io.iolaus.simulate.scoring.Score.Naming;
import io.iolaus.simulate.scoring.Score.OperatorScore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares what was found with the truth. Only accounts with state `labelled` count as found;
/// those in `review` are listed, nothing more.
public final class Scoring {

  /// A cluster fuses two operators when it holds this share of each.
  private static final double MERGED = 0.1;

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
    Map<String, String> owners = owners(table);
    return new Score(
        BCubed.strict(table),
        BCubed.plain(table),
        Pairs.of(table),
        groups(truth, result),
        truth.campaigns().stream().map(campaign -> operator(campaign, table, result)).toList(),
        mergeRate(table),
        table.clusters.size() - table.cells.size(),
        naming(truth, result, owners));
  }

  /// Cluster → the operator of most of its attack accounts.
  private static Map<String, String> owners(Contingency table) {
    Map<String, String> owners = new HashMap<>();
    table.cells.forEach((cluster, row) -> owners.put(cluster, greatest(row)));
    return owners;
  }

  private static String greatest(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static List<Group> groups(Truth truth, Result result) {
    Map<String, List<String>> accounts = new TreeMap<>(Scoring::byNumber);
    truth
        .accounts()
        .forEach((account, member) -> {
          if (!member.attack()) {
            accounts.computeIfAbsent(member.group(), g -> new ArrayList<>()).add(account);
          }
        });
    List<Group> groups = new ArrayList<>();
    accounts.forEach((name, members) -> {
      Set<String> instances = new HashSet<>();
      Set<String> labelledInstances = new HashSet<>();
      long labelled = 0;
      long review = 0;
      for (String account : members) {
        Truth.Member member = truth.accounts().get(account);
        String instance = member == null ? "" : member.instance();
        if (!instance.isEmpty()) {
          instances.add(instance);
        }
        if (result.labelled().containsKey(account)) {
          labelled++;
          labelledInstances.add(instance);
        } else if (result.review().containsKey(account)) {
          review++;
        }
      }
      groups.add(
          new Group(
              name,
              members.size(),
              labelled,
              review,
              instances.size(),
              instances.isEmpty() ? 0 : labelledInstances.size(),
              UpperBound.of95(labelled, members.size())));
    });
    return groups;
  }

  /// D2 before D10.
  private static int byNumber(String a, String b) {
    return a.length() == b.length() || a.charAt(0) != b.charAt(0)
        ? a.compareTo(b)
        : Integer.compare(a.length(), b.length());
  }

  private static OperatorScore operator(Truth.Campaign truth, Contingency table, Result result) {
    Map<String, Long> spread = new TreeMap<>();
    for (String cluster : table.cells.keySet()) {
      long shared = table.cell(cluster, truth.operator());
      if (shared > 0) {
        spread.put(cluster, shared);
      }
    }
    String best = greatest(spread);
    long shared = spread.getOrDefault(best, 0L);
    long size = table.clusters.getOrDefault(best, 0L);
    Result.Found found =
        result.clusters().stream().filter(c -> c.id().equals(best)).findFirst().orElse(null);
    return new OperatorScore(
        truth.operator(),
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

  private static double mergeRate(Contingency table) {
    List<String> operators = List.copyOf(table.operators.keySet());
    int pairs = 0;
    int merged = 0;
    for (int i = 0; i < operators.size(); i++) {
      for (int j = i + 1; j < operators.size(); j++) {
        pairs++;
        String a = operators.get(i);
        String b = operators.get(j);
        if (table.cells.keySet().stream()
            .anyMatch(cluster -> holds(table, cluster, a) && holds(table, cluster, b))) {
          merged++;
        }
      }
    }
    return pairs == 0 ? 0 : (double) merged / pairs;
  }

  private static boolean holds(Contingency table, String cluster, String operator) {
    return table.cell(cluster, operator) >= MERGED * table.operators.getOrDefault(operator, 0L);
  }

  private static Naming naming(Truth truth, Result result, Map<String, String> owners) {
    Map<String, String> employers = new HashMap<>();
    truth.campaigns().forEach(c -> employers.put(c.operator(), c.organization()));
    long right = 0;
    long wrong = 0;
    long abstained = 0;
    for (Result.Found cluster : result.clusters()) {
      if (!"labelled".equals(cluster.state())) {
        continue;
      }
      String owner = owners.getOrDefault(cluster.id(), "");
      if (cluster.organization().isEmpty()) {
        abstained++;
      } else if (cluster.organization().equals(employers.get(owner))) {
        right++;
      } else {
        wrong++;
      }
    }
    return new Naming(right, wrong, abstained);
  }
}
