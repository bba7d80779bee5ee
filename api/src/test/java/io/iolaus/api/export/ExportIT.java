package io.iolaus.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.api.server.SmallGraph;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files of a cluster of 25,000 accounts, held against counts of our own; broken off on either
/// side.
@Neo4jTest
class ExportIT {

  private static final int MANY = 25_000;

  private static IolausServer server;
  private static Client client;
  private static Driver graph;
  private static String password;

  @BeforeAll
  static void start(Driver driver, Home home) {
    graph = driver;
    SmallGraph.create(driver);
    run(
        """
        CREATE (c:Cluster {id: 'c-big', state: 'labelled', score: 0.9, run: 'run-7', lifecycle: 'active', accounts: 25000,
          recordedAt: datetime('2026-06-06T00:00:00Z')})
        WITH c UNWIND range(1, 40) AS n
        CREATE (c)-[:SUPPORTED_BY {facet: 'network', detector: 'shared-address', bits: n / 10.0, run: 'run-7', members: 1, total: 1}]->
          (:IpAddress {id: '192.0.2.' + n, version: 4, evidence: true})
        """);
    for (int from = 1; from < MANY; from += 5_000) {
      run(
          """
          MATCH (c:Cluster {id: 'c-big'}), (ip:IpAddress) WHERE ip.id STARTS WITH '192.0.2.'
          WITH c, collect(ip) AS ips
          UNWIND range(%d, %d) AS n
          CREATE (a:Account {id: 'big-account-number-' + n, exchanges: n, emailDomain: '=cmd.example', status: 'active'})
            -[:MEMBER_OF {state: 'labelled', membership: 0.9, bits: 12.0, facets: ['network'], facetBits: [12.0], run: 'run-7'}]->(c)
          WITH a, ips, n
          FOREACH (i IN [0, 1] | FOREACH (ip IN [ips[(n + i) %% 40]] | CREATE (a)-[:CONNECTED_FROM {total: 1}]->(ip)))
          """
              .formatted(from, from + 4_999));
    }
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    password = home.secret("admin.password");
    client = Client.basic(server, password);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void run(String statement) {
    try (Session session = graph.session()) {
      session.run(statement).consume();
    }
  }

  private static long count(String statement) {
    try (Session session = graph.session()) {
      return session.run(statement).single().get(0).asLong();
    }
  }

  private static List<CsvRecord> csv(String address) throws IOException {
    return csv(client.get(address));
  }

  private static List<CsvRecord> csv(HttpResponse<String> file) throws IOException {
    assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file.body())) {
      return reader.stream().skip(1).toList();
    }
  }

  private static List<JsonNode> lines(HttpResponse<String> file) {
    assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
    return file.body().lines().map(JsonMapper.shared()::readTree).toList();
  }

  @Test
  void aFileOfMembersHasEveryMemberOnceInTheOrderOfTheList() throws IOException {
    String address = "/api/v1/clusters/c-big/members/export?sort=exchanges";
    HttpResponse<String> file = client.get(address);

    List<CsvRecord> rows = csv(file);
    assertThat(rows).hasSize(MANY);
    assertThat(rows.stream().map(row -> row.getField(0)).collect(Collectors.toSet())).hasSize(MANY);
    assertThat(rows.getFirst().getField(0)).isEqualTo("big-account-number-" + MANY);
    assertThat(rows.stream().filter(row -> !row.getFields().contains("'=cmd.example"))).isEmpty();
    assertThat(client.get(address).body()).isEqualTo(file.body());
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"cluster-c-big-members.csv\"");
  }

  @Test
  void aGraphHasEveryAccountAndEveryEdgeToWhatIsShared() {
    HttpResponse<String> file = client.get("/api/v1/clusters/c-big/export?format=ndjson");
    List<JsonNode> lines = lines(file);

    Set<String> nodes =
        lines.stream()
            .filter(line -> line.get("kind").asString().equals("node"))
            .map(line -> line.get("key").asString())
            .collect(Collectors.toSet());
    List<JsonNode> edges =
        lines.stream().filter(line -> line.get("kind").asString().equals("edge")).toList();
    assertThat(nodes).hasSize(MANY + 40);
    assertThat((long) edges.size())
        .isEqualTo(
            count(
                "MATCH (:Cluster {id: 'c-big'})<-[:MEMBER_OF]-(a)-[:CONNECTED_FROM]->(ip)"
                    + " RETURN count(*)"));
    assertThat(
            edges.stream()
                .flatMap(e -> Stream.of(e.get("source").asString(), e.get("target").asString()))
                .filter(end -> !nodes.contains(end)))
        .as("ends that are no nodes")
        .isEmpty();
    assertThat(client.get("/api/v1/clusters/c-big/export?format=ndjson").body())
        .isEqualTo(file.body());
  }

  @Test
  void listsAreWhatTheyAreOnTheScreen() throws IOException {
    assertThat(csv("/api/v1/clusters/export?state=review").stream().map(row -> row.getField(0)))
        .containsExactly("c-2");
    assertThat(csv("/api/v1/entities/ip/neighbours/export?id=203.0.113.7&neighbour=account"))
        .hasSize(3);
    client.send(
        "POST",
        "/api/v1/decisions",
        "{\"kind\": \"different\", \"reason\": \"=two teams\", \"accounts\": [\"acc-7\","
            + " \"acc-8\"]}");
    assertThat(csv("/api/v1/decisions/export").getFirst().getFields()).contains("'=two teams");
    HttpResponse<String> opened =
        client.send("POST", "/api/v1/cases", "{\"title\": \"t\", \"priority\": \"low\"}");
    String place = opened.headers().firstValue("Location").orElseThrow();
    client.send(
        "POST",
        place + "/items",
        "{\"items\": [{\"type\": \"cluster\", \"id\": \"c-1\"}], \"reason\": \"r\"}");
    assertThat(csv(place + "/items/export"))
        .singleElement()
        .satisfies(row -> assertThat(row.getField(1)).isEqualTo("c-1"));
    HttpResponse<String> selection =
        client.send(
            "POST",
            "/api/v1/subgraphs/export?format=ndjson",
            "{\"entities\": [{\"type\": \"account\", \"id\": \"acc-1\"}, {\"type\": \"account\","
                + " \"id\": \"acc-2\"}]}");
    assertThat(lines(selection).stream().map(line -> line.path("key").asString("")))
        .contains("account:acc-1", "account:acc-2", "payment:-:pi_7Qx", "ip:203.0.113.7");
  }

  @Test
  void thePastIsAFileToo() throws IOException {
    String past = "?asOf=2026-06-05T12:00:00Z&knownAt=2027-01-01T00:00:00Z";
    Set<String> listed = new TreeSet<>();
    client
        .json("/api/v1/clusters/c-1/members" + past)
        .get("items")
        .forEach(item -> listed.add(item.get("account").asString()));

    Set<String> exported =
        csv("/api/v1/clusters/c-1/members/export" + past).stream()
            .map(row -> row.getField(0))
            .collect(Collectors.toSet());
    assertThat(exported).isEqualTo(listed);
  }

  @Test
  void whatFailsBeforeItBeginsIsAProblem() {
    for (String address :
        List.of("/api/v1/clusters/c-none/export", "/api/v1/clusters/c-none/members/export")) {
      HttpResponse<String> answer = client.get(address);

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
      assertThat(Client.parse(answer).get("code").asString()).isEqualTo("cluster-not-found");
    }
    assertThat(client.get("/api/v1/clusters/c-1/export?format=pdf").body())
        .contains("format must be one of graphml, gexf, ndjson, csv");
  }

  @Test
  void exportsAreRecorded() {
    client.get("/api/v1/clusters/c-2/export?format=gexf");

    JsonNode entries = client.json("/api/v1/audit?act=export&object=c-2").get("items");
    assertThat(entries).isNotEmpty();
    assertThat(entries.get(0).get("objectType").asString()).isEqualTo("cluster");
  }

  /// A client that reads slowly: its socket, and what came so far.
  private static Socket ask(String address) throws IOException {
    URI uri = URI.create(server.url());
    Socket socket = new Socket();
    socket.setReceiveBufferSize(8 << 10);
    socket.connect(new java.net.InetSocketAddress(uri.getHost(), uri.getPort()));
    String credentials =
        Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
    socket
        .getOutputStream()
        .write(
            ("GET %s HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Basic %s\r\n\r\n"
                    .formatted(address, uri.getHost(), uri.getPort(), credentials))
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(new String(socket.getInputStream().readNBytes(1_000), StandardCharsets.UTF_8))
        .startsWith("HTTP/1.1 200");
    return socket;
  }

  private static double running() {
    return client
        .get("/api/v1/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("iolaus_requests_running{kind=\"export\"}"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void aFileThatFailsInTheMiddleIsBrokenOffAndHasNoEnd() throws IOException {
    try (Socket socket = ask("/api/v1/clusters/c-big/export?format=graphml")) {
      assertThat(running()).as("it waits for its reader").isEqualTo(1);
      run("MATCH (c:Cluster {id: 'c-big'}) SET c.recordedAt = c.recordedAt + duration('PT1S')");

      String rest = rest(socket.getInputStream());

      assertThat(rest).contains("big-account-number-").doesNotContain("</graphml>", "\"code\"");
      assertThat(rest).as("the last chunk, which ends a whole answer").doesNotEndWith("0\r\n\r\n");
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> running() == 0);
  }

  private static String rest(InputStream in) throws IOException {
    StringBuilder all = new StringBuilder();
    byte[] bytes = new byte[64 << 10];
    try {
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        all.append(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
      }
    } catch (java.net.SocketException e) {
      // cut: as it should be
    }
    return all.toString();
  }

  @Test
  void whenTheReaderGoesNothingIsReadAnyMore() throws IOException {
    try (Socket socket = ask("/api/v1/clusters/c-big/export?format=gexf")) {
      assertThat(running()).isEqualTo(1);
      socket.setSoLinger(true, 0);
    }

    await().atMost(Duration.ofSeconds(10)).until(() -> running() == 0);
    assertThat(
            count(
                "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH"
                    + " '/* What holds a cluster together' RETURN count(*)"))
        .isZero();
  }
}
