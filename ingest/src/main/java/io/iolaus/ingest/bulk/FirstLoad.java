package io.iolaus.ingest.bulk;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.StoreImporter;
import io.iolaus.cypher.home.FileTree;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.schema.SchemaMigrations;
import io.iolaus.cypher.write.GraphStore;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.write.SiteKey;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings the first segments of an empty database in through Neo4j's offline importer, where that
/// is possible and worth it.
///
/// Segments stay sealed until the database holds them: a process that dies meanwhile leaves either
/// the empty database, and the segments are brought in by the next load, or the loaded one, and the
/// next load finds that out by the batches, which are part of what was imported.
public final class FirstLoad {

  // Below about so much, writing over Bolt takes no longer than stopping, importing, starting.
  private static final long LEAST_SEGMENT_BYTES = 6L << 20;

  // With less room than this, compared with the segments, it is not even tried: what samples of
  // prompts take. Edges take more; if the disk fills up, the load goes the usual way.
  private static final int DISK_FACTOR = 5;

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

  /// Whether segments that are sealed now could go through the importer together.
  public boolean isPossible(GraphStore graph) {
    return mode != BulkMode.NEVER && database.importer().isPresent() && isEmpty(graph);
  }

  /// Brings segments in, if they are the first and the rest is right; else nothing has happened.
  ///
  /// @param segments in the order in which they build on each other
  /// @return whether the graph is another one now: what was remembered of it no longer holds
  public boolean bringIn(Load load, Journal journal, List<Path> segments) throws IOException {
    Optional<StoreImporter> importer = database.importer();
    if (mode == BulkMode.NEVER || importer.isEmpty()) {
      return false;
    }
    List<SegmentHeader> headers = new ArrayList<>();
    long bytes = 0;
    for (Path segment : segments) {
      headers.add(journal.header(segment));
      bytes += Files.size(segment);
    }
    boolean possible =
        (mode == BulkMode.ALWAYS || bytes >= LEAST_SEGMENT_BYTES)
            && areFirst(headers)
            && isEmpty(load.graph)
            && journal.usableBytes() > DISK_FACTOR * bytes;
    if (!possible) {
      return false;
    }
    bringIn(load, journal, segments, importer.get());
    return true;
  }

  private static void bringIn(
      Load load, Journal journal, List<Path> segments, StoreImporter importer) throws IOException {
    Path folder = journal.temporaryFolder("import");
    HeldHook hook = new HeldHook(load.hook);
    load.notices.notice(
        "the first load goes through Neo4j's importer: the database stops and comes back");
    try {
      importer.replaceBy(() -> {
        write(load, journal, segments, folder, hook);
        return folder;
      });
      hook.release();
    } catch (IOException | UncheckedIOException e) {
      load.notices.notice(
          "the first load cannot go through the importer, so it is written as later ones are: "
              + e.getMessage());
    } finally {
      FileTree.delete(folder);
    }
  }

  /// Brings the schema of a graph that was replaced up to date.
  public void migrate() {
    SchemaMigrations.apply(database.driver());
  }

  /// About how much heap the fold of a segment took.
  static long foldBytes(SegmentHeader header) {
    return header.parts() * header.partBytes();
  }

  /// Whether each batch begins with its first segment and has no gap: else they are of another
  /// database.
  private static boolean areFirst(List<SegmentHeader> headers) {
    Map<String, Integer> last = new HashMap<>();
    return headers.stream()
        .allMatch(header -> last.merge(header.batch(), 1, Integer::sum) == header.segment());
  }

  private static boolean isEmpty(GraphStore graph) {
    return graph.write(
        transaction -> transaction.run("first-load-empty", Map.of()).getFirst().flag("empty"));
  }

  private static void write(
      Load load, Journal journal, List<Path> segments, Path folder, HeldHook hook)
      throws IOException {
    try (ImportGraph graph = new ImportGraph(folder)) {
      SiteKey.require(graph, load.secret);
      new ImportSegments(graph, journal, load, hook).write(segments, folder);
      graph.finish(load.sessions);
    }
  }
}
