package io.iolaus.api.cli;

import io.iolaus.api.cli.progress.Progress;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.ingest.DryRun;
import io.iolaus.ingest.DryRunSummary;
import io.iolaus.ingest.DryRunSummary.Rejection;
import io.iolaus.ingest.DryRunSummary.SourceCheck;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.Source;
import io.iolaus.ingest.reject.DeadLetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Reads sources without writing anything, and says what would become of their lines.
final class DryRunning {

  private static final int SECRET_BYTES = 32;

  private DryRunning() {}

  static DryRunSummary run(Path home, List<Source> sources) throws IOException {
    DryRunSummary summary;
    try (Progress progress = Console.progress()) {
      summary =
          new DryRun(secret(home), IngestOptions.defaults())
              .check(sources, new LoadProgress(progress, "checking", sources));
    }
    summary.sources().forEach(DryRunning::say);
    Console.say("nothing was written: this was a dry run");
    return summary;
  }

  /// A home that is not there yet would get a new secret, under which no fingerprint holds that was
  /// made before.
  private static SiteSecret secret(Path path) {
    if (Files.exists(path.resolve("secrets").resolve("site.key"))) {
      return Home.at(path).site();
    }
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return SiteSecret.of(secret);
  }

  private static void say(SourceCheck source) {
    Console.say(
        String.format(
            Locale.ROOT,
            "%s: read %,d = acceptable %,d + rejected %,d; %,d exchanges",
            source.source(),
            source.read(),
            source.accepted(),
            source.rejected(),
            source.exchanges()));
    new TreeMap<>(source.rejections()).forEach(DryRunning::say);
    if (!source.unknownFields().isEmpty()) {
      Console.say("  left out, unknown fields: " + IngestReport.list(source.unknownFields()));
    }
  }

  private static void say(String code, Rejection rejection) {
    String places =
        rejection.places().stream().map(DryRunning::place).collect(Collectors.joining(", "));
    Console.say(
        String.format(
            Locale.ROOT,
            "  %s %,d: %s%s",
            code,
            rejection.lines(),
            places,
            rejection.lines() > rejection.places().size() ? ", …" : ""));
  }

  private static String place(DeadLetter letter) {
    return "line "
        + letter.line()
        + " (byte "
        + letter.offset()
        + (letter.field().isEmpty() ? ")" : ", " + letter.field() + ")");
  }
}
