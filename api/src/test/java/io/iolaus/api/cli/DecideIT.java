package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.home.Home;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Decisions and suppressions as an analyst takes them on the command line and over HTTP, and what
/// becomes of a population that was loaded and detected as any other.
@DisabledIfEnvironmentVariable(
    named = "NEO4J_URI",
    matches = ".+",
    disabledReason = "the home here brings its own database")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DecideIT {

  @TempDir private static Path folder;

  private static String home = "";
  private static Database database;
  private static IolausServer server;
  private static Client client;

  @BeforeAll
  static void detected() throws IOException {
    Home site = Home.at(folder.resolve("home"));
    home = site.toString();
    database =
        Databases.open(
            site, new DatabaseOptions("400m", "32m", Duration.ofMinutes(1), true, line -> {}));
    Path events = SmallPopulation.write(folder.resolve("events.ndjson"));
    assertThat(run("ingest", "--strict", events.toString()).status()).isZero();
    server =
        IolausServer.start(
            database.driver(),
            site,
            new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API, Role.DETECT)));
    client = Client.basic(server, site.secret("admin.password"));
    assertThat(run("detect").status()).isZero();
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  private static CommandRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--home", home));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static CommandRun done(String... args) {
    CommandRun run = run(args);
    assertThat(run.status()).as(run.err()).isZero();
    return run;
  }

  private static List<String> members() {
    return done("members").lines().stream().skip(1).map(l -> l.split(",")[0]).toList();
  }

  private static String cluster() {
    return client.json("/api/v1/clusters?state=labelled").get("items").get(0).get("id").asString();
  }

  @Test
  @Order(1)
  void aDecisionHoldsFromTheNextRunOnAndIsWithdrawn() {
    List<String> before = members();
    assertThat(before).hasSize(SmallPopulation.CAMPAIGN);
    String one = SmallPopulation.member(2);
    String other = SmallPopulation.member(9);
    CommandRun decided =
        done("decide", "different", one, other, "--by", "ana", "--reason", "met both");
    assertThat(decided.out()).isEqualTo("d-1\n");
    assertThat(decided.err()).contains("takes effect with the next `iolaus detect`");
    CommandRun contradicted =
        run("decide", "same", one, other, "--by", "ben", "--reason", "one card");
    assertThat(contradicted.status()).isEqualTo(1);
    assertThat(contradicted.err()).contains("d-1 (different: " + one + ", " + other + "; by ana)");
    done("detect");
    assertThat(members()).hasSize(SmallPopulation.CAMPAIGN - 1);
    assertThat(members().containsAll(List.of(one, other))).isFalse();
    assertThat(done("explain", "account:" + one).out()).contains("ana decided different");
    assertThat(done("decisions", "--account", one).lines().get(1))
        .startsWith("d-1,different," + one + "+" + other + ",,,0,0,ana,")
        .contains(",holds,");
    JsonNode served = client.json("/api/v1/decisions/d-1");
    assertThat(served.get("standing").asString()).isEqualTo("holds");
    done("decide", "withdraw", "d-1", "--by", "ben", "--reason", "a mix-up");
    done("detect");
    assertThat(members()).isEqualTo(before);
    assertThat(done("decisions", "--standing", "withdrawn").lines()).hasSize(2);
  }

  @Test
  @Order(2)
  void whatIsConfirmedGivesEachDetectorItsPrecision() {
    done("decide", "confirmed", cluster(), "--by", "ana", "--reason", "invoices agree");
    String rows = done("decisions", "--precision").out();
    assertThat(rows.lines().filter(l -> l.startsWith("shared-instrument,")).toList())
        .singleElement()
        .satisfies(l ->
            assertThat(l)
                .contains(",%1$d,%1$d,%1$d,0,1.0000,".formatted(SmallPopulation.CAMPAIGN)));
    JsonNode first = client.json("/api/v1/detectors/precision").get("items").get(0);
    assertThat(first.get("decided").asInt()).isEqualTo(first.get("fraudulent").asInt());
    done("decide", "withdraw", "d-2", "--by", "ana", "--reason", "too early");
    assertThat(
            client
                .json("/api/v1/detectors/precision")
                .get("items")
                .get(0)
                .get("precision")
                .isNull())
        .isTrue();
  }

  @Test
  @Order(3)
  void wrongUseSaysWhatToDo() {
    assertThat(run("decide", "equal", "a", "b", "--by", "x", "--reason", "y").err())
        .contains("it is one of same, different, unsure, confirmed, false-positive, or withdraw");
    assertThat(run("decide", "same", "a", "b", "--by", "x", "--reason", "y").err())
        .contains("there is no account a");
    assertThat(run("decide", "confirmed", "c-none", "--by", "x", "--reason", "y").err())
        .contains("there never was a cluster c-none");
    assertThat(run("decide", "withdraw", "d-99", "--by", "x", "--reason", "y").err())
        .contains("there never was a decision d-99");
    assertThat(
            run(
                    "decide",
                    "same",
                    SmallPopulation.member(1),
                    "user-001",
                    "--by",
                    "x",
                    "--reason",
                    " ")
                .err())
        .contains("the reason must not be empty");
    assertThat(
            run("suppress", "ip:1.2.3.4", "--by", "x", "--reason", "y", "--until", "2020-01-01")
                .err())
        .contains("it must end after now");
    assertThat(run("suppressions", "end", "s-99", "--by", "x").err())
        .contains("there never was a suppression s-99");
  }

  @Test
  @Order(4)
  void aHiddenClusterIsNotListedNorExportedAndTheListsSayHowMany() {
    String cluster = cluster();
    String until = Instant.now().plus(30, ChronoUnit.DAYS).toString();
    String id =
        done("suppress", cluster, "--by", "ana", "--reason", "with the police", "--until", until)
            .out()
            .strip();
    CommandRun clusters = done("clusters");
    assertThat(clusters.lines()).hasSize(1);
    assertThat(clusters.err())
        .contains(
            "1 cluster and %d accounts hidden by suppressions".formatted(SmallPopulation.CAMPAIGN));
    assertThat(done("members").lines()).hasSize(1);
    assertThat(done("clusters", "--hidden").lines()).hasSize(2);
    assertThat(run("export", cluster, "--format", "stix").err())
        .contains("nothing is exported: ana suppressed " + cluster);
    JsonNode list = client.json("/api/v1/clusters");
    assertThat(list.get("total").asInt()).isZero();
    assertThat(list.get("hidden").asInt()).isEqualTo(1);
    assertThat(client.json("/api/v1/clusters?hidden=true").get("total").asInt()).isEqualTo(1);
    assertThat(done("suppressions").lines().get(1))
        .startsWith(id + ",cluster:" + cluster + ",holds,ana,")
        .contains(",0,%1$d,1,%1$d,".formatted(SmallPopulation.CAMPAIGN));
    done("suppressions", "end", id, "--by", "ben");
    assertThat(done("clusters").lines()).hasSize(2);
    assertThat(done("suppressions").lines()).hasSize(1);
    assertThat(done("suppressions", "--all").lines()).hasSize(2);
  }

  @Test
  @Order(5)
  void suppressionsAreTakenListedAndEndedOverHttp() {
    String account = SmallPopulation.member(3);
    String until =
        Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    HttpResponse<String> made =
        client.send(
            "POST",
            "/api/v1/suppressions",
            "{\"scope\": \"account:%s\", \"reason\": \"a test account\", \"until\": \"%s\"}"
                .formatted(account, until));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    JsonNode row = Client.parse(made);
    assertThat(row.get("owner").asString()).isEqualTo("admin");
    assertThat(row.get("standing").asString()).isEqualTo("ends-soon");
    assertThat(row.get("accounts").asInt()).isEqualTo(1);
    JsonNode members = client.json("/api/v1/clusters/" + cluster() + "/members");
    assertThat(members.get("total").asInt()).isEqualTo(SmallPopulation.CAMPAIGN - 1);
    assertThat(members.get("hidden").asInt()).isEqualTo(1);
    assertThat(done("suppressions").err()).contains("(account:" + account + ") ends at");
    String path = "/api/v1/suppressions/" + row.get("id").asString();
    assertThat(client.send("POST", path + "/end", null).statusCode()).isEqualTo(200);
    assertThat(Client.parse(client.send("POST", path + "/end", null)).get("code").asString())
        .isEqualTo("suppression-ended");
    assertThat(client.json("/api/v1/suppressions").get("total").asInt()).isZero();
    assertThat(client.json("/api/v1/suppressions?all=true&limit=1").get("next").isNull()).isFalse();
    for (String wrong :
        List.of(
            "{\"scope\": \"account:nobody\", \"reason\": \"x\", \"until\": \"%s\"}",
            "{\"scope\": \"nonsense\", \"reason\": \"x\", \"until\": \"%s\"}",
            "{\"scope\": \"account:user-001\", \"reason\": \"\", \"until\": \"%s\"}",
            "{\"scope\": \"account:user-001\", \"reason\": \"x\", \"until\": \"2099-01-01T00:00:00Z\"}")) {
      HttpResponse<String> refused =
          client.send("POST", "/api/v1/suppressions", wrong.formatted(until));
      assertThat(refused.statusCode()).as(refused.body()).isIn(400, 404);
      assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
  }
}
