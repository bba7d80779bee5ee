package io.iolaus.cypher.database;

import java.util.Optional;
import org.neo4j.driver.Driver;

/// An open database. Closing it closes the driver and, where this process started the database,
/// stops that cleanly.
public interface Database extends AutoCloseable {

  /// The driver; safe for any number of threads.
  Driver driver();

  /// Where the database answers, as `bolt://127.0.0.1:41234`.
  String uri();

  /// Whether closing this also stops the database.
  boolean owned();

  /// What replaces all it holds at once; none where others may use it, or it is not ours.
  default Optional<StoreImporter> importer() {
    return Optional.empty();
  }

  @Override
  void close();
}
