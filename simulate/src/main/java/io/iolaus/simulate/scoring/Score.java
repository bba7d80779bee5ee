package io.iolaus.simulate.scoring;

import java.util.List;

/// How near a result comes to the truth. Rates are from 0 to 1.
///
/// @param strict B-cubed over labelled and attack accounts: innocent and missed accounts count 0
/// @param plain B-cubed where those are groups of their own
/// @param pairwise over pairs of accounts
/// @param groups labelled accounts among the innocent, by decoy kind and role
/// @param operators what became of each operator
/// @param mergeRate share of the pairs of operators that some cluster fuses
/// @param innocentClusters labelled clusters without any attack account
public record Score(
    Agreement strict,
    Agreement plain,
    Agreement pairwise,
    List<Group> groups,
    List<OperatorScore> operators,
    double mergeRate,
    long innocentClusters,
    Naming naming) {

  /// One kind of innocent accounts.
  ///
  /// @param instances of the decoy; 0 for what is no decoy
  /// @param labelledInstances instances with a labelled account
  /// @param bound of the rate of labelled accounts, 95 %
  public record Group(
      String name,
      long accounts,
      long labelled,
      long review,
      long instances,
      long labelledInstances,
      double bound) {

    public double rate() {
      return accounts == 0 ? 0 : (double) labelled / accounts;
    }
  }

  /// One operator and the cluster that holds most of it.
  ///
  /// @param cluster or empty where none of its accounts is labelled
  /// @param clusters how many labelled clusters hold some of it
  /// @param precision share of the best cluster that is the operator's
  /// @param recall share of the operator that is in the best cluster
  /// @param accountsError relative error of the cluster's accounts; NaN without cluster figures
  /// @param exchangesError relative error of its exchanges
  /// @param windowError days by which its window begins and ends wrongly, over the true length
  public record OperatorScore(
      String operator,
      long accounts,
      String cluster,
      int clusters,
      double precision,
      double recall,
      double accountsError,
      double exchangesError,
      double windowError,
      String organization,
      String named) {}

  /// Organizations named by labelled clusters.
  ///
  /// @param right clusters that name the organization behind most of their accounts
  /// @param wrong that name another one, or name one although nobody attacked
  /// @param abstained that name none
  public record Naming(long right, long wrong, long abstained) {}

  public Score {
    groups = List.copyOf(groups);
    operators = List.copyOf(operators);
  }

  /// Labelled accounts in decoys, all kinds together.
  public long labelledDecoys() {
    return groups.stream().filter(g -> g.instances() > 0).mapToLong(Group::labelled).sum();
  }
}
