package io.iolaus.bench.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.detect.Population;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryGraphTest {

  private static final String LINES =
      """
      {"type":"account","id":"a","createdAt":"2026-05-01T00:00:00Z"}
      {"type":"account","id":"a","createdAt":"2026-05-01T00:00:00Z","at":"2026-05-09T00:00:00Z","status":"suspended"}
      {"type":"account","id":"b","createdAt":"2026-05-08T00:00:00Z"}
      {"type":"exchange","account":"a","at":"2026-05-02T00:00:00Z","ip":"198.51.100.7"}
      {"type":"exchange","account":"a","at":"2026-05-07T23:59:59Z","ip":"198.51.100.8"}
      {"type":"exchange","account":"a","at":"2026-05-08T00:00:00Z","ip":"198.51.100.9"}
      {"type":"network","prefix":"198.51.100.0/24","use":"hosting","at":"2026-05-20T00:00:00Z"}
      """;

  private static Population population(Instant until) {
    MemoryGraph graph = new MemoryGraph(until);
    MemoryLines lines = new MemoryLines(graph::add);
    LINES
        .lines()
        .forEach(line -> {
          byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
          lines.add(bytes, 0, bytes.length);
        });
    return graph.population();
  }

  @Test
  void knowsNothingOfWhatComesLater() {
    Population then = population(Instant.parse("2026-05-08T00:00:00Z"));
    assertThat(then.size()).isEqualTo(1);
    assertThat(then.get(0).traits().suspended()).isFalse();
    assertThat(then.get(0).traits().addresses()).isEqualTo(2);
    assertThat(then.get(0).lastSeen()).isEqualTo("2026-05-07T23:59:59Z");
    assertThat(then.get(0).traits().networkUse()).containsOnlyKeys("hosting");
    Population now = population(Instant.MAX);
    assertThat(now.size()).isEqualTo(2);
    assertThat(now.get(0).traits().suspended()).isTrue();
    assertThat(now.get(0).traits().addresses()).isEqualTo(3);
  }
}
