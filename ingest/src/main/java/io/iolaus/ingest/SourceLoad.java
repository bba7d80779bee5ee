package io.iolaus.ingest;

import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.source.LineChunk;
import io.iolaus.ingest.source.LineChunker;
import io.iolaus.ingest.source.OpenSource;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Loads one source from where it was opened to its end.
///
/// This thread reads, folds and seals; decoders work ahead on a bounded number of chunks and give
/// them back in order; the committer writes sealed segments beside all that.
final class SourceLoad {

  private final String name;
  private final OpenSource source;
  private final String batch;
  private final Optional<BatchState> own;
  private final boolean delivery;
  private final Decoders decoders;
  private final Journal journal;
  private final SegmentCommitter committer;
  private final IngestOptions options;
  private final StageTimes times;
  private final ProgressReport progress;
  private final WriteHook hook;

  private final Map<String, Long> rejections = new HashMap<>();
  private final Map<String, Long> unknownFields = new HashMap<>();
  private final Set<String> noticed = new HashSet<>();
  private int segment;
  private SourcePosition draftStart;
  private SegmentDraft draft;

  /// @param batch id of the batch to add to
  /// @param own what the graph knows of that batch
  /// @param delivery whether there is to be a batch even for a source that is known or empty
  SourceLoad(
      String name,
      OpenSource source,
      String batch,
      Optional<BatchState> own,
      boolean delivery,
      IngestRun run,
      ProgressReport progress) {
    this.name = name;
    this.source = source;
    this.batch = batch;
    this.own = own;
    this.delivery = delivery;
    decoders = run.decoders();
    journal = run.journal();
    committer = run.committer();
    options = run.options();
    times = run.times();
    hook = run.hook();
    this.progress = progress;
    segment = own.map(BatchState::segments).orElse(0);
    draftStart = source.start();
    draft = new SegmentDraft(draftStart);
  }

  /// Loads to the end; returns where the batch stands then, empty for a source without a line.
  Optional<BatchState> run() throws IOException {
    LineChunker chunker =
        new LineChunker(source.content(), source.start(), source.digest(), options.chunkBytes());
    Deque<Future<DecodedChunk>> ahead = new ArrayDeque<>();
    for (LineChunk chunk = read(chunker); chunk != null; chunk = read(chunker)) {
      ahead.add(decoders.submit(name, chunk));
      if (ahead.size() >= decoders.ahead()) {
        fold(await(ahead.remove()));
      }
    }
    while (!ahead.isEmpty()) {
      fold(await(ahead.remove()));
    }
    if (isKnownToTheEnd()) {
      count();
    } else {
      seal(true);
    }
    progress.waiting();
    Optional<BatchState> written = committer.await();
    return written.isPresent() ? written : own;
  }

  private @Nullable LineChunk read(LineChunker chunker) throws IOException {
    long start = System.nanoTime();
    try {
      return chunker.next();
    } finally {
      times.add(Stage.READ, start);
    }
  }

  private void fold(DecodedChunk chunk) throws IOException {
    long start = System.nanoTime();
    draft.add(chunk);
    times.add(Stage.FOLD, start);
    chunk.unknownFields().keySet().stream()
        .filter(noticed::add)
        .forEach(field -> progress.notice("field \"" + field + "\" is not known and left out"));
    progress.folded(chunk, draft.exchanges());
    if (draft.isFull(options.foldBytes())) {
      seal(false);
    }
  }

  /// Whether all of the source, a broken end included, was in the graph before.
  private boolean isKnownToTheEnd() {
    boolean sameTail = draft.tailBytes() == own.map(BatchState::tailBytes).orElse(0L);
    boolean nothingNew =
        draftStart.equals(source.start())
            && (draft.isEmpty(draftStart) || (draft.tailBytes() > 0 && draft.read() == 1));
    boolean complete = own.map(BatchState::complete).orElse(!delivery);
    return nothingNew && sameTail && complete;
  }

  private void seal(boolean last) throws IOException {
    long start = System.nanoTime();
    segment++;
    SegmentHeader header =
        new SegmentHeader(
            batch,
            segment,
            name,
            source.headUpTo(draft.end()),
            draft.end(),
            base(),
            draft.read(),
            draft.rejections(),
            draft.unknownFields(),
            draft.tailBytes(),
            last,
            0);
    Path file = journal.seal(header, draft.fold(), draft.deadLetters());
    count();
    progress.sealed();
    draftStart = draft.end();
    draft = new SegmentDraft(draftStart);
    times.add(Stage.SEAL, start);
    hook.sealed(batch, segment);
    committer.submit(file);
  }

  /// The lines before the batch's own: what was recognised but is not the batch's.
  private LineCounts base() {
    LineCounts mine = own.map(BatchState::countsBeforeTail).orElse(LineCounts.NONE);
    LineCounts known = source.recognised();
    return LineCounts.repeated(known.read() - mine.read(), known.rejected() - mine.rejected());
  }

  private void count() {
    draft.rejections().forEach((code, count) -> rejections.merge(code, count, Long::sum));
    draft.unknownFields().forEach((field, count) -> unknownFields.merge(field, count, Long::sum));
  }

  private static DecodedChunk await(Future<DecodedChunk> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while decoding");
    } catch (ExecutionException e) {
      throw Failures.unwrap(e);
    }
  }

  /// Rejected lines by reason code, those found in the graph left out.
  Map<String, Long> rejections() {
    return rejections;
  }

  /// Lines with each field that the format does not know.
  Map<String, Long> unknownFields() {
    return unknownFields;
  }
}
