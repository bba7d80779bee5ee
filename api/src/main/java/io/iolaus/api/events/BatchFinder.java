package io.iolaus.api.events;

import io.iolaus.api.inbox.Deliveries;
import io.iolaus.api.inbox.Loading;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.problem.Problem;
import io.iolaus.cypher.batch.Batch;
import io.iolaus.cypher.batch.BatchReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import io.iolaus.ingest.inbox.Delivery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what waits in the inbox and what is in the graph: a body has one id in both.
///
/// The inbox is always looked at first. What leaves it in between is in the graph by then.
@Component
class BatchFinder {

  /// Sorts what waits before whatever is in the graph, the latest first.
  private static final double WAITING = Double.MAX_VALUE;

  private static final Optional<Problem> NO_DATABASE = Optional.of(Problem.databaseUnavailable());

  private final Deliveries deliveries;
  private final BatchReader batches;

  BatchFinder(Deliveries deliveries, BatchReader batches) {
    this.deliveries = deliveries;
    this.batches = batches;
  }

  /// The batch with this id.
  Optional<BatchResponse> one(String id) {
    List<Delivery> pending = deliveries.pending();
    Optional<Delivery> waiting = pending.stream().filter(d -> d.id().equals(id)).findFirst();
    if (waiting.isPresent() && deliveries.waiting().equals(NO_DATABASE)) {
      return waiting.map(delivery -> response(delivery, Optional.empty()));
    }
    Optional<Batch> batch = batches.one(id);
    return waiting
        .map(delivery -> response(delivery, batch))
        .or(() -> batch.map(BatchResponse::of));
  }

  /// A body that was handed over before.
  BatchResponse again(String id) {
    List<Delivery> pending = deliveries.pending();
    return pending.stream()
        .filter(delivery -> delivery.id().equals(id))
        .findFirst()
        .map(delivery -> response(delivery, Optional.empty()))
        .or(() -> batches.one(id).map(BatchResponse::of))
        .orElseGet(() -> BatchResponse.lost(id));
  }

  /// One page, the latest first.
  ///
  /// @param delivered only what came over HTTP
  ListResponse<BatchResponse> page(
      boolean delivered, int limit, @Nullable PageKey after, Cursors cursors, String query) {
    List<Delivery> pending = deliveries.pending();
    Map<String, Batch> begun = new HashMap<>();
    batches.some(pending.stream().map(Delivery::id).toList()).forEach(b -> begun.put(b.id(), b));
    List<Delivery> waiting =
        pending.reversed().stream().filter(d -> !begun.containsKey(d.id())).toList();
    List<Delivery> here = waiting.stream().filter(d -> isAfter(d, after)).limit(limit).toList();
    int room = limit - here.size();
    // One at least: to know the total, and whether there is more.
    Page<Batch> inGraph = batches.page(delivered, Math.max(1, room), inGraph(after));

    List<BatchResponse> items = new ArrayList<>();
    here.forEach(delivery -> items.add(response(delivery, Optional.empty())));
    @Nullable PageKey next = inGraph.next();
    if (room > 0) {
      inGraph.items().forEach(batch -> items.add(response(batch, pending)));
    } else {
      next = new PageKey(WAITING, here.getLast().id());
    }
    long total = waiting.size() + inGraph.total();
    return ListResponse.of(new Page<>(items, total, next), cursors, query);
  }

  private static boolean isAfter(Delivery delivery, @Nullable PageKey after) {
    return after == null
        || (after.value().equals(WAITING) && delivery.id().compareTo(after.id()) < 0);
  }

  private static @Nullable PageKey inGraph(@Nullable PageKey after) {
    return after == null || after.value().equals(WAITING) ? null : after;
  }

  private BatchResponse response(Batch batch, List<Delivery> pending) {
    return pending.stream()
        .filter(delivery -> delivery.id().equals(batch.id()))
        .findFirst()
        .map(delivery -> response(delivery, Optional.of(batch)))
        .orElseGet(() -> BatchResponse.of(batch));
  }

  private BatchResponse response(Delivery delivery, Optional<Batch> batch) {
    if (batch.isPresent() && batch.get().complete()) {
      return BatchResponse.of(batch.get()); // Only its body is still there.
    }
    @Nullable Loading loading =
        deliveries.loading().filter(l -> l.id().equals(delivery.id())).orElse(null);
    // What stands in the way of the first stands in the way of all.
    @Nullable Problem waiting = deliveries.waiting().orElse(null);
    @Nullable Problem failure = deliveries.failure(delivery.id()).orElse(null);
    BatchResponse response = BatchResponse.waiting(delivery, loading, waiting, failure);
    return batch.map(response::with).orElse(response);
  }
}
