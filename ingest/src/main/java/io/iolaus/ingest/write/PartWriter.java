package io.iolaus.ingest.write;

import io.iolaus.cypher.write.GraphStore;
import io.iolaus.cypher.write.GraphTransaction;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.fold.Target;
import io.iolaus.ingest.journal.Part;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Writes one part in one transaction together with its marker: both are in the graph or neither
/// is.
///
/// Read, merge, write: what the graph holds of exactly the things the part speaks of is read under
/// locks, merged here, and written back. Merges are commutative, so neither the order of lines nor
/// how they were cut into segments and parts shows in the result.
public final class PartWriter {

  private final GraphStore graph;
  private final NetworkLinks networks;

  public PartWriter(GraphStore graph, NetworkLinks networks) {
    this.graph = graph;
    this.networks = networks;
  }

  /// What a transaction did.
  private enum Outcome {
    NOT_MINE,
    WRITTEN,
    WRITTEN_WITH_NETWORKS
  }

  /// Writes a part unless it is in the graph.
  ///
  /// @param key names the part's marker
  /// @param recording what the part is of
  /// @param part gives the part anew each time: merging uses it up
  void write(PartKey key, Recording recording, String source, Supplier<Part> part) {
    Outcome outcome =
        graph.write(transaction -> {
          if (!claim(transaction, key)) {
            return Outcome.NOT_MINE;
          }
          PartContext context = new PartContext(transaction, recording, source);
          boolean withNetworks = write(context, part.get());
          mark(context, key.id());
          return withNetworks ? Outcome.WRITTEN_WITH_NETWORKS : Outcome.WRITTEN;
        });
    switch (outcome) {
      case NOT_MINE -> networks.recall(addresses(part.get()));
      case WRITTEN_WITH_NETWORKS -> networks.taken();
      case WRITTEN -> {}
    }
  }

  private static Set<String> addresses(Part part) {
    return part.accounts().stream()
        .flatMap(account -> account.edges().keySet().stream())
        .filter(Target.Address.class::isInstance)
        .map(Target::id)
        .collect(Collectors.toSet());
  }

  private static boolean claim(GraphTransaction transaction, PartKey key) {
    Map<String, Object> parameters =
        Map.of("id", key.id(), "batch", key.batch(), "segment", key.segment());
    return transaction.run("part-claim", parameters).getFirst().flag("mine");
  }

  /// Writes a part within a transaction that has a marker of its own; true if there were new
  /// networks.
  public boolean write(PartContext context, Part part) {
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
    return entities.tookAddresses();
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
