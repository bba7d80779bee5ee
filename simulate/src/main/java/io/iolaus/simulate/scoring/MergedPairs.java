package io.iolaus.simulate.scoring;

import java.util.ArrayList;
import java.util.List;

/// Pairs of operators that some labelled cluster fuses: it holds a tenth or more of each.
public final class MergedPairs {

  private static final double MERGED = 0.1;

  /// Two operators of one population, in the order of their names.
  public record Pair(String one, String other) {

    /// Whether these two are the pair, in any order.
    public boolean is(String a, String b) {
      return (one.equals(a) && other.equals(b)) || (one.equals(b) && other.equals(a));
    }
  }

  private MergedPairs() {}

  /// All fused pairs.
  public static List<Pair> of(Truth truth, Result result) {
    return of(new Contingency(truth, result));
  }

  static List<Pair> of(Contingency table) {
    List<String> operators = List.copyOf(table.operators.keySet());
    List<Pair> merged = new ArrayList<>();
    for (int i = 0; i < operators.size(); i++) {
      for (int j = i + 1; j < operators.size(); j++) {
        Pair pair = new Pair(operators.get(i), operators.get(j));
        if (table.cells.keySet().stream()
            .anyMatch(c -> holds(table, c, pair.one()) && holds(table, c, pair.other()))) {
          merged.add(pair);
        }
      }
    }
    return merged;
  }

  private static boolean holds(Contingency table, String cluster, String operator) {
    return table.cell(cluster, operator) >= MERGED * table.operators.getOrDefault(operator, 0L);
  }
}
