package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Session;

/// Commands as a program sees them, each with the database it starts for itself.
@DisabledIfEnvironmentVariable(
    named = "NEO4J_URI",
    matches = ".+",
    disabledReason = "the homes here bring their own databases")
class CommandsIT {

  private static final String EVENTS =
      """
      {"type":"account","id":"acc-1","createdAt":"2026-04-21T08:00:00Z"}
      {"type":"exchange","account":"acc-1","at":"2026-04-22T10:00:00Z","ip":"203.0.113.7","count":3}
      {"type":"exchange","account":"acc-1","at":"yesterday"}
      """;

  private static final DatabaseOptions OPTIONS =
      new DatabaseOptions("256m", "16m", Duration.ofMinutes(1), true, line -> {});

  @TempDir private Path folder;

  @Test
  void loadsDetectsAndPrints() throws IOException {
    String home = folder.resolve("home").toString();
    Path events = Files.writeString(folder.resolve("events.ndjson"), EVENTS);

    CommandRun loaded = CommandRun.of("ingest", "--strict", events.toString(), "--home", home);
    assertThat(loaded.status()).isEqualTo(3);
    assertThat(loaded.out()).isEmpty();
    assertThat(loaded.err()).contains("read 3 = applied 2", "rejected 1; 3 exchanges");

    CommandRun again = CommandRun.withInput(EVENTS, "--home", home, "ingest", "-");
    assertThat(again.status()).isZero();
    assertThat(again.err()).contains("created 0, updated 0, unchanged 2");

    // From here on beside a database that is open: each start of one takes its time.
    try (Database database = Databases.open(Home.at(Path.of(home)), OPTIONS)) {
      assertThat(database.owned()).isTrue();
      replaces(home, loaded);
      detects(home);
    }
  }

  private static void detects(String home) {
    assertThat(CommandRun.of("detect", "--home", home).status()).isZero();
    CommandRun clusters = CommandRun.of("clusters", "--home", home);
    assertThat(clusters.out())
        .isEqualTo(
            "cluster,state,score,accounts,exchanges,firstSeen,lastSeen,capabilities,organization,confidence\n");
    CommandRun members = CommandRun.of("--format", "csv", "members", "--home", home);
    assertThat(members.out()).isEqualTo("account,cluster,state,membership,facets\n");
    assertThat(members.status()).isZero();
  }

  private void replaces(String home, CommandRun loaded) throws IOException {
    String batch = loaded.err().replaceFirst("(?s).*\\b(b-[0-9a-f]{12})\\b.*", "$1");
    Path corrected =
        Files.writeString(
            folder.resolve("corrected.ndjson"),
            EVENTS.replace("yesterday", "2026-04-23T10:00:00Z"));
    CommandRun replaced =
        CommandRun.of(
            "ingest", "--strict", "--replace", batch, corrected.toString(), "--home", home);
    assertThat(replaced.err()).contains("read 3 = applied 3", "rejected 0; 4 exchanges");
    assertThat(replaced.status()).isZero();
    CommandRun unknown =
        CommandRun.of("ingest", "--replace", "b-none", corrected.toString(), "--home", home);
    assertThat(unknown.err()).contains("there is no batch b-none", "nothing was changed");
    assertThat(unknown.status()).isNotZero();
    CommandRun two =
        CommandRun.of("ingest", "--replace", batch, "a.ndjson", "b.ndjson", "--home", home);
    assertThat(two.status()).isNotZero();
  }

