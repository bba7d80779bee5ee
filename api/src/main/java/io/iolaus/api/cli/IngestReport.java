package io.iolaus.api.cli;

import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.IngestSummary.SourceSummary;
import io.iolaus.ingest.LineCounts;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says what became of the lines of a load; the figures reconcile.
final class IngestReport {

  private IngestReport() {}

  static void say(IngestSummary summary) {
    summary.sources().forEach(IngestReport::say);
    if (summary.sources().size() > 1) {
      Console.say("in all: " + counts(summary.counts()));
    }
    double seconds = summary.elapsed().toMillis() / 1e3;
    Console.say(
        String.format(
            Locale.ROOT,
            "%.1f s, %,.0f lines/s%s%s",
            seconds,
            summary.counts().read() / Math.max(seconds, 1e-3),
            summary
                .slowestStage()
                .map(stage -> ", longest busy: " + stage.name().toLowerCase(Locale.ROOT))
                .orElse(""),
            summary.retries() > 0 ? ", " + summary.retries() + " transactions run again" : ""));
  }

  private static void say(SourceSummary source) {
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

  private static String list(Map<String, Long> counts) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }
}
