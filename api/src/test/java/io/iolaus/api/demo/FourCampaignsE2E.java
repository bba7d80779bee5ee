package io.iolaus.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.simulate.Scenario;
import io.iolaus.simulate.scoring.Score;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// The demo's promise, on a seed that no threshold was set on.
@Neo4jTest
class FourCampaignsE2E {

  private static final long SEED = 101;

  private static Score score;

  @BeforeAll
  static void run(Driver driver, Home home, @TempDir Path folder) throws IOException {
    score = DemoWorld.run(Scenario.FOUR_CAMPAIGNS, SEED, driver, home, folder);
  }

  @Test
  void strictAgreementIsHigh() {
    assertThat(score.strict().f1()).isGreaterThanOrEqualTo(0.90);
  }

  @Test
  void fourOperatorsAreFourClusters() {
    assertThat(score.operators()).hasSize(4).allSatisfy(o -> assertThat(o.cluster()).isNotEmpty());
    assertThat(score.operators()).extracting(Score.OperatorScore::cluster).doesNotHaveDuplicates();
  }

  @Test
  void accountsExchangesAndWindowAreWithinFivePercent() {
    assertThat(score.operators())
        .allSatisfy(o -> {
          assertThat(o.accountsError()).as("accounts of %s", o.operator()).isBetween(-0.05, 0.05);
          assertThat(o.exchangesError()).as("exchanges of %s", o.operator()).isBetween(-0.05, 0.05);
          assertThat(o.windowError()).as("window of %s", o.operator()).isBetween(-0.05, 0.05);
        });
  }

  @Test
  void noInnocentIsLabelled() {
    assertThat(score.groups()).allSatisfy(g -> assertThat(g.labelled()).as(g.name()).isZero());
  }

  @Test
  void noOrganizationIsNamedWronglyAndThreeAreNamed() {
    assertThat(score.naming().wrong()).isZero();
    assertThat(score.naming().right()).isGreaterThanOrEqualTo(3);
  }
}
