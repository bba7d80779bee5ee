package io.iolaus.simulate.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// How near a result comes to the truth; {@link #pool} makes one of the scores of several
/// populations. Rates are from 0 to 1.
///
/// @param worlds how many populations it is about
/// @param strict B-cubed over labelled and attack accounts: innocent and missed accounts count 0
/// @param plain B-cubed where those are groups of their own
/// @param pairwise over pairs of accounts
/// @param groups labelled accounts among the innocent, by decoy kind or role, and again by variant
/// @param operators what became of each operator
/// @param clusters the labelled clusters
/// @param operatorPairs pairs of operators of one population
/// @param mergedPairs those that some cluster fuses
/// @param attackInReview attack accounts with state `review`
public record Score(
    int worlds,
    Agreement strict,
    Agreement plain,
    Agreement pairwise,
    List<Group> groups,
    List<OperatorScore> operators,
    List<ClusterScore> clusters,
    long operatorPairs,
    long mergedPairs,
    long attackInReview,
    Naming naming,
    Calibration calibration) {

  /// One kind of innocent accounts. Accounts of one decoy fall together, so the bound over
  /// instances is the one that counts.
  ///
  /// @param name the decoy's kind or a role
  /// @param variant empty for all accounts of the kind, else the part with this variant
  /// @param instances of the decoy; 0 for what is no decoy
  /// @param labelledInstances instances with a labelled account
  /// @param reviewInstances instances without one, and with an account in review
  public record Group(
      String name,
      String variant,
      long accounts,
      long labelled,
      long review,
      long instances,
      long labelledInstances,
      long reviewInstances) {

    /// Labelled among the accounts.
    public double rate() {
      return accounts == 0 ? 0 : (double) labelled / accounts;
    }

    /// The 95 % bound of the rate of labelled accounts.
    public double bound() {
      return ExactBound.of95(labelled, accounts);
    }

    /// The 95 % bound of the rate of instances with a labelled account; 1 without instances.
    public double instanceBound() {
      return ExactBound.of95(labelledInstances, instances);
    }

    /// As `D2` or `D2 unverified`.
    public String title() {
      return variant.isEmpty() ? name : name + " " + variant;
    }

    /// Whether it is one of the decoys, all variants together; victims and customers are none.
    boolean decoy() {
      return instances > 0 && variant.isEmpty() && GroupScores.isDecoy(name);
    }

    Group plus(Group other) {
      return new Group(
          name,
          variant,
          accounts + other.accounts,
          labelled + other.labelled,
          review + other.review,
          instances + other.instances,
          labelledInstances + other.labelledInstances,
          reviewInstances + other.reviewInstances);
    }
  }

  /// One operator and the cluster that holds most of it.
  ///
  /// @param attack its archetype (`A4`), or empty
  /// @param cluster or empty where none of its accounts is labelled
  /// @param clusters how many labelled clusters hold some of it
  /// @param precision share of the best cluster that is the operator's
  /// @param recall share of the operator that is in the best cluster
  /// @param accountsError relative error of the cluster's accounts; NaN without cluster figures
  /// @param exchangesError relative error of its exchanges
  /// @param windowError days by which its window begins and ends wrongly, over the true length
  public record OperatorScore(
      String operator,
      String attack,
      long accounts,
      String cluster,
      int clusters,
      double precision,
      double recall,
      double accountsError,
      double exchangesError,
      double windowError,
      String organization,
      String named) {

    public double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  /// Organizations named by labelled clusters.
  ///
  /// @param right clusters that name the organization behind most of their accounts
  /// @param wrong that name another one, or name one although nobody attacked
  /// @param abstained that name none
  /// @param due operators to whose organization two kinds of evidence or more point; none where the
  ///   truth does not tell
  /// @param dueNamed those of which some cluster names it
  /// @param undueNamed operators with fewer kinds of which some cluster names an organization
  public record Naming(
      long right, long wrong, long abstained, long due, long dueNamed, long undueNamed) {

    /// Right among the named; 1 if none is named.
    public double accuracy() {
      return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /// Clusters that name nobody among all; 0 without any.
    public double abstention() {
      long all = right + wrong + abstained;
      return all == 0 ? 0 : (double) abstained / all;
    }

    /// Named rightly among the operators with two kinds of evidence; NaN without any.
    public double coverage() {
      return due == 0 ? Double.NaN : (double) dueNamed / due;
    }

    /// Both as one.
    public Naming plus(Naming other) {
      return new Naming(
          right + other.right,
          wrong + other.wrong,
          abstained + other.abstained,
          due + other.due,
          dueNamed + other.dueNamed,
          undueNamed + other.undueNamed);
    }
  }

  public Score {
    groups = List.copyOf(groups);
    operators = List.copyOf(operators);
    clusters = List.copyOf(clusters);
  }

  /// One score over all populations: sums of what is counted, lists one after the other.
  ///
  /// @throws IllegalArgumentException if there are none
  public static Score pool(List<Score> scores) {
    return scores.stream()
        .reduce(Score::plus)
        .orElseThrow(() -> new IllegalArgumentException("no scores to pool"));
  }

  private Score plus(Score other) {
    Map<String, Group> sums = new TreeMap<>(GroupScores::byNumber);
    groups.forEach(group -> sums.put(group.title(), group));
    other.groups.forEach(group -> sums.merge(group.title(), group, Group::plus));
    return new Score(
        worlds + other.worlds,
        strict.plus(other.strict),
        plain.plus(other.plain),
        pairwise.plus(other.pairwise),
        List.copyOf(sums.values()),
        joined(operators, other.operators),
        joined(clusters, other.clusters),
        operatorPairs + other.operatorPairs,
        mergedPairs + other.mergedPairs,
        attackInReview + other.attackInReview,
        naming.plus(other.naming),
        calibration.plus(other.calibration));
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /// Share of the pairs of operators that some cluster fuses.
  public double mergeRate() {
    return operatorPairs == 0 ? 0 : (double) mergedPairs / operatorPairs;
  }

  /// Labelled clusters without any attack account.
  public long innocentClusters() {
    return clusters.stream().filter(cluster -> cluster.operator().isEmpty()).count();
  }

  /// The share of right clusters among those of the highest scores that together hold this share of
  /// all attack accounts; empty where right clusters hold less.
  public OptionalDouble clusterPrecisionAt(double recall) {
    return Ranking.precisionAt(recall, clusters, strict.wanted());
  }

  /// Innocent accounts in right clusters, the mean over these; 0 without any.
  public double contamination() {
    return clusters.stream()
        .filter(ClusterScore::right)
        .mapToLong(ClusterScore::innocents)
        .average()
        .orElse(0);
  }

  /// Clusters that hold some of an operator, the mean over operators of which any holds some.
  public double fragmentation() {
    return operators.stream()
        .filter(operator -> operator.clusters() > 0)
        .mapToInt(OperatorScore::clusters)
        .average()
        .orElse(0);
  }

  /// A figure of the best cluster of each operator, the mean over operators; 1 without any.
  public double macro(ToDoubleFunction<OperatorScore> figure) {
    return operators.stream().mapToDouble(figure).average().orElse(1);
  }

  /// Operators of which one cluster holds half or more, among all.
  public double coverage() {
    return macro(operator -> operator.recall() >= 0.5 ? 1 : 0);
  }

  /// The group of that name, all its variants together.
  public Optional<Group> group(String name) {
    return groups.stream().filter(g -> g.title().equals(name)).findFirst();
  }

  /// The kind of decoy with the greatest bound of the rate of instances that are hit.
  public Optional<Group> worstDecoy() {
    return groups.stream()
        .filter(Group::decoy)
        .max(
            Comparator.comparingDouble((Group g) -> (double) g.labelledInstances() / g.instances())
                .thenComparingDouble(Group::instanceBound));
  }

  /// Labelled accounts in decoys, all kinds together.
  public long labelledDecoys() {
    return groups.stream().filter(Group::decoy).mapToLong(Group::labelled).sum();
  }

  /// Labelled accounts of all that run for no operator.
  public long labelledInnocents() {
    return clusters.stream().mapToLong(ClusterScore::innocents).sum();
  }
}
