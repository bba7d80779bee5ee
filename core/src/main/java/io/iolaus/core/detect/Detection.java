package io.iolaus.core.detect;

import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution;
import io.iolaus.core.resolve.Resolver;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// From what accounts share to judged clusters: resolve, then judge each group.
public final class Detection {

  /// So many verified seats make an instrument their organization's.
  private static final int MIN_SEATS = 3;

  private Detection() {}

  /// Clusters worth a look, labelled ones first, then by score; without ids and attribution.
  ///
  /// @param evidence of the accounts of the population, by their index
  public static List<FoundCluster> clusters(
      Population population, Derivation derivation, EvidenceGraph evidence) {
    Resolution resolution = new Resolver(evidence, contracts(population, evidence)).resolve();
    Judgement judgement = new Judgement(population, derivation, evidence);
    return resolution.clusters().parallelStream()
        .map(judgement::judge)
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing((FoundCluster c) -> !c.labelled())
                .thenComparing(Comparator.comparingDouble(FoundCluster::score).reversed())
                .thenComparing(c -> c.members().getFirst().id()))
        .toList();
  }

  /// Whose seat each account is, as the population says; and who pays with what verified seats of
  /// an organization pay with, three of them and at least half of those on it, is of that
  /// organization: a contractor without a seat.
  private static int[] contracts(Population population, EvidenceGraph evidence) {
    int[] contracts = population.contracts();
    int[] all = contracts.clone();
    for (SharedThing thing : evidence.things()) {
      if (thing.type().equals("PaymentInstrument")) {
        Int2IntOpenHashMap seats = new Int2IntOpenHashMap();
        for (int p = 0; p < thing.size(); p++) {
          if (population.get(thing.member(p)).verifiedBy() != null) {
            seats.addTo(contracts[thing.member(p)], 1);
          }
        }
        for (Int2IntMap.Entry seat : seats.int2IntEntrySet()) {
          boolean theirs =
              seat.getIntValue() >= MIN_SEATS && 2 * seat.getIntValue() >= thing.size();
          for (int p = 0; theirs && p < thing.size(); p++) {
            if (population.get(thing.member(p)).verifiedBy() == null) {
              all[thing.member(p)] = seat.getIntKey();
            }
          }
        }
      }
    }
    return all;
  }
}
