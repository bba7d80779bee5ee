package io.iolaus.ingest;

import io.iolaus.cypher.batch.BatchReader;
import io.iolaus.cypher.batch.LoadedBatch;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.home.HomeException;
import io.iolaus.cypher.home.PrivateFiles;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.journal.SegmentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;

/// Makes an empty home one that knows what another one knew at a moment: with the segments of its
/// journal that were sealed by then, and its site key. The next load on it, of nothing, brings them
/// into its graph.
public final class KnownThen {

  private static final String KEPT = ".done";
  private static final String SEALED = ".seg";

  private final Home home;
  private final Driver driver;

  /// @param driver to the graph of the home
  public KnownThen(Home home, Driver driver) {
    this.home = home;
    this.driver = driver;
  }

  private record Known(String batch, Path file) {}

  /// Lays what was known into another home.
  ///
  /// @param into a home in which nothing was loaded yet
  /// @return how many segments were known
  /// @throws HomeException if the journal of this home does not tell all that is in its graph
  public int layInto(Home into, Instant moment) throws IOException {
    List<Known> known = new ArrayList<>();
    for (LoadedBatch batch : new BatchReader(driver).loaded()) {
      if (batch.topic()) {
        throw new HomeException(
            "%s came from a topic, which keeps no journal: what was known of it at %s cannot be put together again; views of what runs found then can be asked for (--known-at of clusters and members)"
                .formatted(batch.source(), moment));
      }
      for (Path segment : segments(batch)) {
        SegmentHeader header = SegmentReader.header(segment);
        if (header.sealedAt() <= moment.toEpochMilli()) {
          known.add(new Known(batch.id(), segment));
        }
      }
    }
    PrivateFiles.createDirectories(into.path().resolve("secrets"));
    for (String key : List.of("site.key", "site.key.old")) {
      Path file = home.path().resolve("secrets").resolve(key);
      if (Files.exists(file)) {
        copy(file, into.path().resolve("secrets").resolve(key));
      }
    }
    for (Known segment : known) {
      String name = "%06d%s".formatted(Journal.number(segment.file()), SEALED);
      Path batch = Files.createDirectories(into.journal().resolve(segment.batch()));
      copy(segment.file(), batch.resolve(name));
    }
    return known.size();
  }

  private List<Path> segments(LoadedBatch batch) throws IOException {
    Path folder = home.journal().resolve(batch.id());
    List<Path> kept = List.of();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        kept = files.filter(file -> file.toString().endsWith(KEPT)).sorted().toList();
      }
    }
    if (kept.size() != batch.segments()) {
      throw new HomeException(
          "this home's journal has %d of the %d segments of batch %s (%s): ask from the home that loaded it, or restore the journal"
              .formatted(kept.size(), batch.segments(), batch.id(), batch.source()));
    }
    return kept;
  }

  /// With its time, which orders batches.
  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }
}
