package io.iolaus.api.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.iolaus.api.inbox.Loading;
import io.iolaus.api.problem.Problem;
import io.iolaus.cypher.batch.Batch;
import io.iolaus.ingest.inbox.Delivery;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One batch: lines of one source, and what became of them.
///
/// @param state `queued`, `loading`, `done` or `failed`
/// @param receivedAt when its body was in; null once it is done, and for what did not come over
///   HTTP
/// @param recordedAt when its first line came into the graph
/// @param bytes how much of it is in the graph, decompressed
/// @param progress of a body that waits or is being loaded
/// @param counts of its lines in the graph so far
/// @param rejections its rejected lines by reason code, those known from earlier batches left out
/// @param waiting why it is not being loaded at the moment
/// @param problem why it failed
@JsonInclude(JsonInclude.Include.ALWAYS)
record BatchResponse(
    String id,
    String state,
    String source,
    @Nullable Instant receivedAt,
    @Nullable Instant recordedAt,
    long bytes,
    @Nullable Progress progress,
    Counts counts,
    Map<String, Long> rejections,
    @Nullable Trouble waiting,
    @Nullable Trouble problem) {

  /// @param stage what is being waited for
  /// @param bytes read so far of `of`, as they came
  /// @param lines read so far by this process, `rejected` of them rejected
  record Progress(String stage, long bytes, long of, long lines, long rejected) {}

  /// In lines, but for `exchanges`. `read = applied + rejected`, `applied = created + updated +
  /// unchanged`.
  ///
  /// @param recognised how many of the lines read were in the graph before, by another batch
  record Counts(
      long read,
      long applied,
      long created,
      long updated,
      long unchanged,
      long rejected,
      long exchanges,
      long recognised) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    static Counts of(Batch batch) {
      long read = batch.baseRead() + batch.read();
      long rejected = batch.baseRejected() + batch.rejected();
      return new Counts(
          read,
          read - rejected,
          batch.created(),
          batch.updated(),
          batch.unchanged() + batch.baseRead() - batch.baseRejected(),
          rejected,
          batch.exchanges(),
          batch.baseRead());
    }
  }

  record Trouble(String code, String detail) {
    static @Nullable Trouble of(@Nullable Problem problem) {
      return problem == null ? null : new Trouble(problem.code(), problem.detail());
    }
  }

  /// A body that was just taken in.
  static BatchResponse queued(Delivery delivery) {
    return waiting(delivery, null, null, null);
  }

  /// A body of which nothing is known to be in the graph.
  ///
  /// @param waiting why it is not being loaded
  /// @param failure why it was set aside
  static BatchResponse waiting(
      Delivery delivery,
      @Nullable Loading loading,
      @Nullable Problem waiting,
      @Nullable Problem failure) {
    String state = failure != null ? "failed" : loading != null ? "loading" : "queued";
    return new BatchResponse(
        delivery.id(),
        state,
        "http:" + delivery.id(),
        delivery.receivedAt(),
        null,
        0,
        progress(delivery, loading),
        Counts.NONE,
        Map.of(),
        Trouble.of(waiting),
        Trouble.of(failure));
  }

  /// A body that was taken in, but neither waits nor is in the graph: the graph is not the one it
  /// was loaded into.
  static BatchResponse lost(String id) {
    return new BatchResponse(
        id,
        "failed",
        "http:" + id,
        null,
        null,
        0,
        null,
        Counts.NONE,
        Map.of(),
        null,
        new Trouble(
            "batch-not-found",
            "It was taken in before, and the graph knows nothing of it now: if the graph was emptied,"
                + " send the body under another Idempotency-Key"));
  }

  /// A batch that is in the graph and nowhere else.
  static BatchResponse of(Batch batch) {
    return new BatchResponse(
        batch.id(),
        batch.complete() ? "done" : "loading",
        batch.source(),
        null,
        batch.recordedAt(),
        batch.bytes(),
        null,
        Counts.of(batch),
        new TreeMap<>(batch.rejections()),
        null,
        null);
  }

  /// The same with what the graph has of it already.
  BatchResponse with(Batch batch) {
    return new BatchResponse(
        id,
        state.equals("failed") ? state : "loading",
        batch.source(),
        receivedAt,
        batch.recordedAt(),
        batch.bytes(),
        progress,
        Counts.of(batch),
        new TreeMap<>(batch.rejections()),
        waiting,
        problem);
  }

  private static Progress progress(Delivery delivery, @Nullable Loading loading) {
    return loading == null
        ? new Progress("queue", 0, delivery.bytes(), 0, 0)
        : new Progress(
            loading.stage(),
            loading.bytes(),
            delivery.bytes(),
            loading.lines(),
            loading.rejected());
  }
}
