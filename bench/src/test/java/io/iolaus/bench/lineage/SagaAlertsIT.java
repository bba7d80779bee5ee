package io.iolaus.bench.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.alert.Alert;
import io.iolaus.cypher.alert.AlertRaiser;
import io.iolaus.cypher.alert.AlertReader;
import io.iolaus.cypher.alert.AlertRules;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.simulate.SagaSpec;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// A script of ten runs raises exactly the alerts that its lineage calls for.
@Neo4jTest
class SagaAlertsIT {

  @Test
  void whatShouldBeHeardOfRaisesOneAlertAndNothingElseDoes(Driver driver, @TempDir Path folder)
      throws Exception {
    SagaRuns saga = SagaRuns.play(SagaSpec.of(1), driver, folder);
    AlertRaiser raiser = new AlertRaiser(driver, AlertRules.DEFAULT, Clock.systemUTC());
    raiser.raise();
    assertThat(raiser.raise()).isZero();
    List<String> raised =
        new AlertReader(driver)
            .since(0, 10_000).stream()
                .map(a -> a.run() + " " + a.kind() + " " + ids(a) + " " + a.text())
                .toList();
    System.err.println(raised.size() + " alerts over " + saga.summaries().size() + " runs");
    assertThat(raised).isNotEmpty().isEqualTo(saga.alertable());
  }

  private static List<String> ids(Alert alert) {
    return alert.clusters().stream().map(Alert.Outcome::id).toList();
  }
}
