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
/// This thread reads and seals; decoders work ahead on a bounded number of chunks, fold what they
/// decoded, and report in order; the committer writes sealed segments beside all that.
///
/// A chunk belongs to the segment that grows when it is handed to a decoder. Where a segment ends
/// is a function of its lines, whoever folds them and however quickly: whether it is full is looked
/// at behind chunks that are agreed on beforehand, when all of them are folded.
final class SourceLoad {

  private final String name;
  private final OpenSource source;
  private final String batch;
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
  // Chunks in the fold, and behind how many of them to look whether it is full.
  private long chunks;
  private long nextLook = 1;

  /// @param batch id of the batch to add to
  SourceLoad(String name, OpenSource source, String batch, IngestRun run, ProgressReport progress) {
    this.name = name;
    this.source = source;
    this.batch = batch;
    decoders = run.decoders();
    journal = run.journal();
    committer = run.committer();
    options = run.options();
    times = run.times();
    hook = run.hook();
    this.progress = progress;
    segment = source.batch().map(BatchState::segments).orElse(0);
    draftStart = source.start();
    draft = new SegmentDraft(draftStart);
  }

  /// Loads to the end; returns where the batch stands then, empty for a source without a line.
  Optional<BatchState> run() throws IOException {
    LineChunker chunker =
        new LineChunker(source.content(), source.start(), source.digest(), options.chunkBytes());
    Deque<Future<DecodedChunk>> ahead = new ArrayDeque<>();
    for (LineChunk chunk = read(chunker); chunk != null; chunk = read(chunker)) {
      ahead.add(decoders.submit(name, chunk, draft.fold(), draft.firstLine()));
      if (ahead.size() >= decoders.ahead()) {
        folded(await(ahead.remove()));
      }
      if (++chunks == nextLook) {
        settle(ahead);
        look();
      }
    }
    settle(ahead);
    if (isKnownToTheEnd()) {
      count();
    } else {
      seal(true);
    }
    progress.waiting();
    Optional<BatchState> written = committer.await();
    return written.isPresent() ? written : source.batch();
  }

  private @Nullable LineChunk read(LineChunker chunker) throws IOException {
    long start = System.nanoTime();
    try {
      return chunker.next();
    } finally {
      times.add(Stage.READ, start);
    }
  }

  /// Waits until all chunks that were handed out are folded.
  private void settle(Deque<Future<DecodedChunk>> ahead) throws IOException {
    while (!ahead.isEmpty()) {
      folded(await(ahead.remove()));
    }
  }

  private void folded(DecodedChunk chunk) {
    draft.add(chunk);
    chunk.unknownFields().keySet().stream()
        .filter(noticed::add)
        .forEach(field -> progress.notice("field \"" + field + "\" is not known and left out"));
    progress.folded(chunk, draft.exchanges());
  }

  /// Whether all of the source, a broken end included, was in the graph before.
  private boolean isKnownToTheEnd() {
    boolean sameTail = draft.tailBytes() == source.batch().map(BatchState::tailBytes).orElse(0L);
    boolean nothingNew =
        draftStart.equals(source.start())
            && (draft.isEmpty(draftStart) || (draft.tailBytes() > 0 && draft.read() == 1));
    boolean complete = source.batch().map(BatchState::complete).orElse(true);
    return nothingNew && sameTail && complete;
  }

  /// Ends the fold if it is full, else says when to look again: when half of what is left would be
  /// used up if it went on growing like this, which is slower and slower.
  private void look() throws IOException {
    if (draft.isFull(options.foldBytes())) {
      spillOrSeal();
      chunks = 0;
      nextLook = 1;
    } else {
      nextLook = chunks + Math.max(1, (long) (chunks * draft.room(options.foldBytes()) / 2));
    }
  }

  /// The longer a segment, the fewer edges are written twice: so its accounts go to disk as long as
  /// there is room, and are brought together when it is sealed.
  private void spillOrSeal() throws IOException {
    long most = Math.min(options.spillBytes(), journal.usableBytes() / 4);
    if (!draft.maySpill(most)) {
      seal(false);
      return;
    }
    long start = System.nanoTime();
    String run = "%s-%d-%d".formatted(batch, segment + 1, draft.runs().size() + 1);
    draft.add(journal.spill(run, draft.fold(), decoders::doAll));
    times.add(Stage.SEAL, start);
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
            source.batch().map(BatchState::base).orElse(source.recognised()),
            draft.read(),
            draft.rejections(),
            draft.unknownFields(),
            draft.tailBytes(),
            last,
            0);
    Path file = journal.seal(header, draft.fold(), draft.runs(), draft.deadLetters());
    count();
    progress.sealed();
    draftStart = draft.end();
    draft = new SegmentDraft(draftStart);
    times.add(Stage.SEAL, start);
    hook.sealed(batch, segment);
    committer.submit(file);
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
