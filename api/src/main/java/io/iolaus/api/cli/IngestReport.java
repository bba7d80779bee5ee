package io.iolaus.api.cli;

import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.IngestSummary.SlowestStage;
import io.iolaus.ingest.IngestSummary.SourceSummary;
import io.iolaus.ingest.LineCounts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says what became of the lines of a load; the figures reconcile.
final class IngestReport {

  /// Sources that are named one by one; of more only those with something wrong.
  private static final int NAMED = 20;

  private IngestReport() {}

  static void say(IngestSummary summary) {
    List<SourceSummary> sources = summary.sources();
    List<SourceSummary> named =
        sources.stream()
            .filter(source -> sources.size() <= NAMED || source.counts().rejected() > 0)
            .limit(NAMED)
            .toList();
    named.forEach(IngestReport::say);
    if (sources.size() > 1) {
      Console.say(
          String.format(
              Locale.ROOT, "%,d sources in all: %s", sources.size(), counts(summary.counts())));
    }
    Console.say(pace(summary));
    if (summary.counts().rejected() > 0) {
      Console.say(
          String.format(
              Locale.ROOT,
              "%,d lines were rejected, everything else is loaded: `iolaus rejections` lists them,"
                  + " `iolaus ingest --replay` takes them in once they are mended",
              summary.counts().rejected()));
    }
  }

  private static String pace(IngestSummary summary) {
    double seconds = summary.elapsed().toMillis() / 1e3;
    return String.format(
        Locale.ROOT,
        "%.1f s, %,.0f lines/s%s%s",
        seconds,
        summary.counts().read() / Math.max(seconds, 1e-3),
        summary.slowestStage().map(IngestReport::slowest).orElse(""),
        summary.retries() > 0 ? ", " + summary.retries() + " transactions run again" : "");
  }

  private static String slowest(SlowestStage slowest) {
    return String.format(
        Locale.ROOT,
        ", slowest: %s (busy %.0f %% of the time)",
        name(slowest.stage()),
        slowest.share() * 100);
  }

  private static String name(Stage stage) {
    return switch (stage) {
      case RECOGNISE -> "comparing with what is loaded";
      case READ -> "reading";
      case DECODE -> "decoding";
      case FOLD -> "folding";
      case SEAL -> "writing the journal";
      case WRITE -> "writing to the graph";
    };
  }

  /// What became of one source.
  static void say(SourceSummary source) {
    Console.say(
        source.source()
            + ": "
            + counts(source.counts())
            + source.batch().map(batch -> " [batch " + batch + "]").orElse(""));
    if (source.recognised() > 0) {
      Console.say(
          String.format(Locale.ROOT, "  %,d lines were loaded before", source.recognised()));
    }
    if (!source.rejections().isEmpty()) {
      Console.say("  rejected: " + list(source.rejections()));
    }
    source.deadLetters().ifPresent(file -> Console.say("  rejected lines are in " + file));
    if (!source.unknownFields().isEmpty()) {
      Console.say("  left out, unknown fields: " + list(source.unknownFields()));
    }
  }

  private static String counts(LineCounts counts) {
    return String.format(
        Locale.ROOT,
        "read %,d = applied %,d (created %,d, updated %,d, unchanged %,d) + rejected %,d;"
            + " %,d exchanges",
        counts.read(),
        counts.applied(),
        counts.created(),
        counts.updated(),
        counts.unchanged(),
        counts.rejected(),
        counts.exchanges());
  }

  static String list(Map<String, Long> counts) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }
}
