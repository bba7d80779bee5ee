package io.iolaus.simulate.scoring;

/// B-cubed precision and recall of a clustering.
///
/// For an account in cluster C whose operator has the accounts O, precision is |C ∩ O| / |C| and
/// recall |C ∩ O| / |O|; the figures are means over accounts. Bagga and Baldwin, Entity-based
/// cross-document coreferencing using the vector space model, ACL 1998; properties and the
/// extension to unassigned items: Amigó, Gonzalo, Artiles, Verdejo, A comparison of extrinsic
/// clustering evaluation metrics based on formal constraints, Information Retrieval 12, 2009.
final class BCubed {

  private BCubed() {}

  /// The strict form. Precision is the mean over labelled accounts, and an innocent one counts 0;
  /// recall is the mean over attack accounts, and a missed one counts 0.
  static Agreement strict(Contingency table) {
    double precise = 0;
    double recalled = 0;
    for (var row : table.cells.entrySet()) {
      double size = table.clusters.getOrDefault(row.getKey(), 0L);
      for (var cell : row.getValue().entrySet()) {
        double shared = cell.getValue();
        precise += shared * shared / size;
        recalled += shared * shared / table.operators.getOrDefault(cell.getKey(), 0L);
      }
    }
    double labelled = table.attackFound + table.innocent;
    double attack = table.attack;
    return new Agreement(precise, labelled, recalled, attack);
  }

  /// The plain form: the mean over attack accounts and labelled accounts alike, where an innocent
  /// account is an operator of its own and a missed one a cluster of its own. It flatters who
  /// labels little, and is shown for comparison alone.
  static Agreement plain(Contingency table) {
    double missed = table.attack - table.attackFound;
    double precise = missed;
    double recalled = table.innocent;
    long innocentIn;
    for (var cluster : table.clusters.entrySet()) {
      double size = cluster.getValue();
      innocentIn = cluster.getValue();
      for (var cell : table.cells.getOrDefault(cluster.getKey(), java.util.Map.of()).entrySet()) {
        double shared = cell.getValue();
        innocentIn -= cell.getValue();
        precise += shared * shared / size;
        recalled += shared * shared / table.operators.getOrDefault(cell.getKey(), 0L);
      }
      precise += innocentIn / size;
    }
    for (var operator : table.operators.entrySet()) {
      long found = 0;
      for (String cluster : table.cells.keySet()) {
        found += table.cell(cluster, operator.getKey());
      }
      // Each missed account shares its cluster with itself alone.
      recalled += (operator.getValue() - found) / (double) operator.getValue();
    }
    double all = table.attack + table.innocent;
    return new Agreement(precise, all, recalled, all);
  }
}
