package io.iolaus.ingest.bulk;

import io.iolaus.core.address.IpPrefix;
import io.iolaus.cypher.write.GraphStore;
import io.iolaus.cypher.write.GraphTransaction;
import io.iolaus.ingest.bulk.TargetSums.Kind;
import io.iolaus.ingest.bulk.TargetSums.Sum;
import io.iolaus.ingest.fold.Target;
import io.iolaus.ingest.write.NetworkPrefixes;
import io.iolaus.ingest.write.TargetRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A graph that is empty at first and grows in files for the importer. The writers of entities and
/// batches work on it as they do on a database; accounts are written when all that is said of them
/// is known.
///
/// Memory holds entities, batches and capabilities, of which a fold holds as many; accounts, edges
/// and targets go to the files.
final class ImportGraph implements GraphStore, AutoCloseable {

  private final ImportFolder folder;
  private final SmallNodes small = new SmallNodes();
  private final TargetSums targets;

  ImportGraph(Path folder) {
    this.folder = new ImportFolder(folder);
    targets = new TargetSums(folder);
  }

  /// Work runs once: nobody else is here.
  @Override
  public <T> T write(Function<GraphTransaction, T> work) {
    ImportTransaction transaction = new ImportTransaction(folder, small);
    T result = work.apply(transaction);
    transaction.flush();
    return result;
  }

  /// Takes accounts; one for each thread.
  ImportAccounts accounts() {
    return new ImportAccounts(folder, small, targets);
  }

  /// Writes what was held back until everything is known; then the folder is whole.
  ///
  /// @param threads how many do so at once
  void finish(int threads) throws IOException {
    NetworkPrefixes prefixes = new NetworkPrefixes();
    small.ids("Network").forEach(id -> prefixes.add(IpPrefix.parse(id).orElseThrow()));
    try (Work work = new Work(threads, () -> {})) {
      for (int i = 0; i < TargetSums.BUCKETS; i++) {
        int bucket = i;
        work.add(() -> {
          writeTargets(targets.sum(bucket), prefixes);
          return bucket;
        });
      }
      work.await();
    }
    small.forEach((label, nodes) -> {
      EntityFrames frames = new EntityFrames(folder.nodes(label, "id"));
      nodes.forEach(frames::node);
      frames.flush();
    });
    folder.finish();
  }

  private void writeTargets(Map<Kind, Map<String, Sum>> sums, NetworkPrefixes prefixes) {
    EntityFrames instruments = new EntityFrames(folder.nodes("PaymentInstrument", "id"));
    EntityFrames addresses = new EntityFrames(folder.nodes("IpAddress", "id"));
    EntityFrames identifiers = new EntityFrames(folder.nodes("Identifier", "id"));
    EntityFrames links = new EntityFrames(folder.edges("IN_NETWORK", "IpAddress", "Network"));
    sums.forEach((kind, ofKind) ->
        ofKind.forEach((id, sum) -> {
          switch (kind) {
            case INSTRUMENT -> instruments.node(id, instrument(id, sum));
            case ADDRESS -> {
              addresses.node(
                  id, properties(TargetRows.address(new Target.Address(id), sum.accounts())));
              prefixes.of(id).stream()
                  .filter(prefix -> small.has("Network", prefix))
                  .findFirst()
                  .ifPresent(prefix -> links.edge(id, prefix, List.of(), List.of(), 0));
            }
            case IDENTIFIER, KEYED_IDENTIFIER ->
                identifiers.node(
                    id,
                    properties(
                        TargetRows.identifier(
                            TargetRows.identifier(id, kind == Kind.KEYED_IDENTIFIER),
                            sum.accounts())));
          }
        }));
    List.of(instruments, addresses, identifiers, links).forEach(EntityFrames::flush);
  }

  private static Map<String, Object> instrument(String id, Sum sum) {
    Map<String, Object> properties =
        properties(TargetRows.instrument(TargetRows.instrument(id), sum.accounts()));
    if (!sum.facts().isEmpty()) {
      properties.putAll(TargetRows.instrumentFacts(sum.facts()));
    }
    return properties;
  }

  /// What a node is made with: all accounts are new to it.
  private static Map<String, Object> properties(Map<String, Object> row) {
    Map<String, Object> properties = new HashMap<>(row);
    properties.remove("id");
    properties.put("accounts", properties.remove("newAccounts"));
    return properties;
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
