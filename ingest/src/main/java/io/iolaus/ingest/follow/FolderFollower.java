package io.iolaus.ingest.follow;

import io.iolaus.cypher.home.Home;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.IngestSession;
import io.iolaus.ingest.IngestStoppedException;
import io.iolaus.ingest.IngestSummary.SourceSummary;
import io.iolaus.ingest.Source;
import io.iolaus.ingest.source.FileKind;
import io.iolaus.ingest.source.LineFormat;
import io.iolaus.ingest.source.SourceFolder.Entry;
import io.iolaus.ingest.write.OtherCutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Loads the files of folders as they are completed, until it is stopped.
///
/// A file that has settled is loaded from behind what is in the graph; when it changes later, so it
/// is again. What it has done is in the graph, by batches that know their beginnings: killed at any
/// moment it goes on like any load. What files looked like is remembered in the home, so that those
/// that are done are not read again.
public final class FolderFollower {

  private static final Duration SAVE_EVERY = Duration.ofSeconds(5);

  private final IngestService service;
  private final Path memory;
  private final @Nullable LineFormat csv;
  private final FollowOptions options;
  private final FollowListener listener;
  private final FolderWatch watch;
  private final Set<String> avoided = new HashSet<>();
  private final Map<Path, Failure> failed = new HashMap<>();

  /// A file that could not be read, as it was then: a change of its mode is no change of its time.
  private record Failure(Entry entry, boolean readable) {
    static Failure of(Entry entry) {
      return new Failure(entry, Files.isReadable(entry.path()));
    }
  }

  /// @param csv how CSV files are read; null to leave them out
  /// @param listener is asked between two pieces of work whether to stop
  public FolderFollower(
      IngestService service,
      Home home,
      List<Path> folders,
      @Nullable LineFormat csv,
      FollowOptions options,
      FollowListener listener) {
    this.service = service.waiting();
    this.csv = csv;
    this.options = options;
    this.listener = listener;
    memory = home.run().resolve("followed.json");
    watch = new FolderWatch(folders, csv != null, options.settle(), listener::unreadable);
  }

  /// Follows until the listener wants to stop; then the segment that goes to the graph at the
  /// moment is let in.
  ///
  /// @throws IOException if the home cannot be written, or a file breaks off while it is read
  public void run() throws IOException {
    try {
      FollowedFiles followed;
      try (IngestSession session = service.open(listener)) {
        followed = FollowedFiles.read(memory, file -> session.holds(file.batch(), file.bytes()));
      }
      while (!listener.stopped()) {
        List<Entry> ready = ready(followed);
        if (!ready.isEmpty()) {
          load(ready, followed);
        }
        pause();
      }
    } catch (IngestStoppedException e) {
      // As asked for.
    }
  }

  private List<Entry> ready(FollowedFiles followed) {
    List<Entry> ready = new ArrayList<>();
    for (Entry entry : watch.settled(System.nanoTime())) {
      Failure failure = failed.get(entry.path());
      if ((failure == null || !failure.equals(Failure.of(entry)))
          && !followed.isLoaded(entry, formatDigest(format(entry.path())))) {
        ready.add(entry);
      }
    }
    return ready;
  }

  private void load(List<Entry> ready, FollowedFiles followed) throws IOException {
    long saved = System.nanoTime();
    try (IngestSession session = service.open(listener, avoided)) {
      for (Entry entry : ready) {
        load(session, entry, followed);
        if (System.nanoTime() - saved > SAVE_EVERY.toNanos()) {
          followed.save();
          saved = System.nanoTime();
        }
      }
      listener.ended(session.summary());
    } catch (OtherCutException e) {
      // Another worker is loading the same file: it is ready still when the folder is looked at
      // next.
      if (e.isOtherSource()) {
        avoided.add(e.batch());
      }
      listener.notice("another worker is loading " + e.batch() + ": going on after it");
    } finally {
      followed.save();
    }
  }

  private void load(IngestSession session, Entry entry, FollowedFiles followed) throws IOException {
    if (listener.stopped()) {
      return;
    }
    LineFormat format = format(entry.path());
    Source source = Source.file(entry.path(), format);
    try {
      source.check();
    } catch (NoSuchFileException e) {
      return; // It was taken away again.
    } catch (IOException e) {
      failed.put(entry.path(), Failure.of(entry));
      listener.unreadable(entry.path(), String.valueOf(e.getMessage()));
      return;
    }
    failed.remove(entry.path());
    SourceSummary summary = session.load(source);
    // What was found before loading: if the file has grown meanwhile, it is not loaded whole.
    String batch = summary.batch().orElse("");
    followed.add(entry, formatDigest(format), batch, session.bytesOf(batch));
    listener.loaded(summary);
  }

  private LineFormat format(Path path) {
    return csv != null && FileKind.of(path) == FileKind.CSV ? csv : LineFormat.NDJSON;
  }

  private static String formatDigest(LineFormat format) {
    return HexFormat.of().formatHex(format.digest().digest(), 0, 8);
  }

  private void pause() {
    try {
      Thread.sleep(options.every());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while following", e);
    }
  }
}
