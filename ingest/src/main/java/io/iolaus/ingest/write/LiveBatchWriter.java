package io.iolaus.ingest.write;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphTransaction;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.reject.DeadLetterFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Brings windows of a stream into the graph, each in one transaction together with the position
/// behind it.
///
/// The position is compared first, under a lock: a window that does not begin where the graph ends
/// is not written. So a worker that lost its stream to another without noticing does no harm,
/// however late it writes. Nothing is kept on disk for a crash: what is not in the graph is still
/// in the stream.
public final class LiveBatchWriter {

  private final GraphWriter graph;
  private final Path deadLetters;
  private final Clock clock;
  private final PartWriter parts;
  private final NetworkLinks networks;

  /// @param deadLetters folder for the dead letters
  /// @param clock for `recordedAt` alone
  public LiveBatchWriter(GraphWriter graph, Path deadLetters, Clock clock) {
    this.graph = graph;
    this.deadLetters = deadLetters;
    this.clock = clock;
    networks = NetworkLinks.load(graph);
    parts = new PartWriter(graph, networks);
  }

  /// What became of a window.
  public sealed interface Outcome {
    /// It is in the graph, once.
    record Written(LiveBatch after) implements Outcome {}

    /// The graph ends elsewhere than the window begins: it is not written.
    record Refused(LiveBatch now) implements Outcome {}
  }

  /// The stream's batch, made where there is none.
  ///
  /// @param source name of the stream
  public LiveBatch open(String id, String source) {
    return graph.write(transaction -> open(transaction, id, source));
  }

  /// Writes a window, unless the graph does not end where it begins. May be called again after a
  /// failure that leaves open whether the window was written.
  public Outcome write(LiveWindow window) {
    Attempt attempt = graph.write(transaction -> attempt(transaction, window));
    if (attempt.outcome instanceof Outcome.Written) {
      networks.settled(attempt.networkChanges);
    }
    return attempt.outcome;
  }

  private record Attempt(Outcome outcome, long networkChanges) {}

  private Attempt attempt(GraphTransaction transaction, LiveWindow window) {
    List<GraphRow> rows = transaction.run("live-lock", Map.of("id", window.batch()));
    LiveBatch batch =
        rows.isEmpty()
            ? open(transaction, window.batch(), window.source())
            : LiveBatch.of(rows.getFirst());
    boolean written = batch.window().equals(window.id());
    if (!written && batch.offset() != window.start()) {
      return new Attempt(new Outcome.Refused(batch), 0);
    }
    LiveBatch after = written ? batch : write(transaction, batch, window);
    return new Attempt(new Outcome.Written(after), networks.settle(transaction));
  }

  /// The next record that is not in the graph, of those of these batches that are there.
  public Map<String, Long> offsets(Collection<String> ids) {
    Map<String, Long> offsets = new HashMap<>();
    graph
        .write(transaction -> transaction.runAll("live-offsets", List.copyOf(ids)))
        .forEach(row -> offsets.put(row.text("id"), row.number("offset")));
    return offsets;
  }

  /// Says that nobody reads the stream any more, if it still stands at this offset.
  public void close(String id, long offset) {
    graph.write(transaction -> transaction.run("live-close", Map.of("id", id, "offset", offset)));
  }

  private LiveBatch open(GraphTransaction transaction, String id, String source) {
    Map<String, Object> parameters =
        Map.of("id", id, "source", source, "recordedAt", clock.instant().atOffset(ZoneOffset.UTC));
    GraphRow row = transaction.run("live-open", parameters).getFirst();
    ReplacementMark.requireNone(row);
    return LiveBatch.of(row);
  }

  private LiveBatch write(GraphTransaction transaction, LiveBatch batch, LiveWindow window) {
    Recording recording = new Recording(batch.seq(), batch.segments() + 1, clock.millis());
    PartContext context = new PartContext(transaction, recording, window.source());
    parts.write(context, window.part().decode());
    long rejected = window.deadLetters().size();
    LineCounts counts =
        batch
            .counts()
            .plus(context.tally().counts())
            .plus(new LineCounts(rejected, 0, 0, 0, rejected, 0));
    LiveBatch after =
        new LiveBatch(
            batch.id(),
            batch.seq(),
            window.end(),
            window.id(),
            batch.segments() + 1,
            counts,
            appendDeadLetters(batch, window, context.deadLetters()));
    transaction.run("batch-advance", Map.of("id", batch.id(), "properties", properties(after)));
    return after;
  }

  /// Appends before the transaction says so, as its last step but one: what a failed one leaves
  /// behind, the next cuts off.
  private long appendDeadLetters(LiveBatch batch, LiveWindow window, List<String> conflicts) {
    List<String> letters = new ArrayList<>(window.deadLetters());
    letters.addAll(conflicts);
    DeadLetterFile file = new DeadLetterFile(deadLetters, batch.id());
    try {
      return file.append(batch.deadLetterBytes(), window.start(), letters);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write dead letters " + file.path(), e);
    }
  }

  private Map<String, Object> properties(LiveBatch batch) {
    LineCounts counts = batch.counts();
    Map<String, Object> properties = new HashMap<>();
    properties.put("offset", batch.offset());
    properties.put("window", batch.window());
    properties.put("segments", batch.segments());
    properties.put("read", counts.read());
    properties.put("applied", counts.applied());
    properties.put("created", counts.created());
    properties.put("updated", counts.updated());
    properties.put("unchanged", counts.unchanged());
    properties.put("rejected", counts.rejected());
    properties.put("exchanges", counts.exchanges());
    properties.put("deadLetterBytes", batch.deadLetterBytes());
    properties.put("complete", false);
    // Whoever follows changes learns by this that there was one.
    properties.put("recordedAt", clock.instant().atOffset(ZoneOffset.UTC));
    return properties;
  }
}
