package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

  @TempDir Path folder;

  private CommandRun simulate(String... options) {
    List<String> all = new java.util.ArrayList<>(List.of("simulate", "--out", folder.toString()));
    all.addAll(List.of(options));
    return CommandRun.of(all.toArray(String[]::new));
  }

  @Test
  void provingGroundIsAsTheOptionsSay() throws IOException {
    CommandRun run =
        simulate(
            "--scenario",
            "proving",
            "--attack",
            "A7",
            "--level",
            "1",
            "--facet",
            "network=3",
            "--operators",
            "2",
            "--accounts",
            "10",
            "--decoys",
            "1",
            "--seed",
            "3");

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("wrote ");
    List<String> campaigns = Files.readAllLines(folder.resolve("truth_clusters.csv"));
    assertThat(campaigns).hasSize(3);
    assertThat(campaigns.getLast()).startsWith("operator-2,").endsWith(",A7,1 network=3");
  }

  @Test
  void whatCannotBeIsOneLineWithTheRemedy() {
    assertThat(simulate("--scenario", "wild").err())
        .contains("no scenario 'wild': name one of four-campaigns, null, proving");
    assertThat(simulate("--scenario", "proving", "--attack", "A12").err())
        .contains("no attack 'A12': name one of A1")
        .hasLineCount(1);
    assertThat(simulate("--scenario", "proving", "--facet", "mail=2").err())
        .contains("no facet 'mail': name one of network");
    assertThat(simulate("--scenario", "proving", "--level", "7").err())
        .contains("level must be 0..4, was 7");
    assertThat(simulate("--level", "1").err()).contains("go with --scenario proving");
    assertThat(folder).isEmptyDirectory();
  }
}
