package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.detector.DetectorDraft;
import io.iolaus.cypher.detector.SiteDetectors;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.schema.SchemaMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

@DisabledIfEnvironmentVariable(
    named = "NEO4J_URI",
    matches = ".+",
    disabledReason = "the homes here bring their own databases")
class DetectorsCommandIT {

  @TempDir private Path folder;

  private Path write(DetectorDraft draft, String text) throws IOException {
    Files.writeString(folder.resolve(draft.file().id() + ".test.yml"), draft.tests());
    return Files.writeString(folder.resolve(draft.file().id() + ".cypher"), text);
  }

  /// Counts what nobody has: within the plan's rules, and never done.
  private static DetectorDraft runaway(DetectorDraft draft) {
    return DetectorDraft.of(
        draft.file().id() + ".cypher",
        draft
            .text()
            .replace("version: 1", "version: 2")
            .replaceFirst("timeout: PT[0-9]+[SM]", "timeout: PT1S")
            .replace(
                "---*/\n",
                "---*/\nUNWIND range(1, 10000) AS x UNWIND range(1, 10000) AS y"
                    + " UNWIND range(1, 10000) AS z\nWITH count(z) AS everything\n"),
        draft.tests());
  }

  /// Past the gate, which would refuse it.
  private static void force(Driver driver, DetectorDraft draft) {
    try (Session session = driver.session()) {
      session
          .run(
              """
              CREATE (:DetectorVersion {id: $id, detector: $detector, version: 2, digest: $digest, origin: 'site',
                status: 'published', text: $text, tests: $tests, author: 'alice', approvedBy: 'bob'})
              """,
              Map.of(
                  "id", draft.id(),
                  "detector", draft.file().id(),
                  "digest", draft.digest(),
                  "text", draft.text(),
                  "tests", draft.tests()))
          .consume();
    }
  }

  @Test
  void aRunawayIsStoppedAndShownAsPartialEverywhere() throws IOException {
    Home home = Home.at(folder.resolve("served"));
    DatabaseOptions options =
        new DatabaseOptions("512m", "16m", Duration.ofMinutes(1), true, line -> {});
    try (Database server = Databases.open(home, options)) {
      SchemaMigrations.apply(server.driver());
      SiteDetectors site = new SiteDetectors(server.driver());
      DetectorDraft draft = site.builtIn("shared-wallet-or-billing-name").orElseThrow();
      force(server.driver(), runaway(draft));
      String dir = home.toString();

      CommandRun detect = CommandRun.of("detect", "--home", dir);
      assertThat(detect.status()).isZero();
      assertThat(detect.err())
          .contains(
              "detector shared-wallet-or-billing-name is partial: out of time",
              "what it did not find is missing",
              "run run-1 (partial)");
      assertThat(CommandRun.of("clusters", "--home", dir).err())
          .contains(
              "run-1 is partial, clusters may be missing or too small:"
                  + " shared-wallet-or-billing-name is partial: out of time");
      assertThat(CommandRun.of("detectors", "list", "--home", dir).lines())
          .anySatisfy(line ->
              assertThat(line)
                  .matches(
                      "shared-wallet-or-billing-name,2,active,site,payment,run-1,partial,0,[0-9]+,.*"));
      long millis =
          Long.parseLong(
              CommandRun.of("detectors", "list", "--home", dir).lines().stream()
                  .filter(line -> line.startsWith("shared-wallet"))
                  .findFirst()
                  .orElseThrow()
                  .split(",")[8]);
      assertThat(millis).as("its second, and two").isBetween(900L, 3_000L);

      Path file = write(draft, runaway(draft).text().replace("version: 2", "version: 3"));
      CommandRun backtest = CommandRun.of("detectors", "backtest", file.toString(), "--home", dir);
      assertThat(backtest.status()).isEqualTo(1);
      assertThat(backtest.err()).contains("out of time");

      String name = "shared-wallet-or-billing-name";
      assertThat(
              CommandRun.of(
                      "detectors", "retire", name, "--by", "bob", "--reason", "x", "--home", dir)
                  .status())
          .isZero();
      assertThat(CommandRun.of("detect", "--home", dir).err()).contains("run run-2 (complete)");
      assertThat(CommandRun.of("clusters", "--home", dir).err()).isEmpty();
    }
  }

