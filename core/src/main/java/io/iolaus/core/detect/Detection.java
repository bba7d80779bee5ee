package io.iolaus.core.detect;

import io.iolaus.core.resolve.Apart;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution;
import io.iolaus.core.resolve.Resolver;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// From what accounts share to judged clusters: resolve, then judge each group.
public final class Detection {

  private Detection() {}

  /// Clusters worth a look, labelled ones first, then by score; without ids and attribution.
  ///
  /// @param evidence of the accounts of the population, by their index
  /// @param memory what earlier runs know
  /// @param apart who people say is not one operator's
  public static List<FoundCluster> clusters(
      Population population,
      Derivation derivation,
      EvidenceGraph evidence,
      Memory memory,
      Apart apart) {
    Contracts contracts = new Contracts(population, evidence);
    Resolution resolution =
        new Resolver(evidence, contracts.owners(), population.activity(), apart).resolve();
    Judgement judgement = new Judgement(population, derivation, evidence, contracts);
    return resolution.clusters().parallelStream()
        .map(group ->
            judgement.judge(
                group, memory.kin(group, population, evidence, id -> skeleton(derivation, id))))
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing((FoundCluster c) -> !c.labelled())
                .thenComparing(Comparator.comparingDouble(FoundCluster::score).reversed())
                .thenComparing(c -> c.members().getFirst().id()))
        .toList();
  }

  /// System prompts have none: most are a framework's.
  private static long[] skeleton(Derivation derivation, String id) {
    Derivation.Family family = derivation.families().get(id);
    return family == null || family.system() ? new long[0] : family.family().skeleton();
  }
}