  @Test
  void worksBesideAServerAndPrintsInByteOrder() {
    Home home = Home.at(folder.resolve("served"));
    try (Database server = Databases.open(home, OPTIONS);
        Session session = server.driver().session()) {
      session
          .run(
              """
              CREATE (c:Cluster {id: 'c-1', state: 'labelled', score: 0.98765, linked: 1.0, abusive: 0.98765,
                accounts: 2, exchanges: 40, firstSeen: datetime('2026-04-01T00:00:00Z'),
                lastSeen: datetime('2026-04-02T00:00:00.5Z'), facets: ['payment', 'prompt'],
                organization: 'org-a', confidence: 0.75})
              CREATE (:Organization {id: 'org-a', name: 'A'})
              CREATE (c)-[:TARGETS {exchanges: 9, share: 0.5}]->(:Capability {id: 'tool-use'})
              CREATE (c)-[:TARGETS {exchanges: 3, share: 0.2}]->(:Capability {id: 'coding'})
              WITH c UNWIND ['b', 'a,1', 'B', '\\uFF61', '\\uD83D\\uDE00'] AS id
              CREATE (:Account {id: id})-[:MEMBER_OF {state: 'review', membership: 0.5, facets: ['prompt', 'payment']}]->(c)
              """)
          .consume();

      assertThat(CommandRun.of("clusters", "--home", home.toString()).lines())
          .endsWith(
              "c-1,labelled,0.9877,2,40,2026-04-01T00:00:00Z,2026-04-02T00:00:00.500Z,coding+tool-use,org-a,0.7500");
      assertThat(CommandRun.of("members", "--home", home.toString()).out())
          .isEqualTo(
              """
              account,cluster,state,membership,facets
              B,c-1,review,0.5000,payment+prompt
              "a,1",c-1,review,0.5000,payment+prompt
              b,c-1,review,0.5000,payment+prompt
              \uFF61,c-1,review,0.5000,payment+prompt
              \uD83D\uDE00,c-1,review,0.5000,payment+prompt
              """);
      assertThat(CommandRun.of("clusters", "--format", "ndjson", "--home", home.toString()).out())
          .contains("\"capabilities\":[\"coding\",\"tool-use\"]", "\"confidence\":0.7500");
      CommandRun attribution = CommandRun.of("attribution", "c-1", "--home", home.toString());
      assertThat(attribution.out())
          .isEqualTo("organization,evidence,found,reach,text\n,sum,,,\n,confidence,,,\n");
      assertThat(attribution.err())
          .contains("c-1: nobody is named: no evidence points to any organization");
      assertThat(CommandRun.of("attribution", "c-2", "--home", home.toString()).err())
          .contains("there is no cluster c-2 now: `iolaus clusters` lists those there are");
      session
          .run(
              """
              CREATE (:Cluster {id: 'c-0', lifecycle: 'merged', mergedInto: 'c-1', validTo: datetime('2026-04-03T00:00:00Z')})
                <-[:FROM]-(e:LineageEvent {id: 'run-2/1', place: 2000001, kind: 'merged', states: ['labelled'],
                  at: datetime('2026-04-03T00:00:00Z'), recordedAt: datetime('2026-05-01T00:00:00Z'), before: 5, after: 7,
                  joined: '{"new":2}', left: '{}', text: '5 accounts before, 7 now; 2 joined (new)'})
              CREATE (e)-[:IN_RUN]->(:Run {id: 'run-2', seq: 2, causes: ['9 lines came in', 'a batch was replaced']})
              WITH e MATCH (c:Cluster {id: 'c-1'}) CREATE (e)-[:FROM]->(c), (e)-[:TO]->(c)
              """)
          .consume();
      CommandRun lineage = CommandRun.of("lineage", "c-0", "--home", home.toString());
      assertThat(lineage.out())
          .isEqualTo(
              """
              event,run,at,recordedAt,parents,clusters,before,after,joined,left,text,causes
              merged,run-2,2026-04-03T00:00:00Z,2026-05-01T00:00:00Z,c-0+c-1,c-1,5,7,2,0,"5 accounts before, 7 now; 2 joined (new)",9 lines came in+a batch was replaced
              """);
      assertThat(lineage.err()).contains("c-0 was merged into c-1 as of 2026-04-03T00:00:00Z");
      assertThat(CommandRun.of("lineage", "--family", "c-1", "--home", home.toString()).out())
          .isEqualTo(lineage.out());
      assertThat(CommandRun.of("lineage", "--home", home.toString()).out())
          .isEqualTo(lineage.out());
      assertThat(CommandRun.of("lineage", "c-9", "--home", home.toString()).err())
          .contains("there never was a cluster c-9: `iolaus lineage` tells of all there were");
      assertThat(CommandRun.of("export", "c-2", "--home", home.toString()).err())
          .isEqualTo(
              "iolaus: there is no cluster c-2 now: `iolaus clusters` lists those there are%n"
                  .formatted());
    }
  }
}