  @Test
  void checkTellsPlaceAndRemedyAndTouchesNoHome() throws IOException {
    Path home = folder.resolve("none");
    Path good = Files.writeString(folder.resolve("x.cypher"), "MATCH (n) RETURN n");
    CommandRun missing =
        CommandRun.of("detectors", "check", good.toString(), "--home", home.toString());
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.out())
        .startsWith(good + ":1:1: the front matter is missing; begin the file");
    CommandRun absent = CommandRun.of("detectors", "check", folder.resolve("y.cypher").toString());
    assertThat(absent.status()).isEqualTo(1);
    assertThat(absent.err()).contains("there is no file");
    assertThat(home).doesNotExist();
  }

  @Test
  void checkFindsWhatOnlyTheDatabaseAndTheCasesShow() throws IOException {
    Home home = Home.at(folder.resolve("served"));
    DatabaseOptions options =
        new DatabaseOptions("256m", "16m", Duration.ofMinutes(1), true, line -> {});
    try (Database server = Databases.open(home, options)) {
      SchemaMigrations.apply(server.driver());
      String dir = home.toString();
      CommandRun shown = CommandRun.of("detectors", "show", "shared-address", "--home", dir);
      CommandRun tests =
          CommandRun.of("detectors", "show", "--tests", "shared-address", "--home", dir);
      Path file = folder.resolve("shared-address.cypher");
      Files.writeString(folder.resolve("shared-address.test.yml"), tests.out());
      Files.writeString(file, shown.out());
      String alone = "shared-address can be run for some accounts alone: ";
      assertThat(shown.err()).contains(alone + "yes");
      CommandRun right = CommandRun.of("detectors", "check", file.toString());
      assertThat(right.status()).isZero();
      assertThat(right.err()).contains(alone + "yes");
      assertThat(
              CommandRun.of("detectors", "diff", "shared-address", file.toString(), "--home", dir)
                  .status())
          .isZero();

      Files.writeString(
          file,
          shown
              .out()
              .replace("WHERE ip.evidence", "WHERE ip.evidence\n  AND coalesce(ip.quiet, 0) < 1"));
      assertThat(CommandRun.of("detectors", "check", file.toString()).err())
          .contains(
              alone + "no, because line 24: ip.quiet can change with accounts that are no members");

      Files.writeString(
          file, shown.out().replace("WHERE ip.evidence", "WHERE ip.evidense AND x.y = 1"));
      CommandRun syntax = CommandRun.of("detectors", "check", file.toString());
      assertThat(syntax.out())
          .matches("(?s).*shared-address.cypher:23:\\d+: the database does not take it: .*x.*");

      Files.writeString(
          file,
          shown
              .out()
              .replace("MATCH (ip:IpAddress)\n", "MATCH (ip:IpAddress), (o:Organization)\n"));
      assertThat(CommandRun.of("detectors", "check", file.toString()).out())
          .contains("CartesianProduct");

      Files.writeString(file, shown.out().replace("default: 2,", "default: 4,"));
      CommandRun cases = CommandRun.of("detectors", "check", file.toString());
      assertThat(cases.status()).isEqualTo(1);
      assertThat(cases.out())
          .contains(
              "shared-address.test.yml:4:1: case 'three accounts from one address are linked':"
                  + " links should be 1, found 0");
      CommandRun diff =
          CommandRun.of("detectors", "diff", "shared-address@1", file.toString(), "--home", dir);
      assertThat(diff.status()).isEqualTo(1);
      assertThat(diff.out()).contains("-  minAccounts: {type: integer, default: 2", "default: 4");
      try (Session session = server.driver().session()) {
        assertThat(session.run("MATCH (a:Account) RETURN count(a) AS n").single().get("n").asInt())
            .as("the site's graph is not touched")
            .isZero();
      }
    }
  }
}
