package io.iolaus.ingest.rotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.prompt.Fingerprints;
import io.iolaus.core.prompt.PromptFamilies;
import io.iolaus.core.prompt.PromptFamily;
import io.iolaus.core.prompt.PromptReservoir;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.home.HomeException;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.IngestSession;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.Source;
import io.iolaus.ingest.TestIngest;
import io.iolaus.ingest.replace.ReplacementRefusedException;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// A site changes its secret between two loads.
@Neo4jTest
class KeyRotationIT {

  private static final String TEMPLATE =
      "Read the passage about %s and write three exam questions that test understanding. Give the"
          + " reference answer to each question in one line.";

  private Driver driver;
  private Home home;
  private Path folder;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    this.driver = driver;
    this.folder = folder;
    home = Home.at(folder.resolve("home"));
    TestGraph.empty(driver);
  }

  @Test
  void keepsAccountsLinkedByWhatIsKeyed() throws IOException {
    load("a", identifier("acc-1"), identifier("acc-2"));
    assertThat(rotate()).isEqualTo(1);
    load("b", identifier("acc-3"));
    assertThat(
            texts(
                "MATCH (i:Identifier) RETURN i.id + ' ' + i.value + ' ' + toString(i.accounts) AS text"))
        .containsExactly(
            "email:%1$s %1$s 3".formatted(home.site().token("email", "mira@mail.example")));
  }

  @Test
  void keepsFamiliesOfBothKeys() throws IOException {
    load("a", prompt("acc-1", "rivers"), prompt("acc-2", "trams"), prompt("acc-3", "tides"));
    rotate();
    load("b", prompt("acc-3", "bees"), prompt("acc-4", "salt"), prompt("acc-5", "maps"));
    List<PromptReservoir> reservoirs = reservoirs();
    PromptFamilies families =
        PromptFamilies.find("p", reservoirs.size(), a -> reservoirs.get(a).sampled(false));
    // Account 3 was there before and after: it holds the two together.
    assertThat(families.families())
        .extracting(PromptFamily::accounts)
        .containsExactlyInAnyOrder(new int[] {0, 1, 2}, new int[] {2, 3, 4});
  }

  @Test
  void takesFingerprintsOfTheKeyBefore() throws IOException {
    SiteSecret before = home.site();
    load("a", identifier("acc-1"));
    rotate();
    String line =
        "{\"type\":\"exchange\",\"account\":\"acc-1\",\"at\":\"2026-05-01T10:00:00Z\",\"fingerprint\":\"%s\"}"
            .formatted(
                new Fingerprints(before).encode(new PromptSketcher(before).sketch("Hello there")));
    assertThat(load("b", line).counts().rejected()).isZero();
  }

  @Test
  void refusesAHomeThatStillHasTheOldKey() throws IOException {
    load("a", identifier("acc-1"));
    Path other = Home.at(folder.resolve("other")).secretFile("site.key");
    Files.createDirectories(other.getParent());
    Files.copy(home.secretFile("site.key"), other);
    rotate();
    Home late = Home.at(folder.resolve("other"));
    assertThatThrownBy(() -> load(late, "b", identifier("acc-2")))
        .isInstanceOf(HomeException.class)
        .hasMessageContaining("site.key");
    assertThatThrownBy(() -> new KeyRotation(new GraphWriter(driver), late).rotate(_ -> {}))
        .isInstanceOf(HomeException.class);
  }

  @Test
  void isEndedByTheNextOneWhereItDied() throws IOException {
    load("a", identifier("acc-1"), identifier("acc-2").replace("mira", "jonas"));
    KeyRotation rotation = new KeyRotation(new GraphWriter(driver), home);
    assertThatThrownBy(() ->
            rotation.rotate(_ -> {
              throw new IllegalStateException("died");
            }))
        .hasMessage("died");
    assertThatThrownBy(() -> load("b", identifier("acc-3"))).isInstanceOf(HomeException.class);
    assertThat(rotate()).isZero();
    load("b", identifier("acc-3"));
    assertThat(texts("MATCH (i:Identifier) RETURN toString(i.accounts) AS text ORDER BY text"))
        .containsExactly("1", "2");
  }

  @Test
  void waitsForOtherWorkersAndReplacements() throws IOException {
    load("a", identifier("acc-1"));
    run("MATCH (b:Batch) SET b.cutSegment = b.segments + 1");
    assertThatThrownBy(this::rotate)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is loading");
    run(
        "MATCH (b:Batch) SET b.cutSegment = b.segments WITH b MATCH (s:Sequence {id: 'batch'})"
            + " SET s.replacing = b.id, s.replacingToken = 't'");
    assertThatThrownBy(this::rotate)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is being replaced");
    assertThat(texts("MATCH (i:Identifier) RETURN left(i.value, 3) AS text"))
        .containsExactly("k1_");
  }

  @Test
  void keepsBatchesFromBeingReplacedByWhatIsUnderTheOldKey() throws IOException {
    String batch =
        load("a", identifier("acc-1"), identifier("acc-2"))
            .sources()
            .getFirst()
            .batch()
            .orElseThrow();
    rotate();
    Path corrected =
        Files.writeString(folder.resolve("corrected.ndjson"), identifier("acc-1") + "\n");
    assertThatThrownBy(
            () -> {
              try (IngestSession session = service(home).open(IngestListener.NONE)) {
                session.replace(batch, Source.file(corrected));
              }
            })
        .isInstanceOf(ReplacementRefusedException.class)
        .hasMessageContaining("earlier site key");
    assertThat(texts("MATCH (i:Identifier) RETURN left(i.value, 3) + i.accounts AS text"))
        .containsExactly("k2_2");
  }

  @Test
  void rotatesAgainAndAgain() throws IOException {
    load("a", identifier("acc-1"));
    rotate();
    assertThat(rotate()).isEqualTo(1);
    load("b", identifier("acc-2"));
    assertThat(texts("MATCH (i:Identifier) RETURN left(i.value, 3) + i.accounts AS text"))
        .containsExactly("k3_2");
  }

  private long rotate() throws IOException {
    return new KeyRotation(new GraphWriter(driver), home).rotate(_ -> {});
  }

  private IngestSummary load(String name, String... lines) throws IOException {
    return load(home, name, lines);
  }

  private IngestSummary load(Home where, String name, String... lines) throws IOException {
    Path file =
        Files.writeString(folder.resolve(name + ".ndjson"), String.join("\n", lines) + "\n");
    return service(where).ingest(List.of(Source.file(file)), IngestListener.NONE);
  }

  private IngestService service(Home where) {
    return TestIngest.service(
        driver, where, where.site(), IngestOptions.defaults(), WriteHook.NONE);
  }

  private void run(String statement) {
    try (var session = driver.session()) {
      session.run(statement).consume();
    }
  }

  private static String identifier(String account) {
    return "{\"type\":\"identifier\",\"account\":\"%s\",\"kind\":\"email\",\"value\":\"mira@mail.example\",\"at\":\"2026-05-01T10:00:00Z\"}"
        .formatted(account);
  }

  private static String prompt(String account, String topic) {
    return "{\"type\":\"exchange\",\"account\":\"%s\",\"at\":\"2026-05-01T10:00:00Z\",\"prompt\":\"%s\"}"
        .formatted(account, TEMPLATE.formatted(topic));
  }

  private List<String> texts(String query) {
    try (var session = driver.session()) {
      return session.run(query).list(row -> row.get("text").asString());
    }
  }

  private List<PromptReservoir> reservoirs() {
    try (var session = driver.session()) {
      return new ArrayList<>(
          session
              .run("MATCH (a:Account) RETURN a.prompts AS prompts ORDER BY a.id")
              .list(row -> PromptReservoir.fromBytes(row.get("prompts").asByteArray())));
    }
  }
}
