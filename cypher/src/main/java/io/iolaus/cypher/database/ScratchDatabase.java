package io.iolaus.cypher.database;

import io.iolaus.cypher.home.FileTree;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.schema.SchemaMigrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.neo4j.driver.Driver;

/// An empty database in a folder of its own, gone when it is closed: for what must not touch the
/// site's graph. `NEO4J_URI` is not looked at.
public record ScratchDatabase(Database database, Path folder) implements AutoCloseable {

  /// Starts one, with the schema in it.
  ///
  /// @param messages takes lines for the person in front
  public static ScratchDatabase open(Consumer<String> messages) {
    try {
      Path folder = Files.createTempDirectory("iolaus-scratch");
      DatabaseOptions options =
          new DatabaseOptions("256m", "16m", Duration.ofMinutes(2), false, messages);
      ScratchDatabase scratch =
          new ScratchDatabase(Databases.open(Home.at(folder), options, Map.of()), folder);
      SchemaMigrations.apply(scratch.driver());
      return scratch;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Driver driver() {
    return database.driver();
  }

  @Override
  public void close() {
    database.close();
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
