package io.iolaus.api.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.alert.Alert;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertTableTest {

  @Test
  void saysWhatBecameOfEach() throws IOException {
    Instant at = Instant.parse("2026-06-01T10:00:00Z");
    Alert alert =
        new Alert(
            "run-4/1",
            4_000_001,
            "grew",
            "run-4",
            at,
            at,
            at,
            List.of("c-1"),
            List.of(new Alert.Outcome("c-1", "labelled", null, null)),
            24,
            40,
            Map.of("new", 16),
            Map.of(),
            "c-1 grew: 40 accounts, 24 before (labelled)",
            "24 accounts before, 40 now",
            List.of("7 lines came in"),
            List.of(),
            List.of(
                new Alert.Delivery("msg_1", "webhook", "sent", 1, null, at, null),
                new Alert.Delivery("msg_2", "mail", "failed", 9, null, at, "answered 550")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AlertTable.print(List.of(alert), out, OutputFormat.CSV);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("run-4/1,2026-06-01T10:00:00Z,grew,")
        .contains("c-1 grew: 40 accounts, 24 before (labelled)")
        .contains("webhook sent")
        .contains("mail failed: answered 550");
  }
}
