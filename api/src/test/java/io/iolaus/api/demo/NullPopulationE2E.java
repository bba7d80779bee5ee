package io.iolaus.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.simulate.Scenario;
import io.iolaus.simulate.scoring.Score;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// The same innocent world without an attack.
@Neo4jTest
class NullPopulationE2E {

  private static final long SEED = 102;

  @Test
  void noAttackMeansNoLabelledCluster(Driver driver, Home home, @TempDir Path folder)
      throws IOException {
    Score score = DemoWorld.run(Scenario.NULL, SEED, driver, home, folder);
    assertThat(score.groups()).isNotEmpty().allSatisfy(g -> assertThat(g.labelled()).isZero());
    assertThat(score.innocentClusters()).isZero();
    new ClusterReader(driver)
        .allClusters(c -> assertThat(c.state()).as(c.id()).isEqualTo(ClusterState.REVIEW));
  }
}
