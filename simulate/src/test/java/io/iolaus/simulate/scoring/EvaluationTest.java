package io.iolaus.simulate.scoring;

import static io.iolaus.simulate.scoring.Worlds.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class EvaluationTest {

  private static Evaluation.World world(String evasion, int found) {
    Truth truth =
        new Worlds().operator("a", 10, evasion, 2).innocent("x", "decoy", "D8", "D8-0", "").truth();
    return Evaluation.world(
        evasion,
        truth,
        new Result(
            in("1", "a", found), Map.of("x", "2"), List.of(), Map.of("a0", 0.95, "x", 0.35)));
  }

  private static Evaluation levels() {
    return new Evaluation(
        List.of(
            world("0", 10), world("2", 8), world("2", 6), world("2 network=3", 5), world("4", 0)));
  }

  @Test
  void populationsAreToldByHowOperatorsHide() {
    assertThat(levels().byEvasion().keySet()).containsExactly("0", "2", "2 network=3", "4");
    assertThat(levels().byEvasion().get("2").f1().count()).isEqualTo(2);
    assertThat(levels().print()).contains("5 populations", "2 network=3");
  }

  @Test
  void spreadLiesAroundItsMean() {
    Spread spread = Spread.of(new double[] {0.5, 0.7, 0.9, 0.7, 0.7});

    assertThat(spread.mean()).isBetween(spread.low(), spread.high());
    assertThat(spread.low()).isBetween(0.55, 0.70);
    assertThat(spread.high()).isBetween(0.70, 0.85);
    assertThat(spread.least()).isEqualTo(0.5);
    assertThat(Spread.of(new double[] {0.5, 0.7, 0.9, 0.7, 0.7})).isEqualTo(spread);
  }

  @Test
  void populationsWithoutOperatorsHaveNoF1() {
    Evaluation.World innocent =
        Evaluation.world(
            "null", new Truth(Map.of(), List.of()), new Result(Map.of(), Map.of(), List.of()));

    assertThat(new Evaluation(List.of(innocent, world("2", 10))).f1().count()).isEqualTo(1);
  }

  @Test
  void oneLineForAllFacetsAndOneForEachApart() {
    assertThat(EvasionLine.of("3")).isEqualTo(new EvasionLine("all facets", 3));
    assertThat(EvasionLine.of("2 network=3")).isEqualTo(new EvasionLine("network, others at 2", 3));
    assertThat(EvasionLine.of("0 prompt=4")).isEqualTo(new EvasionLine("prompt, others at 0", 4));
  }

  @Test
  void plotsAreDocumentsOfTheirOwn(@TempDir Path folder) throws Exception {
    List<Path> files = Plots.write(levels(), folder.resolve("plots"));

    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("reliability.svg", "decoys.svg", "evasion.svg");
    for (Path file : files) {
      String svg = Files.readString(file);
      assertThat(
              DocumentBuilderFactory.newInstance()
                  .newDocumentBuilder()
                  .parse(new InputSource(new StringReader(svg)))
                  .getDocumentElement()
                  .getTagName())
          .isEqualTo("svg");
    }
    assertThat(Files.readString(files.getLast())).contains("all facets", "network, others at 2");
  }

  @Test
  void namesInPlotsAreEscaped(@TempDir Path folder) throws IOException {
    Evaluation evaluation = new Evaluation(List.of(world("<b>&", 3)));

    List<Path> files = Plots.write(evaluation, folder);

    assertThat(Files.readString(files.getLast())).contains("&lt;b&gt;&amp;").doesNotContain("<b>");
  }

  @Test
  void wrongFilesAreNamedWithLineAndRemedy(@TempDir Path folder) throws IOException {
    Path members = folder.resolve("members.csv");
    Files.writeString(
        members, "account,cluster,state,membership\na,1,labelled,0.9\nb,1,guilty,1\n");
    assertThatThrownBy(() -> Result.read(members, null))
        .hasMessageContaining("members.csv, line 3: state is neither labelled nor review: 'guilty'")
        .hasMessageContaining("`iolaus members` prints such a file");

    Files.writeString(members, "account,cluster,state,membership\na,1,labelled,1.9\n");
    assertThatThrownBy(() -> Result.read(members, null))
        .hasMessageContaining("line 2: membership is no number from 0 to 1: '1.9'");

    Files.writeString(members, "account,cluster,membership\na,1,0.9\n");
    assertThatThrownBy(() -> Result.read(members, null)).hasMessageContaining("no column state");

    Files.writeString(members, "account,cluster,state\na,1,labelled\na,2,review\n");
    assertThatThrownBy(() -> Result.read(members, null)).hasMessageContaining("a second time");

    assertThatThrownBy(() -> Result.read(folder.resolve("none.csv"), null))
        .hasMessageContaining("there is no file");
    assertThatThrownBy(() -> Truth.read(folder)).hasMessageContaining("`iolaus simulate` writes");
  }

  @Test
  void wrongTruthIsNamedToo(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("truth.csv"), "account,operator,role,decoy,instance\na,A,attack,,\n");
    Files.writeString(
        folder.resolve("truth_clusters.csv"),
        """
        operator,organization,accounts,exchanges,firstSeen,lastSeen,capabilities
        A,,1,many,2026-05-01T10:00:00Z,2026-05-04T10:00:00Z,
        """);

    assertThatThrownBy(() -> Truth.read(folder))
        .hasMessageContaining("truth_clusters.csv, line 2: exchanges is no whole number: 'many'");
  }

  @Test
  void readsResultsBesideTheTruth(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("truth.csv"),
        "account,operator,role,decoy,instance,variant\na,A,attack,,,\nx,,decoy,D2,D2-0,unverified\n");
    Files.writeString(
        folder.resolve("truth_clusters.csv"),
        """
        operator,organization,accounts,exchanges,firstSeen,lastSeen,capabilities,evidence,attack,evasion
        A,org,1,5,2026-05-01T10:00:00Z,2026-05-04T10:00:00Z,chat,2,A4,3 network=1
        """);
    Files.writeString(
        folder.resolve("members.csv"),
        "account,cluster,state,membership,facets\na,1,labelled,0.97,prompt\n");

    Evaluation evaluation = Evaluation.read(List.of(folder));

    assertThat(evaluation.worlds().getFirst().evasion()).isEqualTo("3 network=1");
    assertThat(evaluation.pooled().strict().f1()).isEqualTo(1);
    assertThat(evaluation.pooled().group("D2 unverified")).isPresent();
    assertThat(evaluation.figures()).contains(new Figure("strict-f1-mean", "3 network=1", 1));
  }
}
