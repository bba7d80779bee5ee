package io.iolaus.api.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.cluster.ClusterAttribution;
import io.iolaus.cypher.cluster.ClusterAttribution.Change;
import io.iolaus.cypher.cluster.ClusterAttribution.Ranked;
import io.iolaus.cypher.cluster.ClusterAttribution.Row;
import io.iolaus.cypher.cluster.ClusterDetail.OrganizationName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionTableTest {

  private static final OrganizationName LAB = new OrganizationName("org-lab", "The Lab");

  private static final ClusterAttribution NAMED =
      new ClusterAttribution(
          "c-1",
          "named",
          List.of(
              new Ranked("organization", LAB, "The Lab", 0.9, 3.25, true),
              new Ranked("deception", LAB, "Somebody plants signs of The Lab", 0.02, -2, false),
              new Ranked("unknown", null, "Nobody known", 0.08, 0, false)),
          List.of(
              new Row(null, "prior", true, 1, "before any evidence", List.of(-6.0, 0.0, 0.0)),
              new Row(LAB, "network", true, 0.75, "3 accounts", List.of(9.25, 5.001, 0.0)),
              new Row(LAB, "planting", false, 0, "planted", List.of(0.0, -7.0, -0.0))),
          List.of(new Change("without", LAB, "network", "unknown", null, 0.95, "not-enough")),
          List.of(),
          null);

  private interface Printing {
    void print(ByteArrayOutputStream out) throws IOException;
  }

  private static String print(Printing printing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    printing.print(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aColumnIsAHypothesisAndEndsWithSumAndConfidence() throws IOException {
    assertThat(print(out -> AttributionTable.matrix(NAMED, out, OutputFormat.CSV)))
        .isEqualTo(
            """
            organization,evidence,found,reach,text,organization:org-lab,deception:org-lab,unknown
            ,prior,yes,1.0000,before any evidence,-6.00,0.00,0.00
            org-lab,network,yes,0.7500,3 accounts,9.25,5.00,0.00
            org-lab,planting,no,0.0000,planted,0.00,-7.00,0.00
            ,sum,,,,3.25,-2.00,0.00
            ,confidence,,,,0.9000,0.0200,0.0800
            """);
    assertThat(print(out -> AttributionTable.matrix(NAMED, out, OutputFormat.NDJSON)))
        .contains("\"organization:org-lab\":9.25");
  }

  @Test
  void changesTellWhoLeadsThenAndWhetherAnybodyIsNamed() throws IOException {
    assertThat(print(out -> AttributionTable.changes(NAMED, out, OutputFormat.CSV)))
        .isEqualTo(
            """
            change,organization,evidence,leader,leading,confidence,outcome
            without,org-lab,network,unknown,,0.9500,not-enough
            """);
  }

  @Test
  void aNameIsCalledAHypothesis() {
    assertThat(AttributionTable.sentence(NAMED))
        .isEqualTo("c-1: The Lab is named, with confidence 0.90: a hypothesis, not a finding");
  }
}
