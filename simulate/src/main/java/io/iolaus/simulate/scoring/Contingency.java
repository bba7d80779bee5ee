package io.iolaus.simulate.scoring;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// How many accounts of which operator are in which labelled cluster.
final class Contingency {

  /// Sizes of the labelled clusters, innocent accounts included.
  final Map<String, Long> clusters = new TreeMap<>();

  /// Attack accounts of each operator, found or not.
  final Map<String, Long> operators = new TreeMap<>();

  /// cluster → operator → accounts.
  final Map<String, Map<String, Long>> cells = new TreeMap<>();

  long innocent;
  final long attack;
  final long attackFound;

  Contingency(Truth truth, Result result) {
    truth
        .accounts()
        .forEach((account, member) -> {
          if (member.attack()) {
            operators.merge(member.operator(), 1L, Long::sum);
          }
        });
    result
        .labelled()
        .forEach((account, cluster) -> {
          clusters.merge(cluster, 1L, Long::sum);
          Truth.Member member = truth.accounts().get(account);
          if (member == null || !member.attack()) {
            innocent++;
          } else {
            cells
                .computeIfAbsent(cluster, _ -> new TreeMap<>())
                .merge(member.operator(), 1L, Long::sum);
          }
        });
    attack = sum(operators);
    attackFound = sum(clusters) - innocent;
  }

  long cell(String cluster, String operator) {
    return cells.getOrDefault(cluster, Map.of()).getOrDefault(operator, 0L);
  }

  /// The key with the greatest count, the first in order among equals; empty where there is none.
  static String greatest(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
