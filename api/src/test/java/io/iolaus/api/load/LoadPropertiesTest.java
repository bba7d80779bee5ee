package io.iolaus.api.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LoadPropertiesTest {

  private static LoadProperties bound(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("iolaus.load", LoadProperties.class);
  }

  @Test
  void hasDefaults() {
    assertThat(bound(Map.of()))
        .isEqualTo(
            new LoadProperties(
                24,
                8,
                8,
                4,
                4,
                2,
                Duration.ofSeconds(2),
                6_000,
                Duration.ofSeconds(30),
                Duration.ofMinutes(15)));
  }

  @Test
  void takesAllThatCanBeSet() {
    assertThat(
            bound(
                Map.of(
                    "iolaus.load.at-once", "10",
                    "iolaus.load.at-once-per-user", "5",
                    "iolaus.load.heavy", "3",
                    "iolaus.load.heavy-per-user", "2",
                    "iolaus.load.exports", "2",
                    "iolaus.load.exports-per-user", "1",
                    "iolaus.load.patience", "PT0S",
                    "iolaus.load.per-minute", "60",
                    "iolaus.load.longest", "PT5S",
                    "iolaus.load.export-longest", "PT1H")))
        .isEqualTo(
            new LoadProperties(
                10, 5, 3, 2, 2, 1, Duration.ZERO, 60, Duration.ofSeconds(5), Duration.ofHours(1)));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> bound(Map.of("iolaus.load.at-once-per-user", "25")))
        .hasRootCauseMessage(
            "iolaus.load.at-once must be 1 or more, and of one user no more than of all; was 24, of"
                + " one user 25");
    assertThatThrownBy(() -> bound(Map.of("iolaus.load.longest", "PT0S")))
        .hasRootCauseMessage("iolaus.load.longest must be PT1S..PT10M, was PT0S");
  }
}
