package io.iolaus.api.cli;

import io.iolaus.api.cli.progress.Progress;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestProgress;
import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.Source;
import io.iolaus.ingest.Source.FileSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Shows one load, of however many sources, as one piece of work: lines and bytes a second, time
/// left, rejected lines so far.
///
/// Reading sets the pace as long as there is something to read; then it is the database that is
/// waited for.
final class LoadProgress implements IngestListener {

  private final Progress progress;
  private final long start = System.nanoTime();
  private final int sources;
  private final long totalBytes;
  private final String task;

  private String source = "";
  private int number;
  private IngestProgress at;
  private long linesBefore;
  private long rejectedBefore;
  private long bytesBefore;

  LoadProgress(Progress progress, String verb, List<Source> sources) {
    this.progress = progress;
    this.sources = sources.size();
    totalBytes = totalBytes(sources);
    task = sources.size() == 1 ? verb + " " + shortName(sources.getFirst().name()) : verb;
    at = new IngestProgress("", Stage.READ, 0, -1, 0, 0, 0);
  }

  /// -1 where one of them cannot be known beforehand.
  private static long totalBytes(List<Source> sources) {
    long bytes = 0;
    for (Source source : sources) {
      if (!(source instanceof FileSource file)) {
        return -1;
      }
      bytes += file.path().toFile().length();
    }
    return bytes;
  }

  @Override
  public synchronized void progress(IngestProgress now) {
    if (!now.source().equals(source)) {
      linesBefore += at.lines();
      rejectedBefore += at.rejected();
      bytesBefore += Math.max(0, at.bytesTotal());
      source = now.source();
      number++;
    }
    at = now;
    if (now.stage() == Stage.RECOGNISE && sources == 1) {
      progress.update(
          "comparing with what is loaded", now.bytesRead() >> 20, now.bytesTotal() >> 20, "MB");
    } else if (now.stage() != Stage.WRITE) {
      show("");
    }
  }

  private void show(String waiting) {
    long lines = linesBefore + at.lines();
    progress.update(task, lines, expectedLines(lines), "lines", more() + waiting);
  }

  private String more() {
    double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
    long rejected = rejectedBefore + at.rejected();
    return (rejected > 0 ? String.format(Locale.ROOT, "%,d rejected, ", rejected) : "")
        + String.format(Locale.ROOT, "%.1f MB/s", (bytesBefore + at.bytesRead()) / 1e6 / seconds)
        + (sources > 1 ? String.format(Locale.ROOT, ", file %,d/%,d", number, sources) : "");
  }

  /// From how much of the bytes these lines took.
  private long expectedLines(long lines) {
    long bytes = bytesBefore + at.bytesRead();
    if (totalBytes <= 0 || bytes <= 0 || lines <= 0) {
      return 0;
    }
    double share = Math.min(1, (double) bytes / totalBytes);
    return Math.max(lines, Math.round(lines / share));
  }

  @Override
  public synchronized void writing(int parts, int of) {
    if (at.stage() != Stage.WRITE) {
      return;
    }
    if (sources == 1) {
      progress.update("writing to the graph", parts, of, "parts");
    } else {
      // Not a task of its own: among many small files it would begin anew all the time.
      show(String.format(Locale.ROOT, ", writing %,d/%,d", parts, of));
    }
  }

  @Override
  public synchronized void preparing(int parts, int of) {
    if (parts < of) {
      progress.update("preparing the import", parts, of, "parts");
    } else {
      progress.update("Neo4j's importer at work", 0, 0, "");
    }
  }

  @Override
  public void notice(String text) {
    progress.close();
    Console.say(text);
  }

  private static String shortName(String source) {
    Path name = Path.of(source).getFileName();
    return name == null ? source : name.toString();
  }
}
