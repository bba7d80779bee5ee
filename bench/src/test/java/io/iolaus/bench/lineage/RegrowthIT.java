package io.iolaus.bench.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.bench.lineage.SagaRuns.Return;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.simulate.SagaSpec;
import io.iolaus.simulate.evasion.Evasion;
import io.iolaus.simulate.saga.Script.Story;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// Three in ten of an operator, back after a takedown with other cards, exits and machines, are
/// linked to the old cluster with the first run, and nobody else with them.
@Neo4jTest
class RegrowthIT {

  private static final int OPERATORS = 3;

  /// `-Dregrowth=31-40 -Devasion=2` looks at others; three operators a seed.
  @Test
  void whoComesBackIsKnownWithTheFirstRun(Driver driver, @TempDir Path folder) throws IOException {
    String[] seeds = System.getProperty("regrowth", "31-32").split("-", -1);
    Evasion evasion = Evasion.level(Integer.getInteger("evasion", 1));
    List<Return> returns = new ArrayList<>();
    for (long seed = Long.parseLong(seeds[0]);
        seed <= Long.parseLong(seeds[seeds.length - 1]);
        seed++) {
      TestGraph.empty(driver);
      SagaSpec spec =
          SagaSpec.of(seed)
              .stories(Collections.nCopies(OPERATORS, Story.REGROWING))
              .evasion(evasion);
      returns.addAll(SagaRuns.play(spec, driver, folder).returns());
    }
    int returned = returns.stream().mapToInt(Return::returned).sum();
    int linked = returns.stream().mapToInt(Return::linked).sum();
    System.out.printf(
        "level %s: %d of %d returned accounts of %d operators linked with the first run, %d"
            + " innocents with them%n",
        evasion,
        linked,
        returned,
        returns.size(),
        returns.stream().mapToInt(Return::innocents).sum());
    returns.stream().filter(r -> r.linked() < r.returned()).forEach(System.out::println);
    assertThat(returned).isPositive();
    assertThat(linked).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * returned));
    assertThat(returns).allMatch(r -> r.innocents() == 0);
  }
}
