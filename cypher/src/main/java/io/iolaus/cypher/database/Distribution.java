package io.iolaus.cypher.database;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the database program, `neo4j-local`, lies: a folder with its jar and `lib/`.
record Distribution(Path folder) {

  static final String PROPERTY = "iolaus.neo4j-local";

  /// The folder the system property names, else the one beside the running jar.
  static Distribution find() {
    return candidates()
        .filter(folder -> Files.isDirectory(folder.resolve("lib")))
        .map(Distribution::new)
        .findFirst()
        .orElseThrow(() ->
            new DatabaseUnavailableException(
                "cannot find the database program neo4j-local: run `mvn package`, or point"
                    + " NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD at a running Neo4j"));
  }

  private static Stream<Path> candidates() {
    @Nullable String named = System.getProperty(PROPERTY);
    if (named != null) {
      return Stream.of(Path.of(named).toAbsolutePath());
    }
    String program = System.getProperty("java.class.path", "").split(File.pathSeparator, 2)[0];
    @Nullable Path folder = Path.of(program).toAbsolutePath().normalize().getParent();
    return folder == null
        ? Stream.empty()
        : Stream.of(
            folder.resolve("neo4j-local"), // a distribution
            folder.resolve("../../neo4j-local/target/neo4j-local").normalize()); // a checkout
  }

  String classPath() {
    return String.join(
        File.pathSeparator, List.of(folder.resolve("*").toString(), folder + "/lib/*"));
  }
}
