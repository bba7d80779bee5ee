package io.iolaus.simulate.scoring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How soon operators are found: the first moment at which a labelled cluster holds half of all
/// accounts an operator ever has, and what it had drawn until then.
///
/// Runs at moments of the past are needed, one a day or so: found is what a run reports, so the
/// time is exact to the distance of runs.
public record Timeliness(List<Operator> operators) {

  /// The part of an operator's accounts from which on it is found.
  static final double FOUND = 0.5;

  /// One operator.
  ///
  /// @param detectedAt the moment of the first run that finds it
  /// @param leaked exchanges before that; all if it is not found
  public record Operator(
      String operator,
      Instant firstSeen,
      Optional<Instant> detectedAt,
      long leaked,
      long exchanges) {

    /// From the first exchange to detection; infinite if it is not found.
    public double days() {
      return detectedAt
          .map(at -> Duration.between(firstSeen, at).toMillis() / 86_400_000.0)
          .orElse(Double.POSITIVE_INFINITY);
    }
  }

  public Timeliness {
    operators = List.copyOf(operators);
  }

  /// Judges a series of runs.
  ///
  /// @param series results by the moment of their run
  /// @param calendar when operators drew what
  public static Timeliness of(
      Truth truth, SortedMap<Instant, Result> series, ExchangeCalendar calendar) {
    Map<String, Instant> found = new TreeMap<>();
    series.forEach((moment, result) ->
        Scoring.score(truth, result).operators().stream()
            .filter(operator -> operator.recall() >= FOUND)
            .forEach(operator -> found.putIfAbsent(operator.operator(), moment)));
    return new Timeliness(
        truth.campaigns().stream()
            .map(campaign -> {
              Optional<Instant> at = Optional.ofNullable(found.get(campaign.operator()));
              return new Operator(
                  campaign.operator(),
                  campaign.firstSeen(),
                  at,
                  calendar.before(campaign.operator(), at.orElse(Instant.MAX)),
                  campaign.exchanges());
            })
            .toList());
  }

  /// The operators of several populations as one list.
  public static Timeliness pool(List<Timeliness> parts) {
    return new Timeliness(parts.stream().flatMap(part -> part.operators.stream()).toList());
  }

  /// Those that no run finds.
  public long undetected() {
    return operators.stream().filter(operator -> operator.detectedAt().isEmpty()).count();
  }

  /// A quantile of the days to detection over operators: infinite where it is one that is not
  /// found; NaN without operators.
  public double daysAt(double quantile) {
    return quantile(operators.stream().mapToDouble(Operator::days).sorted().toArray(), quantile);
  }

  /// A quantile of the exchanges drawn before detection.
  public double leakedAt(double quantile) {
    return quantile(operators.stream().mapToDouble(Operator::leaked).sorted().toArray(), quantile);
  }

  /// The least value that this part of all does not exceed.
  private static double quantile(double[] sorted, double quantile) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.max(0, (int) Math.ceil(quantile * sorted.length) - 1)];
  }

  /// For people.
  public String print() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-10s %-26s %8s %12s %12s\n",
            "operator",
            "found at",
            "days",
            "leaked",
            "exchanges"));
    for (Operator operator : operators) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-10s %-26s %8s %12d %12d\n",
              operator.operator(),
              operator.detectedAt().map(Instant::toString).orElse("never"),
              shown(operator.days()),
              operator.leaked(),
              operator.exchanges()));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "median %s days, nine of ten within %s; never %d\n",
                shown(daysAt(0.5)),
                shown(daysAt(0.9)),
                undetected()))
        .toString();
  }

  private static String shown(double days) {
    return Double.isInfinite(days) || Double.isNaN(days)
        ? "-"
        : String.format(Locale.ROOT, "%.1f", days);
  }
}
