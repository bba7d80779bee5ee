package io.iolaus.ingest.write;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphStore;
import io.iolaus.cypher.write.GraphTransaction;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.EncodedPart;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.journal.SegmentReader;
import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.reject.DeadLetterFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Brings sealed segments into the graph, and knows the batches.
///
/// Parts go first, each with its marker. When all are in, one transaction moves the batch's
/// position behind the segment, takes over the counts from the markers and removes them. A segment
/// that was cut short is brought in again: parts whose marker is there are left out.
public final class BatchWriter {

  private static final HexFormat HEX = HexFormat.of();

  private final GraphStore graph;
  private final Path deadLetters;
  private final Clock clock;
  private final NetworkLinks networks;
  private final PartWriter parts;
  private final int sessions;
  private final WriteHook hook;

  /// @param deadLetters folder for the dead letters
  /// @param clock for `recordedAt` alone
  /// @param sessions how many parts of a segment are written at the same time
  /// @param hook hears of each step, on the thread that calls {@link #write}
  public BatchWriter(
      GraphStore graph, Path deadLetters, Clock clock, int sessions, WriteHook hook) {
    this.graph = graph;
    this.deadLetters = deadLetters;
    this.clock = clock;
    this.sessions = sessions;
    this.hook = hook;
    networks = NetworkLinks.load(graph);
    parts = new PartWriter(graph, networks);
  }

  /// The graph is another one now: what was remembered of it is read anew.
  public void graphReplaced() {
    networks.reload(graph);
  }

  /// Every batch of which something is in the graph.
  public List<BatchState> batches() {
    return graph.write(transaction -> transaction.run("batch-list", Map.of())).stream()
        .map(BatchWriter::state)
        .toList();
  }

  /// What changes whenever one of {@link #batches} does.
  public BatchMark mark() {
    GraphRow row = graph.write(transaction -> transaction.run("batch-mark", Map.of())).getFirst();
    return new BatchMark(row.number("batches"), row.number("segments"), row.number("replaced"));
  }

  /// How many batches something is in the graph of, of how many segments, and how often batches
  /// were replaced.
  public record BatchMark(long batches, long segments, long replaced) {}

  /// How the segment of a batch is cut that some worker has begun to write, if there is one.
  public Optional<SegmentCut> begun(String batch) {
    return graph
        .write(transaction -> transaction.run("batch-open-cut", Map.of("id", batch)))
        .stream()
        .map(SegmentCut::read)
        .findFirst();
  }

  /// Brings a segment into the graph; does nothing if it is there.
  ///
  /// @throws OtherCutException if another worker has begun it otherwise
  /// @throws IOException if its dead letters cannot be written: then it is not in the graph
  public BatchState write(SegmentReader segment) throws IOException {
    SegmentHeader header = segment.header();
    BatchState batch = begin(header);
    if (batch.segments() >= header.segment()) {
      return batch;
    }
    List<PartKey> keys =
        IntStream.range(0, header.parts())
            .mapToObj(part -> new PartKey(header.batch(), header.segment(), part))
            .toList();
    hook.writing(header.batch(), header.segment(), keys.size());
    Recording recording = new Recording(batch.seq(), header.segment(), header.sealedAt());
    try (PartSessions running = new PartSessions(sessions, hook::partWritten)) {
      for (PartKey key : keys) {
        EncodedPart part = segment.nextPart();
        Runnable work = () -> parts.write(key, recording, header.source(), part::decode);
        running.write(key.id(), work);
        if (!part.isOfAccounts()) {
          // What accounts lead to is there before them: an address looks for its network.
          running.await();
        }
      }
      running.await();
    }
    List<String> markers = keys.stream().map(PartKey::id).toList();
    return close(
        header, segment.deadLetters(), batch, transaction -> takeMarkers(transaction, markers));
  }

