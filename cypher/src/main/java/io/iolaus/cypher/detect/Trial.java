package io.iolaus.cypher.detect;

import io.iolaus.core.backtest.DetectorCost;
import io.iolaus.core.detect.Population;
import io.iolaus.cypher.detector.LinkResult;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What some detectors made of a moment.
///
/// @param accounts ids of all accounts that were looked at
/// @param costs of each detector, by its id
public record Trial(
    DetectionSummary summary, Set<String> accounts, Map<String, DetectorCost> costs) {
  public Trial {
    accounts = Set.copyOf(accounts);
    costs = java.util.Collections.unmodifiableMap(new TreeMap<>(costs));
  }

  static Trial of(
      DetectionSummary summary, Population population, LinkCollector.Collected collected) {
    Set<String> accounts = new HashSet<>();
    for (int a = 0; a < population.size(); a++) {
      accounts.add(population.get(a).id());
    }
    Map<String, DetectorCost> costs = new TreeMap<>();
    for (LinkResult result : collected.results()) {
      costs.put(
          result.detector(),
          new DetectorCost(
              result.version(),
              result.status().text(),
              result.reason().orElse(null),
              result.links().size(),
              result.members(),
              result.millis()));
    }
    return new Trial(summary, accounts, costs);
  }
}
