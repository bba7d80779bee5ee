package io.iolaus.bench.service;

import io.iolaus.bench.tier.Program;
import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.home.Home;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A generated population with its clusters, with one cluster of 25,000 accounts and one address of
/// 30,000 put in besides, and a server of its own process that serves it.
final class ServedGraph implements AutoCloseable {

  /// Of 30,000 accounts that have nothing else.
  static final String HUB = "100.64.0.1";

  private static final int HUB_ACCOUNTS = 30_000;
  private static final Duration START = Duration.ofMinutes(5);

  private final Database database;
  private final Process server;
  private final int port;
  private final String authorization;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private ServedGraph(Database database, Process server, int port, String password) {
    this.database = database;
    this.server = server;
    this.port = port;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
  }

  /// @param script that starts the program
  /// @param tier `S`, `M` or `L`
  static ServedGraph start(Path script, Path folder, String heap, String pageCache, String tier)
      throws Exception {
    Program program = new Program(script);
    Home home = Home.at(folder.resolve("home"));
    Path events = folder.resolve("events");
    program.simulate(tier, events);
    program.run("--home", home.path().toString(), "ingest", events.toString());
    program.run("--home", home.path().toString(), "detect");
    Database database =
        Databases.open(
            home, DatabaseOptions.command(System.out::println).withMemory(heap, pageCache));
    LargeCluster.fill(database.driver(), LargeCluster.LOOSE);
    fillHub(database.driver());
    int port = freePort();
    Home own = Home.at(folder.resolve("server"));
    String password = own.secret("admin.password");
    ProcessBuilder serving =
        new ProcessBuilder(
            List.of(
                script.toAbsolutePath().toString(),
                "--home",
                own.path().toString(),
                "serve",
                "--roles",
                "api",
                "--port",
                Integer.toString(port)));
    serving.environment().put("NEO4J_URI", database.uri());
    serving.environment().put("NEO4J_PASSWORD", home.secret("neo4j.password"));
    // All who ask have one login: it has the budget of fifty, and places as all have together.
    serving.environment().put("IOLAUS_LOAD_AT_ONCE_PER_USER", "24");
    serving.environment().put("IOLAUS_LOAD_HEAVY_PER_USER", "8");
    serving.environment().put("IOLAUS_LOAD_PER_MINUTE", "300000");
    serving.redirectErrorStream(true).redirectOutput(folder.resolve("server.log").toFile());
    ServedGraph graph = new ServedGraph(database, serving.start(), port, password);
    graph.await(folder.resolve("server.log"));
    return graph;
  }

  private static void fillHub(Driver driver) {
    for (int from = 0; from < HUB_ACCOUNTS; from += 5_000) {
      LargeCluster.run(
          driver,
          """
          MERGE (ip:IpAddress {id: $ip}) ON CREATE SET ip.accounts = $accounts, ip.version = 4
          WITH ip
          UNWIND range($from, $from + 4999) AS n
          CREATE (:Account {id: 'hub-' + n, exchanges: n})-[:CONNECTED_FROM {total: n % 1009,
            days: [date('2026-05-01')], counts: [n % 1009], batches: [1, 1], known: [1780000000000, 0],
            firstSeen: datetime('2026-05-01T00:00:00Z'), lastSeen: datetime('2026-05-01T00:00:00Z')}]->(ip)
          """,
          Map.of("ip", HUB, "accounts", HUB_ACCOUNTS, "from", from));
    }
  }

  /// Until the server answers, and its search knows the whole graph.
  private void await(Path log) throws Exception {
    long end = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < end) {
      if (!server.isAlive()) {
        throw new IOException("the server ended: " + Files.readString(log));
      }
      try {
        JsonNode index =
            JsonMapper.shared()
                .readTree(get("/api/v1/search/status", "identity").body())
                .get("index");
        if (index != null && index.get("complete").asBoolean()) {
          return;
        }
      } catch (IOException e) {
        // not yet
      }
      Thread.sleep(Duration.ofMillis(500));
    }
    throw new IOException("the server did not get ready within " + START + ": see " + log);
  }

  private HttpResponse<byte[]> get(String path, String encoding)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", authorization)
            .header("Accept", "application/json")
            .header("Accept-Encoding", encoding)
            .timeout(Duration.ofSeconds(60))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /// Asks as a browser does, packed and over connections that are kept, and adds how long it took
  /// until the last byte.
  ///
  /// @return bytes of the body, packed
  /// @throws IOException if it is refused or fails
  int time(String path, Latencies latencies) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<byte[]> response = get(path, "gzip");
    double millis = (System.nanoTime() - start) / 1e6;
    if (response.statusCode() != 200) {
      throw new IOException(path + " was answered " + response.statusCode());
    }
    latencies.took(millis);
    return response.body().length;
  }

  List<String> texts(String statement, Map<String, Object> parameters) {
    try (Session session = database.driver().session()) {
      return session.run(statement, parameters).list(row -> row.get(0).asString());
    }
  }

  Driver driver() {
    return database.driver();
  }

  /// Memory that the server holds, in MB.
  long residentMegabytes() throws IOException {
    // The script hands over to java, so the process is the server's.
    String status = Files.readString(Path.of("/proc/" + server.pid() + "/status"));
    return status
            .lines()
            .filter(line -> line.startsWith("VmRSS:"))
            .map(line -> line.replaceAll("[^0-9]", ""))
            .mapToLong(Long::parseLong)
            .findFirst()
            .orElse(0)
        / 1024;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    server.destroy();
    server.onExit().join();
    http.close();
    database.close();
  }
}
