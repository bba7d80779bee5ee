package io.iolaus.bench.detect;

import io.iolaus.core.attribution.Attribution;
import io.iolaus.core.attribution.Hypothesis;
import io.iolaus.simulate.scoring.Score;
import io.iolaus.simulate.scoring.Truth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts of right and wrong names over populations.
///
/// An operator with two kinds of evidence in truth should be named, one with fewer should not; who
/// is, scoring says ({@link Score.Naming}). The best organization of every labelled cluster, named
/// or not, tells how well confidence is calibrated.
final class NamingTable {

  static final String HEADER =
      "            operators  found  named  share   | clusters  named  right  wrong  top-1  without two | ECE named  ECE all";

  private static final int NEEDED = 2;
  private static final int BINS = 10;

  private Score.Naming naming = new Score.Naming(0, 0, 0, 0, 0, 0);
  private int found;
  private final Bins ofNamed = new Bins();
  private final Bins ofAll = new Bins();

  /// A labelled cluster.
  ///
  /// @param operator of most of its accounts, or empty
  record Judged(String operator, Attribution attribution) {}

  /// One population.
  ///
  /// @param naming what scoring says of it
  static NamingTable of(Truth truth, Score.Naming naming, List<Judged> clusters) {
    NamingTable table = new NamingTable();
    table.naming = naming;
    Map<String, Truth.Campaign> campaigns = new HashMap<>();
    truth.campaigns().forEach(c -> campaigns.put(c.operator(), c));
    Set<String> found = new HashSet<>();
    for (Judged cluster : clusters) {
      found.add(cluster.operator());
      Truth.Campaign campaign = campaigns.get(cluster.operator());
      cluster.attribution().hypotheses().stream()
          .filter(h -> h.kind() == Hypothesis.Kind.ORGANIZATION)
          .findFirst()
          .ifPresent(h -> table.ofAll.add(h.confidence(), isRight(h, campaign)));
      cluster
          .attribution()
          .named()
          .ifPresent(h -> table.ofNamed.add(h.confidence(), isRight(h, campaign)));
    }
    table.found =
        (int)
            truth.campaigns().stream()
                .filter(c -> c.evidence() >= NEEDED && found.contains(c.operator()))
                .count();
    return table;
  }

  private static boolean isRight(Hypothesis hypothesis, Truth.@Nullable Campaign campaign) {
    return campaign != null && campaign.organization().equals(hypothesis.organization());
  }

  void add(NamingTable other) {
    naming = naming.plus(other.naming);
    found += other.found;
    ofNamed.add(other.ofNamed);
    ofAll.add(other.ofAll);
  }

  String row(String title) {
    return String.format(
        Locale.ROOT,
        "%-10s  %9d  %5d  %5d  %5.3f   | %8d  %5d  %5d  %5d  %5.3f  %11d | %9.3f  %7.3f",
        title,
        naming.due(),
        found,
        naming.dueNamed(),
        naming.due() == 0 ? 0 : naming.coverage(),
        naming.right() + naming.wrong() + naming.abstained(),
        naming.right() + naming.wrong(),
        naming.right(),
        naming.wrong(),
        naming.accuracy(),
        naming.undueNamed(),
        ofNamed.error(),
        ofAll.error());
  }

  /// Claimed and true share of the best organization, by tenths of confidence.
  String reliability() {
    StringBuilder text = new StringBuilder("confidence of the best organization: claimed, true\n");
    for (int b = 0; b < BINS; b++) {
      if (ofAll.count[b] > 0) {
        text.append(
            String.format(
                Locale.ROOT,
                "  %.1f  %4d  %.3f  %.3f%n",
                b / (double) BINS,
                ofAll.count[b],
                ofAll.claimed[b] / ofAll.count[b],
                ofAll.right[b] / (double) ofAll.count[b]));
      }
    }
    return text.toString();
  }

  /// What was claimed and what is so, by confidence.
  private static final class Bins {
    private final int[] count = new int[BINS];
    private final double[] claimed = new double[BINS];
    private final int[] right = new int[BINS];

    void add(double confidence, boolean isRight) {
      int bin = Math.min(BINS - 1, (int) (confidence * BINS));
      count[bin]++;
      claimed[bin] += confidence;
      right[bin] += isRight ? 1 : 0;
    }

    void add(Bins other) {
      for (int b = 0; b < BINS; b++) {
        count[b] += other.count[b];
        claimed[b] += other.claimed[b];
        right[b] += other.right[b];
      }
    }

    double error() {
      double sum = 0;
      int all = 0;
      for (int b = 0; b < BINS; b++) {
        sum += Math.abs(claimed[b] - right[b]);
        all += count[b];
      }
      return all == 0 ? 0 : sum / all;
    }
  }
}
