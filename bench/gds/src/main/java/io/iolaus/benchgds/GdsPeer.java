package io.iolaus.benchgds;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.SettingValueParsers;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;

/// Projects accounts and all that they share, then runs Leiden alone: the least that any detection
/// with Graph Data Science does.
///
/// Arguments: folder of a stopped database, page cache, rounds. Prints a line for each round and
/// number of threads, with the seconds of both steps.
public final class GdsPeer {

  private static final List<String> LABELS =
      List.of("Account", "PaymentInstrument", "IpAddress", "Identifier", "PromptFamily", "Pattern");
  private static final Map<String, Object> TYPES =
      Stream.of("PAID_WITH", "CONNECTED_FROM", "HAS_IDENTIFIER", "PROMPTED", "SHOWS")
          .collect(Collectors.toMap(type -> type, type -> Map.of("orientation", "UNDIRECTED")));

  private GdsPeer() {}

  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0]);
    plugins(data.resolve("plugins"));
    DatabaseManagementService service =
        new DatabaseManagementServiceBuilder(data)
            .setConfig(
                Map.of(
                    GraphDatabaseSettings.auth_enabled, false,
                    BoltConnector.enabled, false,
                    HttpConnector.enabled, false,
                    GraphDatabaseSettings.udc_enabled, false,
                    GraphDatabaseSettings.procedure_unrestricted, List.of("gds.*"),
                    GraphDatabaseSettings.pagecache_memory,
                        SettingValueParsers.BYTES.parse(args[1])))
            .build();
    try {
      GraphDatabaseService graph = service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
      for (int round = 1; round <= Integer.parseInt(args[2]); round++) {
        for (int threads : new int[] {1, 2, 4}) {
          round(graph, round, threads);
        }
      }
    } finally {
      service.shutdown();
    }
  }

  /// Procedures are found in the plugins folder alone.
  private static void plugins(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry);
      String name = jar.getFileName().toString();
      if (name.matches("(proc-|procedure|cypher-aggregation-).*\\.jar|.*-procedure-.*\\.jar")) {
        Files.copy(jar, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void round(GraphDatabaseService graph, int round, int threads) {
    long start = System.nanoTime();
    Map<String, Object> projected =
        first(
            graph,
            "CALL gds.graph.project('peer', $labels, $types, {readConcurrency: $threads})"
                + " YIELD nodeCount, relationshipCount"
                + " RETURN nodeCount AS nodes, relationshipCount AS edges",
            threads);
    double projecting = seconds(start);
    start = System.nanoTime();
    Map<String, Object> found =
        first(
            graph,
            "CALL gds.leiden.stats('peer', {concurrency: $threads})"
                + " YIELD communityCount, modularity"
                + " RETURN communityCount AS communities, modularity",
            threads);
    double leiden = seconds(start);
    first(graph, "CALL gds.graph.drop('peer') YIELD graphName RETURN graphName", threads);
    System.out.printf(
        Locale.ROOT,
        "gds round %d threads %d: project %.1f s, leiden %.1f s, sum %.1f s; %s %s%n",
        round,
        threads,
        projecting,
        leiden,
        projecting + leiden,
        projected,
        found);
  }

  private static Map<String, Object> first(
      GraphDatabaseService graph, String statement, int threads) {
    return graph.executeTransactionally(
        statement,
        Map.of("labels", LABELS, "types", TYPES, "threads", threads),
        result -> result.next());
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
