package io.iolaus.simulate.scoring;

import io.iolaus.simulate.plot.Chart;
import io.iolaus.simulate.plot.Chart.Point;
import io.iolaus.simulate.plot.Chart.Series;
import io.iolaus.simulate.plot.Chart.Tick;
import io.iolaus.simulate.plot.SvgChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Writes the plots of an evaluation as SVG files: `reliability.svg`, `decoys.svg`, and where the
/// truth tells how operators hide, `evasion.svg`; of a series of runs `detection.svg`.
public final class Plots {

  private static final int HIGHEST_LEVEL = 4;

  private Plots() {}

  /// Writes those there is something for into a folder, which is made where there is none; returns
  /// the files.
  public static List<Path> write(Evaluation evaluation, Path folder) throws IOException {
    Score score = evaluation.pooled();
    List<Path> files = new ArrayList<>();
    if (score.calibration().accounts() > 0) {
      files.add(write(reliability(score.calibration()), folder, "reliability.svg"));
    }
    List<Score.Group> decoys = score.groups().stream().filter(Score.Group::decoy).toList();
    if (!decoys.isEmpty()) {
      files.add(write(decoys(decoys), folder, "decoys.svg"));
    }
    Map<String, Evaluation> parts = evaluation.byEvasion();
    if (!parts.isEmpty()) {
      files.add(write(evasion(parts), folder, "evasion.svg"));
    }
    return files;
  }

  /// The share of operators that are found after so many days.
  public static Path write(Timeliness timeliness, Path folder) throws IOException {
    double[] days =
        timeliness.operators().stream()
            .mapToDouble(Timeliness.Operator::days)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, 0, "none at once"));
    for (int i = 0; i < days.length; i++) {
      points.add(
          new Point(
              days[i],
              (i + 1.0) / timeliness.operators().size(),
              String.format(
                  Locale.ROOT,
                  "%d of %d after %.1f days",
                  i + 1,
                  timeliness.operators().size(),
                  days[i])));
    }
    double end = Math.max(1, Math.ceil(days.length == 0 ? 1 : days[days.length - 1]));
    Chart chart =
        new Chart(
            "Operators found",
            "days since their first exchange",
            "share of operators of which half is labelled",
            ticks(end),
            end,
            1,
            false,
            List.of(new Series("found", true, points)));
    return write(chart, folder, "detection.svg");
  }

  private static List<Tick> ticks(double end) {
    double step = Math.max(1, Math.ceil(end / 8));
    List<Tick> ticks = new ArrayList<>();
    for (double at = 0; at <= end; at += step) {
      ticks.add(new Tick(at, String.format(Locale.ROOT, "%.0f", at)));
    }
    return ticks;
  }

  private static Chart reliability(Calibration calibration) {
    List<Point> points = new ArrayList<>();
    for (Calibration.Bin bin : calibration.bins()) {
      if (bin.accounts() > 0) {
        points.add(
            new Point(
                bin.claimed() / bin.accounts(),
                (double) bin.right() / bin.accounts(),
                ExactBound.least95(bin.right(), bin.accounts()),
                ExactBound.of95(bin.right(), bin.accounts()),
                String.format(
                    Locale.ROOT,
                    "%d accounts: claimed %.3f, true %.3f",
                    bin.accounts(),
                    bin.claimed() / bin.accounts(),
                    (double) bin.right() / bin.accounts())));
      }
    }
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i <= Calibration.BINS; i += 2) {
      double at = (double) i / Calibration.BINS;
      ticks.add(new Tick(at, String.format(Locale.ROOT, "%.1f", at)));
    }
    return new Chart(
        String.format(
            Locale.ROOT,
            "Membership: calibration error %.4f, Brier %.4f",
            calibration.error(),
            calibration.brier()),
        "claimed probability (mean of a bin)",
        "true share",
        ticks,
        1,
        1,
        true,
        List.of(new Series("accounts in a cluster", true, points)));
  }

  private static Chart decoys(List<Score.Group> decoys) {
    List<Tick> ticks = new ArrayList<>();
    List<Point> labelled = new ArrayList<>();
    List<Point> review = new ArrayList<>();
    for (int i = 0; i < decoys.size(); i++) {
      Score.Group group = decoys.get(i);
      ticks.add(new Tick(i + 1, group.name()));
      labelled.add(point(i + 0.9, group, group.labelledInstances(), "labelled"));
      review.add(point(i + 1.1, group, group.reviewInstances(), "in review"));
    }
    double highest =
        Stream.concat(labelled.stream(), review.stream()).mapToDouble(Point::high).max().orElse(1);
    // Rates worth a plot may be a thousandth.
    double end = highest > 0.05 ? Math.min(1, Math.ceil(highest * 10) / 10) : 0.05;
    return new Chart(
        "Innocent instances that were hit, with the exact 95 % bound",
        "decoy",
        "share of instances",
        ticks,
        decoys.size() + 1,
        end,
        false,
        List.of(new Series("labelled", false, labelled), new Series("review", false, review)));
  }

  private static Point point(double x, Score.Group group, long hits, String what) {
    double rate = (double) hits / group.instances();
    return new Point(
        x,
        rate,
        rate,
        ExactBound.of95(hits, group.instances()),
        "%s: %d of %d instances %s".formatted(group.name(), hits, group.instances(), what));
  }

  /// One line for all facets together, and one for each facet that stands apart.
  private static Chart evasion(Map<String, Evaluation> parts) {
    Map<String, List<Point>> lines = new TreeMap<>();
    parts.forEach((evasion, part) -> {
      EvasionLine line = EvasionLine.of(evasion);
      Spread f1 = part.f1();
      lines
          .computeIfAbsent(line.name(), _ -> new ArrayList<>())
          .add(
              new Point(
                  line.level(),
                  f1.mean(),
                  f1.low(),
                  f1.high(),
                  String.format(Locale.ROOT, "%s: %.3f", evasion, f1.mean())));
    });
    List<Series> series = new ArrayList<>();
    lines.forEach((name, points) -> series.add(new Series(name, true, points)));
    List<Tick> ticks = new ArrayList<>();
    for (int level = 0; level <= HIGHEST_LEVEL; level++) {
      ticks.add(new Tick(level, Integer.toString(level)));
    }
    return new Chart(
        "Strict F1 against evasion",
        "level",
        "strict B-cubed F1, mean of populations",
        ticks,
        HIGHEST_LEVEL,
        1,
        false,
        series);
  }

  private static Path write(Chart chart, Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve(name), SvgChart.draw(chart));
  }
}
