package io.iolaus.ingest;

import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.source.LineChunk;
import io.iolaus.ingest.source.LineChunks;
import io.iolaus.ingest.source.OpenSource;
import io.iolaus.ingest.write.OtherCutException;
import io.iolaus.ingest.write.SegmentCut;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Loads one source from where it was opened to its end.
///
/// This thread reads and seals; decoders work ahead on a bounded number of chunks, fold what they
/// decoded, and report in order; the sink writes sealed segments beside all that.
///
/// A chunk belongs to the segment that grows when it is handed to a decoder. Where a segment ends
/// is a function of its lines, whoever folds them and however quickly: whether it is full is looked
/// at behind chunks that are agreed on beforehand, when all of them are folded.
final class SourceLoad {

  private static final int MOST_NOTICES = 50;

  private final String name;
  private final OpenSource source;
  private final String batch;
  private final Optional<BatchState> own;
  private final boolean delivery;
  private final Decoders decoders;
  private final Journal journal;
  private final SegmentSink sink;
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
  private Optional<SegmentCut> begun;

  /// @param batch id of the batch to add to
  /// @param own what the graph knows of that batch
  /// @param delivery whether there is to be a batch even for a source that is known or empty
  /// @param begun how its next segment is cut, if some worker has begun to write it: then this one
  ///   must be cut alike
  SourceLoad(
      String name,
      OpenSource source,
      String batch,
      Optional<BatchState> own,
      boolean delivery,
      Optional<SegmentCut> begun,
      IngestRun run,
      ProgressReport progress) {
    this.name = name;
    this.source = source;
    this.batch = batch;
    this.own = own;
    this.delivery = delivery;
    this.begun = begun;
    decoders = run.decoders();
    journal = run.journal();
    sink = run.sink();
    options = run.options();
    times = run.times();
    hook = run.hook();
    this.progress = progress;
    segment = own.map(BatchState::segments).orElse(0);
    draftStart = source.start();
    draft = newDraft();
  }

  /// Loads to the end; returns where the batch stands then, empty for a source without a line.
  Optional<BatchState> run() throws IOException {
    LineChunks lines = source.format().chunks(name, source, options.chunkBytes());
    begun.ifPresent(cut -> lines.stopAt(cut.end().bytes()));
    Deque<Ahead> ahead = new ArrayDeque<>();
    for (LineChunk chunk = read(lines); chunk != null; chunk = read(lines)) {
      progress.checkStopped();
      ahead.add(new Ahead(chunk, decoders.submit(name, chunk, draft.fold(), draft.firstPlace())));
      if (ahead.size() >= decoders.ahead()) {
        take(lines, ahead.remove());
      }
      if (++chunks == nextLook || reaches(chunk)) {
        settle(lines, ahead);
        look();
      }
    }
    settle(lines, ahead);
    if (begun.isPresent() && !draft.end().prefix().equals(begun.get().end())) {
      throw new OtherCutException(batch, true);
    }
    if (isKnownToTheEnd()) {
      count();
    } else {
      seal(true);
    }
    progress.waiting();
    Optional<BatchState> written = sink.await();
    return written.isPresent() ? written : own;
  }

  /// A chunk that was handed to a decoder, and what will come of it.
  private record Ahead(LineChunk chunk, Future<DecodedChunk> decoded) {}

  private SegmentDraft newDraft() {
    return new SegmentDraft(draftStart, source.format().mostPerLine());
  }

  private @Nullable LineChunk read(LineChunks lines) throws IOException {
    long start = System.nanoTime();
    try {
      return lines.next();
    } finally {
      times.add(Stage.READ, start);
    }
  }

  /// Waits until all chunks that were handed out are folded.
  private void settle(LineChunks lines, Deque<Ahead> ahead) throws IOException {
    while (!ahead.isEmpty()) {
      take(lines, ahead.remove());
    }
    decoders.foldAll(draft.fold(), draft.firstPlace());
  }

  private void take(LineChunks lines, Ahead next) throws IOException {
    decoded(Failures.await(next.decoded(), "decoding"));
    lines.recycle(next.chunk());
  }

  private void decoded(DecodedChunk chunk) {
    draft.add(chunk);
    chunk.unknownFields().keySet().stream()
        .filter(field -> noticed.size() < MOST_NOTICES && noticed.add(field))
        .forEach(field ->
            progress.notice(
                "field \""
                    + field
                    + "\" is not known and left out"
                    + (noticed.size() < MOST_NOTICES ? "" : ", and more such fields")));
    progress.folded(chunk, draft.exchanges());
  }

  /// Whether a segment that another worker has cut ends with this chunk.
  private boolean reaches(LineChunk chunk) {
    return begun.isPresent() && chunk.end().prefix().bytes() >= begun.get().end().bytes();
  }

  /// Whether the segment ends as another worker has cut it.
  private boolean reaches(SegmentCut cut) throws OtherCutException {
    if (draft.end().prefix().bytes() < cut.end().bytes()) {
      return false;
    }
    if (!draft.end().prefix().equals(cut.end())) {
      throw new OtherCutException(batch, true);
    }
    return true;
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

  /// Ends the segment or the fold if it is time, and says when to look again: when three quarters
  /// of what is left would be used up if the fold went on growing like this, which is slower and
  /// slower. To look, everything must be folded, and the less often that is the quicker it goes: so
  /// the last eighth is left empty.
  private void look() throws IOException {
    long most = options.foldBytes() - options.foldBytes() / 8;
    boolean full = draft.isFull(most);
    if (begun.isPresent() && reaches(begun.get())) {
      seal(false);
    } else if (full && !spill() && begun.isEmpty()) {
      seal(false);
    }
    if (draft.isFull(most)) {
      nextLook = chunks + 1; // Another worker's segment that must be held as it is.
    } else {
      chunks = full ? 0 : chunks;
      nextLook = chunks + Math.max(1, (long) (chunks * draft.room(options.foldBytes()) * 0.75));
    }
  }

  /// Moves the accounts of the fold to disk, as long as there is room: the longer a segment, the
  /// fewer edges are written twice. False if they must stay.
  private boolean spill() throws IOException {
    long most = Math.min(options.spillBytes(), journal.usableBytes() / 4);
    if (!draft.maySpill(most)) {
      return false;
    }
    long start = System.nanoTime();
    String run = "%s-%d-%d".formatted(batch, segment + 1, draft.runs().size() + 1);
    draft.add(journal.spill(run, draft.fold(), decoders::doAll));
    times.add(Stage.SEAL, start);
    return true;
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
            last);
    long partBytes = begun.map(SegmentCut::partBytes).orElse(options.partBytes());
    Path file = journal.seal(header, draft.fold(), draft.runs(), draft.deadLetters(), partBytes);
    begun = Optional.empty();
    count();
    progress.sealed();
    draftStart = draft.end();
    draft = newDraft();
    chunks = 0;
    times.add(Stage.SEAL, start);
    hook.sealed(batch, segment);
    sink.submit(file);
  }

  /// The lines before the batch's own: what was recognised but is not the batch's.
  private LineCounts base() {
    LineCounts mine = own.map(BatchState::countsBeforeTail).orElse(LineCounts.NONE);
    LineCounts known = source.recognised();
    return LineCounts.repeated(known.read() - mine.read(), known.rejected() - mine.rejected());
  }

  private void count() {
    draft.rejections().forEach((code, count) -> rejections.merge(code, count, Long::sum));
    UnknownFields.addAll(unknownFields, draft.unknownFields());
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
