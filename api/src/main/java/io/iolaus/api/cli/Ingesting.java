package io.iolaus.api.cli;

import io.iolaus.api.cli.progress.Progress;
import io.iolaus.cypher.write.RetryLimits;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.IngestSession;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.Source;
import io.iolaus.ingest.bulk.BulkMode;
import io.iolaus.ingest.bulk.FirstLoad;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Loads sources and shows how far that is.
final class Ingesting {

  private static final Duration SHORT = Duration.ofSeconds(20);

  private Ingesting() {}

  static IngestSummary run(Workspace workspace, List<Source> sources, BulkMode bulk)
      throws IOException {
    try (Progress progress = Console.progress()) {
      return service(workspace)
          .withFirstLoad(new FirstLoad(workspace.database(), bulk))
          .ingest(sources, new LoadProgress(progress, "loading", sources));
    }
  }

  /// Puts a file in place of what a batch said.
  static IngestSummary replace(Workspace workspace, String batch, Source file) throws IOException {
    try (Progress progress = Console.progress();
        IngestSession session =
            service(workspace)
                .open(new LoadProgress(progress, "replacing " + batch + " by", List.of(file)))) {
      session.replace(batch, file);
      return session.summary();
    }
  }

  static IngestService service(Workspace workspace) {
    return new IngestService(
            workspace.driver(),
            workspace.home(),
            workspace.siteSecret(),
            Clock.systemUTC(),
            IngestOptions.defaults().withRetries(retries(workspace.database().owned())))
        .waiting();
  }

  private static RetryLimits retries(boolean owned) {
    // A database of our own that has died does not come back.
    return owned ? RetryLimits.DEFAULT.withPatience(SHORT) : RetryLimits.ofEnvironment();
  }
}
