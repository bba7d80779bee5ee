package io.iolaus.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.scoring.Result;
import io.iolaus.simulate.scoring.Scoring;
import io.iolaus.simulate.scoring.Truth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantsTest {

  private static Truth.Campaign campaign(String operator, String attack) {
    Instant at = Instant.parse("2026-05-01T00:00:00Z");
    return new Truth.Campaign(operator, "", 1, 1, at, at, List.of(), 0, attack, "2");
  }

  private static final Truth TRUTH =
      new Truth(
          Map.of(
              "a", new Truth.Member("operator-1", "attack", "", ""),
              "b", new Truth.Member("operator-2", "attack", "", ""),
              "c", new Truth.Member("operator-3", "attack", "", ""),
              "d", new Truth.Member("operator-4", "attack", "", "")),
          List.of(
              campaign("operator-1", "A7"),
              campaign("operator-2", "A7"),
              campaign("operator-3", "A7"),
              campaign("operator-4", "A7")));

  private static Tenants tenants(Map<String, String> labelled) {
    Result result = new Result(labelled, Map.of(), List.of());
    Tenants tenants = new Tenants();
    tenants.add(
        new Judged(ProvingSpec.of(Scale.S, 1), TRUTH, result, Scoring.score(TRUTH, result)));
    return tenants;
  }

  @Test
  void onlyTheTwoOfOneResellerAreACouple() {
    Tenants fused = tenants(Map.of("a", "c-0", "b", "c-0"));
    assertThat(fused.couples()).isEqualTo(2);
    assertThat(fused.merged()).isEqualTo(1);
    assertThat(fused.rate()).isEqualTo(0.5);
    assertThat(tenants(Map.of("b", "c-0", "c", "c-0")).merged()).isZero();
  }
}
