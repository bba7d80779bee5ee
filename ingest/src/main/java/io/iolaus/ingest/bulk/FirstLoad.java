package io.iolaus.ingest.bulk;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.StoreImporter;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.schema.SchemaMigrations;
import io.iolaus.cypher.write.GraphStore;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.journal.SegmentReader;
import io.iolaus.ingest.write.BatchWriter;
import io.iolaus.ingest.write.SiteKey;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Brings the first segment of an empty database in through Neo4j's offline importer, where that is
/// possible and worth it.
///
/// The segment stays sealed until the database holds it: a process that dies meanwhile leaves
/// either the empty database, and the segment is brought in by the next load, or the loaded one,
/// and the next load finds that out by the batch, which is part of what was imported.
public final class FirstLoad {

  // Below about so much fold, writing over Bolt takes no longer than stopping, importing, starting.
  private static final long LEAST_FOLD_BYTES = 24L << 20;

  // Files for the importer and the store take no more than this, compared with the segment.
  private static final int DISK_FACTOR = 30;

  private final Database database;
  private final BulkMode mode;

  /// @param database stays the caller's
  public FirstLoad(Database database, BulkMode mode) {
    this.database = database;
    this.mode = mode;
  }

  /// What a load works with.
  ///
  /// @param sessions how many parts are written at the same time
  /// @param notices takes a sentence for a person
  public record Load(
      Home home,
      SiteSecret secret,
      Clock clock,
      int sessions,
      GraphStore graph,
      WriteHook hook,
      Notices notices) {}

  /// Hears what a person should know.
  @FunctionalInterface
  public interface Notices {
    /// A sentence.
    void notice(String text);
  }

  /// Brings a segment in, if it is the first and the rest is right; else nothing has happened.
  ///
  /// @return whether the graph is another one now: what was remembered of it no longer holds
  public boolean bringIn(Load load, Journal journal, Path segment) throws IOException {
    Optional<StoreImporter> importer = database.importer();
    if (mode == BulkMode.NEVER || importer.isEmpty()) {
      return false;
    }
    try (SegmentReader reader = journal.read(segment)) {
      boolean possible =
          isWorthIt(reader.header())
              && isEmpty(load.graph)
              && journal.usableBytes() > DISK_FACTOR * Files.size(segment);
      if (!possible) {
        return false;
      }
      bringIn(load, reader, journal.temporaryFolder("import"), importer.get());
      return true;
    }
  }

  private static void bringIn(Load load, SegmentReader segment, Path folder, StoreImporter importer)
      throws IOException {
    HeldHook hook = new HeldHook(load.hook);
    load.notices.notice(
        "the first load goes through Neo4j's importer: the database stops and comes back");
    try {
      importer.replaceBy(() -> {
        write(load, segment, folder, hook);
        return folder;
      });
      hook.release();
    } catch (IOException | UncheckedIOException e) {
      load.notices.notice(
          "the first load cannot go through the importer, so it is written as later ones are: "
              + e.getMessage());
    } finally {
      delete(folder);
    }
  }

  /// Brings the schema of a graph that was replaced up to date.
  public void migrate() {
    SchemaMigrations.apply(database.driver());
  }

  private boolean isWorthIt(SegmentHeader header) {
    long bytes = (long) header.parts() * header.partBytes();
    return header.segment() == 1 && (mode == BulkMode.ALWAYS || bytes >= LEAST_FOLD_BYTES);
  }

  private static boolean isEmpty(GraphStore graph) {
    return graph.write(
        transaction -> transaction.run("first-load-empty", Map.of()).getFirst().flag("empty"));
  }

  private static void write(Load load, SegmentReader reader, Path folder, HeldHook hook)
      throws IOException {
    try (ImportGraph graph = new ImportGraph(folder)) {
      SiteKey.require(graph, load.secret);
      new BatchWriter(graph, load.home.deadLetters(), load.clock, load.sessions, hook)
          .write(reader);
      graph.finish(load.sessions);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
