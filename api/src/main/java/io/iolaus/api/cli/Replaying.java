package io.iolaus.api.cli;

import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestProgress;
import io.iolaus.ingest.IngestSession;
import io.iolaus.ingest.ReplaySummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// `iolaus ingest --replay`: takes mended lines into the batches that had rejected them.
final class Replaying {

  private Replaying() {}

  static ReplaySummary run(Workspace workspace, Path file) throws IOException {
    ReplaySummary summary;
    try (IngestSession session = Ingesting.service(workspace).open(new Notices())) {
      summary = session.replay(file);
    }
    summary
        .first()
        .forEach(
            problem -> Console.say(file + ", line " + problem.number() + ": " + problem.reason()));
    if (summary.problems() > summary.first().size()) {
      Console.say(
          String.format(Locale.ROOT, "and %,d more", summary.problems() - summary.first().size()));
    }
    Console.say(
        String.format(
            Locale.ROOT,
            "%s: read %,d = applied %,d (created %,d, updated %,d, unchanged %,d) + replayed before"
                + " %,d + still rejected %,d; %,d exchanges",
            file,
            summary.read(),
            summary.counts().applied(),
            summary.counts().created(),
            summary.counts().updated(),
            summary.counts().unchanged(),
            summary.repeated(),
            summary.left(),
            summary.counts().exchanges()));
    return summary;
  }

  private static final class Notices implements IngestListener {

    @Override
    public void progress(IngestProgress progress) {}

    @Override
    public void notice(String text) {
      Console.say(text);
    }
  }
}
