package io.iolaus.ingest;

import io.iolaus.core.event.ReasonCode;
import io.iolaus.cypher.lease.Leases;
import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.IngestSummary.SourceSummary;
import io.iolaus.ingest.Source.FileSource;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.reject.DeadLetterFile;
import io.iolaus.ingest.replace.BatchReplacer;
import io.iolaus.ingest.replace.ReplacementRefusedException;
import io.iolaus.ingest.source.OpenSource;
import io.iolaus.ingest.source.SourceOpener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Replaces batches by corrected files: reads the file into segments that wait, and has them put in
/// place of those of the batch.
///
/// Detection does not run meanwhile: it would see some accounts as they were and others as they
/// will be.
final class Replacing {

  private final IngestRun run;
  private final KnownBatches known;
  private final BatchReplacer replacer;
  private final Leases leases;
  private final Path deadLetters;
  private final IngestListener listener;
  // The batch whose replacement this call has brought to its end.
  private Optional<String> resumed = Optional.empty();

  Replacing(
      IngestRun run,
      KnownBatches known,
      BatchReplacer replacer,
      Leases leases,
      Path deadLetters,
      IngestListener listener) {
    this.run = run;
    this.known = known;
    this.replacer = replacer;
    this.leases = leases;
    this.deadLetters = deadLetters;
    this.listener = listener;
  }

  /// Brings a replacement to its end that was cut short; does nothing where there is none.
  void resume() throws IOException {
    resumed = replacer.unfinished();
    if (resumed.isPresent()) {
      listener.notice(
          "the replacement of batch " + resumed.get() + " was cut short: bringing it to its end");
      // The mark in the graph keeps detection out from when the replacement began.
      replacer.resume(known.list());
      known.forget();
    }
  }

  /// Replaces a batch by a file.
  ///
  /// @throws ReplacementRefusedException if that cannot be done; nothing was changed
  SourceSummary replace(String id, FileSource source) throws IOException {
    source.check();
    if (resumed.equals(Optional.of(id)) && isThere(id, source)) {
      LineCounts counts = state(id).counts();
      return summary(
          id,
          source,
          LineCounts.repeated(counts.read(), counts.rejected()),
          counts.read(),
          Map.of(),
          Map.of());
    }
    replacer.check(known.list(), id);
    List<BatchState> others =
        known.list().stream().filter(batch -> !batch.id().equals(id)).toList();
    ProgressReport progress =
        new ProgressReport(listener, new HashSet<>(), source.name(), Files.size(source.path()));
    try {
      SourceLoad load = read(id, source, others, progress);
      long start = System.nanoTime();
      alone(() -> replacer.replace(known.list(), id));
      run.times().add(Stage.WRITE, start);
      return summary(id, source, load);
    } catch (ReplacementRefusedException e) {
      replacer.forget();
      throw e;
    }
  }

  /// Whether a batch is what a file says, from its first line to its last.
  private boolean isThere(String id, FileSource source) throws IOException {
    SourceOpener opener = new SourceOpener(List.of(state(id)), _ -> true, source.format(), _ -> {});
    try (OpenSource opened = opener.open(source.path())) {
      return opened.batch().isPresent() && opened.hasNoMore();
    }
  }

  private BatchState state(String id) {
    return known.list().stream().filter(batch -> batch.id().equals(id)).findFirst().orElseThrow();
  }

  private SourceLoad read(
      String id, FileSource source, List<BatchState> others, ProgressReport progress)
      throws IOException {
    SourceOpener opener =
        new SourceOpener(others, _ -> true, source.format(), progress::recognised);
    try (OpenSource opened = opener.open(source.path());
        Journal waiting = replacer.waitingSegments()) {
      if (opened.start().prefix().bytes() > 0) {
        throw new ReplacementRefusedException(
            source.name()
                + " begins with lines that are in the graph as "
                + opened.batch().map(batch -> "batch " + batch.id()).orElse("another batch")
                + ": they would count in two batches; leave them out of the file; nothing was"
                + " changed");
      }
      progress.readFrom(opened.content()::storedBytes);
      SourceLoad load =
          new SourceLoad(
              source.name(),
              opened,
              id,
              Optional.empty(),
              true,
              Optional.empty(),
              run.into(waiting, new Waiting()),
              progress);
      load.run();
      return load;
    }
  }

  /// Segments that go to the graph later, all at once.
  private static final class Waiting implements SegmentSink {

    @Override
    public void submit(Path segment) {}

    @Override
    public Optional<BatchState> await() {
      return Optional.empty();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private void alone(Work work) throws IOException {
    AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    leases.onceHeld(
        Leases.DETECTION,
        () -> listener.notice("a detection is running, waiting until it is done"),
        held -> {
          try {
            work.run();
          } catch (IOException e) {
            failure.set(e);
          }
        });
    IOException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  private SourceSummary summary(String id, FileSource source, SourceLoad load) {
    known.forget();
    LineCounts counts = state(id).counts();
    Map<String, Long> rejections = new HashMap<>(load.rejections());
    long conflicts =
        counts.rejected() - rejections.values().stream().mapToLong(Long::longValue).sum();
    if (conflicts > 0) {
      rejections.put(ReasonCode.CONFLICT.id(), conflicts);
    }
    listener.added(counts, rejections);
    return summary(id, source, counts, 0, rejections, load.unknownFields());
  }

  private SourceSummary summary(
      String id,
      FileSource source,
      LineCounts counts,
      long recognised,
      Map<String, Long> rejections,
      Map<String, Long> unknownFields) {
    Path letters = new DeadLetterFile(deadLetters, id).path();
    return new SourceSummary(
        source.name(),
        Optional.of(id),
        counts,
        recognised,
        rejections,
        unknownFields,
        counts.rejected() > 0 ? Optional.of(letters) : Optional.empty());
  }
}
