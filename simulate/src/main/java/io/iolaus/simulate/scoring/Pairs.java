package io.iolaus.simulate.scoring;

/// Agreement over pairs of accounts: a pair is right when both are in one labelled cluster and of
/// one operator. Large operators decide it almost alone, which is why B-cubed stands beside it.
final class Pairs {

  private Pairs() {}

  static Agreement of(Contingency table) {
    double right = 0;
    for (var row : table.cells.values()) {
      for (long shared : row.values()) {
        right += pairs(shared);
      }
    }
    double claimed = table.clusters.values().stream().mapToDouble(Pairs::pairs).sum();
    double wanted = table.operators.values().stream().mapToDouble(Pairs::pairs).sum();
    return new Agreement(right, claimed, right, wanted);
  }

  private static double pairs(long items) {
    return items * (items - 1) / 2.0;
  }
}
