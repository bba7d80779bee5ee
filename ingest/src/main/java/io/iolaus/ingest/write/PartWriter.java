package io.iolaus.ingest.write;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphTransaction;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.journal.Part;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Writes one part in one transaction together with its marker: both are in the graph or neither
/// is.
///
/// Read, merge, write: what the graph holds of exactly the things the part speaks of is read under
/// locks, merged here, and written back. Merges are commutative, so neither the order of lines nor
/// how they were cut into segments and parts shows in the result.
final class PartWriter {

  private final GraphWriter graph;
  private final NetworkLinks networks;

  PartWriter(GraphWriter graph, NetworkLinks networks) {
    this.graph = graph;
    this.networks = networks;
  }

  /// Writes a part unless it is in the graph.
  ///
  /// @param id of the part's marker
  /// @param batch sequence number of the batch
  /// @param part gives the part anew each time: merging uses it up
  void write(String id, long batch, String source, Supplier<Part> part) {
    graph.write(transaction -> {
      if (claim(transaction, id)) {
        PartContext context = new PartContext(transaction, batch, source);
        write(context, part.get());
        mark(context, id);
      }
      return id;
    });
  }

  private static boolean claim(GraphTransaction transaction, String id) {
    List<GraphRow> rows = transaction.run("part-claim", Map.of("id", id));
    return rows.getFirst().flag("mine");
  }

  /// Writes a part within a transaction that has a marker of its own.
  void write(PartContext context, Part part) {
    AccountWriter accounts = new AccountWriter(context);
    Map<String, StoredAccount> stored = accounts.write(part.accounts());
    TargetWriter targets = new TargetWriter(context, part.instruments(), networks);
    new EdgeWriter(context, targets).write(part.accounts(), stored);
    EntityWriter entities = new EntityWriter(context, networks);
    entities.writeVerdicts(part.accounts());
    entities.write(part.entities());
    TreeSet<String> capabilities = new TreeSet<>(ByteOrder::compare);
    capabilities.addAll(part.capabilities());
    capabilities.addAll(accounts.capabilities());
    context.transaction().runAll("capability-merge", List.copyOf(capabilities));
  }

  private static void mark(PartContext context, String id) {
    LineCounts counts = context.tally().counts();
    Map<String, Object> properties =
        Map.of(
            "read", counts.read(),
            "created", counts.created(),
            "updated", counts.updated(),
            "unchanged", counts.unchanged(),
            "rejected", counts.rejected(),
            "exchanges", counts.exchanges(),
            "deadLetters", context.deadLetters());
    context.transaction().run("part-mark", Map.of("id", id, "properties", properties));
  }
}
