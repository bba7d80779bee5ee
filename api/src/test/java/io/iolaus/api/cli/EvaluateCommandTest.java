package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Results in files need no home and no database.
class EvaluateCommandTest {

  @TempDir private Path folder;

  private String members = "";

  @BeforeEach
  void population() throws IOException {
    Files.writeString(
        folder.resolve("truth.csv"),
        """
        account,operator,role,decoy,instance
        a,A,attack,,
        b,A,attack,,
        x,,decoy,D8,D8-0
        """);
    Files.writeString(
        folder.resolve("truth_clusters.csv"),
        """
        operator,organization,accounts,exchanges,firstSeen,lastSeen,capabilities
        A,org,2,5,2026-05-01T10:00:00Z,2026-05-04T10:00:00Z,chat
        """);
    members =
        Files.writeString(
                folder.resolve("members.csv"),
                "account,cluster,state,membership,facets\na,1,labelled,0.97,\nb,1,review,0.5,\n")
            .toString();
  }

  @Test
  void scoresFiles() {
    CommandRun run = CommandRun.of("evaluate", folder.toString(), "--members", members);

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("B-cubed, strict", "worst decoy D8: 0 of 1");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void printsFiguresForPrograms() {
    CommandRun csv =
        CommandRun.of("evaluate", folder.toString(), "--members", members, "--format", "csv");
    assertThat(csv.out()).startsWith("measure,of,value\nstrict-precision,,1\n");
    assertThat(csv.out()).contains("strict-recall,,0.250000\n", "innocent-labelled,D8,0\n");

    CommandRun lines =
        CommandRun.of("evaluate", folder.toString(), "--members", members, "--format", "ndjson");
    assertThat(lines.lines())
        .contains("{\"measure\":\"strict-recall\",\"of\":\"\",\"value\":0.250000}");
  }

  @Test
  void severalPopulationsAreScoredTogether() {
    CommandRun run = CommandRun.of("evaluate", folder.toString(), folder.toString());

    assertThat(run.out()).contains("2 populations", "worst decoy D8: 0 of 2");
  }

  @Test
  void writesPlots() {
    Path plots = folder.resolve("plots");

    CommandRun run =
        CommandRun.of("evaluate", folder.toString(), "--results", "--plots", plots.toString());

    assertThat(run.err()).contains("wrote ", "reliability.svg");
    assertThat(plots.resolve("decoys.svg")).exists();
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(CommandRun.of("evaluate", folder.resolve("none").toString()).err())
        .contains("there is no truth.csv in");
    assertThat(CommandRun.of("evaluate", folder.toString(), "--clusters", members).err())
        .contains("--clusters goes with --members");
    assertThat(CommandRun.of("evaluate", folder.toString(), "--members", members + ".not").err())
        .contains("there is no file", "`iolaus members` prints such a file");
    assertThat(CommandRun.of("evaluate").status()).isEqualTo(2);
  }
}
