package io.iolaus.api.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BulkActPropertiesTest {

  private static BulkActProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("iolaus.act", BulkActProperties.class);
  }

  @Test
  void twoPeopleDecideAboutMoreThanFiveHundred() {
    assertThat(bound(Map.of())).isEqualTo(new BulkActProperties(500, 500));
  }

  @Test
  void bindsAll() {
    assertThat(bound(Map.of("iolaus.act.second-person", "0", "iolaus.act.slice", "9")))
        .isEqualTo(new BulkActProperties(0, 9));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new BulkActProperties(-1, 1)).hasMessageContaining("0..20000");
    assertThatThrownBy(() -> new BulkActProperties(1, 0)).hasMessageContaining("1..5000");
  }
}
