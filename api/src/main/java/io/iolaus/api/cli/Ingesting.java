package io.iolaus.api.cli;

import io.iolaus.api.cli.progress.Progress;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestProgress;
import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Loads sources and shows how far that is.
final class Ingesting {

  private Ingesting() {}

  static IngestSummary run(Workspace workspace, List<Source> sources) throws IOException {
    try (Progress progress = Console.progress()) {
      IngestService service =
          new IngestService(
              workspace.driver(),
              workspace.home(),
              workspace.siteSecret(),
              Clock.systemUTC(),
              IngestOptions.defaults());
      return service.ingest(sources, new Listener(progress));
    }
  }

  /// Reading sets the pace as long as there is something to read; then it is the database that is
  /// waited for.
  private static final class Listener implements IngestListener {

    private final Progress progress;
    private volatile String source = "";
    private volatile boolean read;

    Listener(Progress progress) {
      this.progress = progress;
    }

    @Override
    public void progress(IngestProgress at) {
      source = shortName(at.source());
      read = at.stage() == Stage.WRITE;
      if (!read) {
        progress.update("loading " + source, at.lines(), expectedLines(at), "lines");
      }
    }

    @Override
    public void writing(int parts, int of) {
      if (read) {
        progress.update("writing " + source, parts, of, "parts");
      }
    }

    @Override
    public void notice(String text) {
      progress.close();
      Console.say(text);
    }

    /// From how much of the bytes these lines took.
    private static long expectedLines(IngestProgress at) {
      if (at.bytesTotal() <= 0 || at.bytesRead() <= 0 || at.lines() <= 0) {
        return 0;
      }
      double share = Math.min(1, (double) at.bytesRead() / at.bytesTotal());
      return Math.max(at.lines(), Math.round(at.lines() / share));
    }

    private static String shortName(String source) {
      Path name = Path.of(source).getFileName();
      return name == null ? source : name.toString();
    }
  }
}