  /// Says that a segment is in the graph whose parts were written otherwise; does nothing if that
  /// is known.
  ///
  /// @param letters its rejected lines
  /// @param parts what became of the lines of all its parts
  /// @throws IOException if its dead letters cannot be written: then nothing was said
  public BatchState close(SegmentHeader header, List<String> letters, PartOutcome parts)
      throws IOException {
    BatchState batch = begin(header);
    if (batch.segments() >= header.segment()) {
      return batch;
    }
    hook.writing(header.batch(), header.segment(), header.parts());
    IntStream.range(0, header.parts())
        .mapToObj(part -> new PartKey(header.batch(), header.segment(), part).id())
        .forEach(hook::partWritten);
    return close(header, letters, batch, _ -> parts);
  }

  private BatchState close(
      SegmentHeader header,
      List<String> letters,
      BatchState before,
      Function<GraphTransaction, PartOutcome> parts)
      throws IOException {
    BatchState after;
    try {
      after = close(header, letters, parts);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    LineCounts added = after.counts().minus(before.countsBeforeTail());
    hook.added(added, Rejections.of(header, added.rejected()));
    hook.segmentWritten(header.batch(), header.segment());
    return after;
  }

  /// The batch of a segment that is next, or that it has.
  private BatchState begin(SegmentHeader header) throws OtherCutException {
    Begun begun = open(header);
    BatchState batch = begun.batch;
    if (batch.segments() >= header.segment()) {
      if (!batch.isKnown(header.end())) {
        throw new OtherCutException(batch.id(), false);
      }
      return batch;
    }
    if (batch.segments() < header.segment() - 1) {
      throw new IllegalStateException(
          "the journal holds segment %d of batch %s, but the graph only %d of its segments: is this another database? Move the folder %s out of the journal to load without it"
              .formatted(header.segment(), batch.id(), batch.segments(), batch.id()));
    }
    if (!begun.cut.equals(SegmentCut.of(header))) {
      throw new OtherCutException(batch.id(), false);
    }
    return batch;
  }

  /// The number of the batch that a segment is of; the batch is made here if it is missing.
  public long sequence(SegmentHeader header) {
    return open(header).batch.seq();
  }

  private record Begun(BatchState batch, SegmentCut cut) {}

  private Begun open(SegmentHeader header) {
    Map<String, Object> parameters =
        Map.of(
            "id", header.batch(),
            "source", header.source(),
            "recordedAt", clock.instant().atOffset(ZoneOffset.UTC),
            "empty", HEX.formatHex(Digests.sha256().digest()));
    Map<String, Object> cut =
        Map.of(
            "id", header.batch(),
            "segment", header.segment(),
            "cut", SegmentCut.of(header).properties());
    return graph.write(transaction -> {
      GraphRow row = transaction.run("batch-open", parameters).getFirst();
      ReplacementMark.requireNone(row);
      BatchState batch = state(row);
      boolean next = batch.segments() == header.segment() - 1;
      return new Begun(
          batch,
          next
              ? SegmentCut.read(transaction.run("batch-cut", cut).getFirst())
              : SegmentCut.of(header));
    });
  }

  private BatchState close(
      SegmentHeader header, List<String> letters, Function<GraphTransaction, PartOutcome> parts) {
    Closed closed =
        graph.write(transaction -> {
          BatchState batch =
              state(transaction.run("batch-lock", Map.of("id", header.batch())).getFirst());
          long changes = networks.settle(transaction);
          return batch.segments() >= header.segment()
              ? new Closed(batch, changes)
              : new Closed(
                  advance(transaction, batch, header, letters, parts.apply(transaction)), changes);
        });
    networks.settled(closed.networkChanges);
    return closed.batch;
  }

  private record Closed(BatchState batch, long networkChanges) {}

  private BatchState advance(
      GraphTransaction transaction,
      BatchState batch,
      SegmentHeader header,
      List<String> letters,
      PartOutcome parts) {
    LineCounts added =
        parts.counts().plus(new LineCounts(header.rejected(), 0, 0, 0, header.rejected(), 0));
    List<String> lasting =
        new ArrayList<>(header.tailBytes() > 0 ? letters.subList(0, letters.size() - 1) : letters);
    lasting.addAll(parts.conflicts());
    long deadLetterBytes = appendDeadLetters(batch, lasting, header, letters);
    BatchState after = batch.advanced(header, added, deadLetterBytes);
    Map<String, Object> properties = properties(after);
    Rejections.after(transaction, header, letters, added.rejected()).put(properties);
    transaction.run("batch-advance", Map.of("id", batch.id(), "properties", properties));
    return after;
  }

  /// What the markers of parts say; they are not needed any more.
  private static PartOutcome takeMarkers(GraphTransaction transaction, List<String> markers) {
    LineCounts counts = LineCounts.NONE;
    List<String> conflicts = new ArrayList<>();
    for (GraphRow part : transaction.runAll("part-list", markers)) {
      counts = counts.plus(counts(part));
      conflicts.addAll(part.texts("deadLetters"));
    }
    transaction.runAll("part-clear", markers);
    return new PartOutcome(counts, conflicts);
  }

  /// Appends before the transaction says so: what a failed one leaves behind, the next cuts off.
  private long appendDeadLetters(
      BatchState batch, List<String> lasting, SegmentHeader header, List<String> letters) {
    DeadLetterFile file = new DeadLetterFile(deadLetters, batch.id());
    try {
      long end = file.append(batch.deadLetterBytes(), lasting);
      if (header.tailBytes() > 0) {
        // A broken end is read again with its source, so its letter is replaced, not added to.
        file.append(end, letters.subList(letters.size() - 1, letters.size()));
      }
      return end;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write "
              + file.path()
              + " ("
              + e.getMessage()
              + "): make room or set it right, then run ingest again; nothing is lost",
          e);
    }
  }

