package io.iolaus.simulate.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How far a membership probability is what it says, over all accounts that are in a cluster,
/// labelled or in review.
///
/// An account is a member in truth if it is run by the operator of most attack accounts of its
/// cluster; in a cluster without any, nobody is.
///
/// @param bins of equal width: the first from 0 to below 0.1, the last from 0.9 to 1
/// @param squared sum of the squared differences of probability and truth
public record Calibration(List<Bin> bins, double squared) {

  /// How many bins there are.
  public static final int BINS = 10;

  /// Accounts whose probability is in one interval.
  ///
  /// @param claimed sum of their probabilities
  /// @param right how many are members in truth
  public record Bin(long accounts, double claimed, long right) {

    static final Bin EMPTY = new Bin(0, 0, 0);

    Bin plus(Bin other) {
      return new Bin(accounts + other.accounts, claimed + other.claimed, right + other.right);
    }
  }

  public Calibration {
    bins = List.copyOf(bins);
  }

  static Calibration of(Truth truth, Result result) {
    Map<String, String> owners = owners(truth, result);
    List<Bin> bins = new ArrayList<>(none().bins);
    double squared = 0;
    // In one order: sums depend on it in their last bit.
    for (Map.Entry<String, Double> entry : new TreeMap<>(result.memberships()).entrySet()) {
      String account = entry.getKey();
      double claimed = entry.getValue();
      String cluster = result.labelled().getOrDefault(account, result.review().get(account));
      if (cluster == null) {
        continue;
      }
      Truth.Member member = truth.accounts().get(account);
      boolean right =
          member != null && member.attack() && member.operator().equals(owners.get(cluster));
      int bin = Math.min(BINS - 1, (int) (claimed * BINS));
      bins.set(bin, bins.get(bin).plus(new Bin(1, claimed, right ? 1 : 0)));
      squared += (claimed - (right ? 1 : 0)) * (claimed - (right ? 1 : 0));
    }
    return new Calibration(bins, squared);
  }

  private static Map<String, String> owners(Truth truth, Result result) {
    Map<String, Map<String, Long>> attackers = new TreeMap<>();
    count(truth, result.labelled(), attackers);
    count(truth, result.review(), attackers);
    Map<String, String> owners = new TreeMap<>();
    attackers.forEach((cluster, counts) -> owners.put(cluster, Contingency.greatest(counts)));
    return owners;
  }

  private static void count(
      Truth truth, Map<String, String> clusters, Map<String, Map<String, Long>> attackers) {
    clusters.forEach((account, cluster) -> {
      Truth.Member member = truth.accounts().get(account);
      if (member != null && member.attack()) {
        attackers
            .computeIfAbsent(cluster, _ -> new TreeMap<>())
            .merge(member.operator(), 1L, Long::sum);
      }
    });
  }

  /// Over no accounts.
  public static Calibration none() {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      bins.add(Bin.EMPTY);
    }
    return new Calibration(bins, 0);
  }

  public long accounts() {
    return bins.stream().mapToLong(Bin::accounts).sum();
  }

  /// Expected calibration error: the mean over accounts of the distance between what their bin
  /// claims and what is true of it, 0..1; 0 without accounts.
  public double error() {
    double sum = bins.stream().mapToDouble(bin -> Math.abs(bin.claimed() - bin.right())).sum();
    return accounts() == 0 ? 0 : sum / accounts();
  }

  /// The Brier score: the mean squared difference, 0..1; 0 without accounts.
  public double brier() {
    return accounts() == 0 ? 0 : squared / accounts();
  }

  /// Over both sets of accounts.
  public Calibration plus(Calibration other) {
    List<Bin> sums = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      sums.add(bins.get(i).plus(other.bins.get(i)));
    }
    return new Calibration(sums, squared + other.squared);
  }
}
