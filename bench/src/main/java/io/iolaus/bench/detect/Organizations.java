package io.iolaus.bench.detect;

import io.iolaus.core.attribution.Attribution;
import io.iolaus.core.attribution.Hypothesis;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.Simulation;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.scoring.Score;
import io.iolaus.simulate.scoring.Scoring;
import io.iolaus.simulate.scoring.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How right the organizations are that clusters name, on proving grounds with known truth: in
/// memory, without a database.
///
/// Arguments: `SEEDS ATTACK LEVEL…` as `201-210 mixed 0 1 2 3`; with `-v` before them each labelled
/// cluster is told. Every level is printed, then all of them together.
public final class Organizations {

  private Organizations() {}

  public static void main(String[] args) {
    boolean verbose = args.length > 0 && args[0].equals("-v");
    int first = verbose ? 1 : 0;
    if (args.length < first + 3) {
      throw new IllegalArgumentException(
          "wanted: [-v] SEEDS ATTACK LEVEL..., as 201-210 mixed 0 1");
    }
    String[] ends = args[first].split("-", -1);
    NamingTable all = new NamingTable();
    System.out.println(NamingTable.HEADER);
    for (int i = first + 2; i < args.length; i++) {
      NamingTable level = new NamingTable();
      for (long seed = Long.parseLong(ends[0]); seed <= Long.parseLong(ends[1]); seed++) {
        level.add(world(seed, Attack.of(args[first + 1]), Integer.parseInt(args[i]), verbose));
      }
      System.out.println(level.row("level " + args[i]));
      all.add(level);
    }
    System.out.println(all.row("all"));
    System.out.print(all.reliability());
  }

  private static NamingTable world(long seed, Attack attack, int level, boolean verbose) {
    MemoryGraph graph = new MemoryGraph();
    Truth truth =
        Truth.of(
            new Simulation(ProvingSpec.of(Scale.S, seed).attack(attack).level(level))
                .lines(new MemoryLines(graph::add)::add));
    List<NamingTable.Judged> judged = new ArrayList<>();
    MemoryDetection detection = MemoryDetection.of(graph);
    for (FoundCluster cluster : detection.clusters()) {
      if (cluster.labelled()) {
        List<FoundMember> members = cluster.counted();
        String operator = operator(members, truth);
        judged.add(new NamingTable.Judged(operator, cluster.attribution()));
        if (verbose) {
          tell(seed, level, operator, members, truth, cluster.attribution());
        }
      }
    }
    Score.Naming naming = Scoring.score(truth, detection.result()).naming();
    return NamingTable.of(truth, naming, judged);
  }

  /// Of most members; empty where nobody of them attacks.
  private static String operator(List<FoundMember> members, Truth truth) {
    return operators(members, truth).entrySet().stream()
        .filter(e -> !e.getKey().isEmpty())
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static Map<String, Integer> operators(List<FoundMember> members, Truth truth) {
    Map<String, Integer> counts = new TreeMap<>();
    for (FoundMember member : members) {
      Truth.Member known = truth.accounts().get(member.id());
      counts.merge(known == null ? "" : known.operator(), 1, Integer::sum);
    }
    return counts;
  }

  private static void tell(
      long seed,
      int level,
      String operator,
      List<FoundMember> members,
      Truth truth,
      Attribution attribution) {
    Truth.Campaign campaign =
        truth.campaigns().stream()
            .filter(c -> c.operator().equals(operator))
            .findFirst()
            .orElse(null);
    Hypothesis leader = attribution.hypotheses().getFirst();
    System.out.printf(
        Locale.ROOT,
        "  %d/%d %s of %s (%s, %d kinds): %s %s %s %.3f%n",
        seed,
        level,
        operators(members, truth),
        campaign == null ? "nobody" : campaign.attack(),
        campaign == null ? "" : campaign.organization(),
        campaign == null ? 0 : campaign.evidence(),
        attribution.outcome().id(),
        leader.kind(),
        leader.organization(),
        leader.confidence());
    for (Attribution.Row row : attribution.matrix()) {
      if (row.found() && row.organization() != null) {
        System.out.printf(
            Locale.ROOT,
            "      %s %s %s reach %.2f %s%n",
            row.organization(),
            row.kind(),
            row.text(),
            row.reach(),
            row.bits().stream().map(b -> String.format(Locale.ROOT, "%.1f", b)).toList());
      }
    }
  }
}