  private static LineCounts counts(GraphRow row) {
    return new LineCounts(
        row.number("read"),
        row.number("created"),
        row.number("updated"),
        row.number("unchanged"),
        row.number("rejected"),
        row.number("exchanges"));
  }

  /// A batch as the graph holds it.
  public static BatchState state(GraphRow row) {
    return new BatchState(
        row.text("id"),
        row.number("seq"),
        new Prefix(row.number("headBytes"), HEX.parseHex(row.text("headDigest"))),
        new SourcePosition(
            new Prefix(row.number("bytes"), HEX.parseHex(row.text("digest"))),
            row.number("newlines")),
        KnownPoints.read(row),
        Math.toIntExact(row.number("segments")),
        LineCounts.repeated(row.number("baseRead"), row.number("baseRejected")),
        counts(row),
        row.number("tailBytes"),
        row.number("deadLetterBytes"),
        row.flag("complete"));
  }

  /// As the graph holds a batch.
  public static Map<String, Object> properties(BatchState batch) {
    LineCounts counts = batch.counts();
    Map<String, Object> properties = new HashMap<>();
    properties.put("headBytes", batch.head().bytes());
    properties.put("headDigest", HEX.formatHex(batch.head().digest()));
    properties.put("bytes", batch.end().prefix().bytes());
    properties.put("digest", HEX.formatHex(batch.end().prefix().digest()));
    properties.put("newlines", batch.end().newlines());
    KnownPoints.put(properties, batch.earlier());
    properties.put("segments", batch.segments());
    properties.put("baseRead", batch.base().read());
    properties.put("baseRejected", batch.base().rejected());
    properties.put("read", counts.read());
    properties.put("applied", counts.applied());
    properties.put("created", counts.created());
    properties.put("updated", counts.updated());
    properties.put("unchanged", counts.unchanged());
    properties.put("rejected", counts.rejected());
    properties.put("exchanges", counts.exchanges());
    properties.put("tailBytes", batch.tailBytes());
    properties.put("deadLetterBytes", batch.deadLetterBytes());
    properties.put("complete", batch.complete());
    return properties;
  }
}
