package io.iolaus.sharing.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Holds every object of a bundle against the schemas of OASIS.
class StixSchemaTest {

  private static Optional<StixSchemas> schemas = Optional.empty();

  @BeforeAll
  static void find() throws IOException {
    schemas = StixSchemas.find();
    assumeThat(schemas).as("STIX 2.1 schemas").isPresent();
  }

  @Test
  void everyObjectIsValidByTheSchemaOfItsType() {
    for (JsonNode object : Reports.objects(Reports.plain())) {
      assertThat(schemas.orElseThrow().problems(object)).isEmpty();
    }
  }

  @Test
  void aClusterWithoutNetworksIsValidToo() {
    for (JsonNode object : Reports.objects(Reports.with(List.of(), List.of()))) {
      assertThat(schemas.orElseThrow().problems(object)).isEmpty();
    }
  }

  @Test
  void theTlpMarkingsAreTheOnesOfTlp2() {
    assertThat(
            Reports.objects(Reports.plain(), "marking-definition")
                .filter(m -> m.has("extensions"))
                .flatMap(m -> schemas.orElseThrow().tlpProblems(m).stream()))
        .isEmpty();
  }

  @Test
  void theSchemasWouldSeeAFault() {
    ObjectNode broken =
        (ObjectNode) Reports.objects(Reports.plain(), "intrusion-set").findFirst().orElseThrow();
    broken.put("confidence", 101);
    assertThat(schemas.orElseThrow().problems(broken)).isNotEmpty();
  }
}
