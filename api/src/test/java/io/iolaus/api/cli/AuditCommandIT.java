package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.schema.SchemaMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// What commands do is recorded, and what is done to the record is found.
@DisabledIfEnvironmentVariable(
    named = "NEO4J_URI",
    matches = ".+",
    disabledReason = "the home here brings its own database")
class AuditCommandIT {

  @TempDir private static Path folder;

  private static Home site;
  private static Database database;

  @BeforeAll
  static void open() {
    site = Home.at(folder.resolve("home"));
    database =
        Databases.open(
            site, new DatabaseOptions("400m", "32m", Duration.ofMinutes(1), true, line -> {}));
    SchemaMigrations.apply(database.driver());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void sixEntries() throws IOException {
    run("MATCH (n:AuditEntry|AuditHead|AuditBegun|Account|Decision) DETACH DELETE n");
    Files.deleteIfExists(site.auditAnchors());
    run("CREATE (:Account {id: 'acc-1'}), (:Account {id: 'acc-2'})");
    for (int i = 0; i < 5; i++) {
      done("audit", "list");
    }
    done("decide", "unsure", "acc-1", "acc-2", "--by", "ana", "--reason", "cannot tell");
  }

  private static CommandRun command(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--home", site.toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static CommandRun done(String... args) {
    CommandRun run = command(args);
    assertThat(run.status()).as(run.err()).isZero();
    return run;
  }

  private static void run(String cypher) {
    try (var session = database.driver().session()) {
      session.run(cypher).consume();
    }
  }

  private static void found(String place, String... more) {
    List<String> args = new ArrayList<>(List.of("audit", "verify"));
    args.addAll(List.of(more));
    CommandRun verified = command(args.toArray(String[]::new));
    assertThat(verified.status()).as(verified.out()).isEqualTo(1);
    assertThat(verified.out()).contains(place);
  }

  @Test
  void theWholeChainIsWhole() {
    CommandRun verified = done("audit", "verify");
    assertThat(verified.out()).isEmpty();
    assertThat(verified.err()).contains("6 entries, the last 6, anchored to 6: whole");
  }

  @Test
  void whatACommandDoesIsRecordedWithWhoRanIt() {
    String user = "cli:" + System.getProperty("user.name");
    List<String> decisions = done("audit", "list", "--act", "decide").lines();
    assertThat(decisions).hasSize(2);
    assertThat(decisions.get(1)).contains(user, ",os,", "acc-1 acc-2", "allowed", "by=ana");
    assertThat(command("decide", "same", "acc-1", "acc-9", "--by", "ana", "--reason", "x").status())
        .isEqualTo(1);
    assertThat(done("audit", "list", "--outcome", "refused").lines())
        .hasSize(2)
        .last()
        .asString()
        .contains("acc-1 acc-9");
    assertThat(done("audit", "export").lines()).hasSize(10);
    assertThat(done("audit", "export", "--format", "csv").lines().getFirst()).startsWith("seq,at");
    assertThat(done("audit", "verify").err()).contains("whole");
  }

  @Test
  void aChangedEntryIsFound() {
    run("MATCH (e:AuditEntry {seq: 3}) SET e.actor = 'cli:eve'");
    found("entry-changed,3,");
  }

  @Test
  void aCutTailIsFound() {
    run(
        "MATCH (e:AuditEntry) WHERE e.seq > 4 DELETE e WITH count(*) AS c"
            + " MATCH (h:AuditHead), (l:AuditEntry {seq: 4}) SET h.seq = 4, h.hash = l.hash");
    found("tail-cut,5,");
  }

  /// By somebody who has the database, the key and the home; not what was kept elsewhere.
  @Test
  void aRewrittenChainIsFoundByAHeadThatWasKeptElsewhere() throws IOException {
    Path kept = folder.resolve("kept.log");
    Files.writeString(kept, done("audit", "head").out());
    run("MATCH (n:AuditEntry|AuditHead) DELETE n");
    Files.delete(site.auditAnchors());
    for (int i = 0; i < 7; i++) {
      done("audit", "list", "--limit", "7");
    }
    assertThat(done("audit", "verify").err()).contains("whole");
    found("chain-rewritten,6,", "--anchors", kept.toString());
  }

  @Test
  void aLostKeyIsNamed() throws IOException {
    Path key = site.secretFile("audit.key");
    String text = Files.readString(key);
    Files.delete(key);
    try {
      found("key-unknown,1,");
    } finally {
      Files.writeString(key, text);
    }
  }
}
