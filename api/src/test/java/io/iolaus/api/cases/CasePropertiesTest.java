package io.iolaus.api.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.cases.CasePriority;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class CasePropertiesTest {

  private static CaseProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("iolaus.cases", CaseProperties.class);
  }

  @Test
  void theMoreUrgentTheLessTime() {
    CaseProperties properties = bound(Map.of());
    assertThat(properties.allowed())
        .containsEntry(CasePriority.URGENT, Duration.ofHours(4))
        .containsEntry(CasePriority.HIGH, Duration.ofHours(24))
        .containsEntry(CasePriority.NORMAL, Duration.ofDays(3))
        .containsEntry(CasePriority.LOW, Duration.ofDays(14));
  }

  @Test
  void bindsAllAndRefusesWhatIsNoTime() {
    assertThat(
            bound(
                Map.of(
                    "iolaus.cases.urgent", "PT1H",
                    "iolaus.cases.high", "PT2H",
                    "iolaus.cases.normal", "PT3H",
                    "iolaus.cases.low", "P4D",
                    "iolaus.cases.attachment", "1MB")))
        .isEqualTo(
            new CaseProperties(
                Duration.ofHours(1),
                Duration.ofHours(2),
                Duration.ofHours(3),
                Duration.ofDays(4),
                DataSize.ofMegabytes(1)));
    assertThatThrownBy(() -> bound(Map.of("iolaus.cases.attachment", "2GB")))
        .rootCause()
        .hasMessageContaining("iolaus.cases.attachment must be 1KB..1GB");
    assertThatThrownBy(() -> bound(Map.of("iolaus.cases.low", "PT1S")))
        .rootCause()
        .hasMessageContaining("iolaus.cases.low must be PT1M..P366D");
  }
}
