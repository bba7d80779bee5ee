package io.iolaus.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.cypher.home.Home;
import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.LineCounts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerMetricsTest {

  private Home home;

  @BeforeEach
  void makeHome(@TempDir Path folder) {
    home = Home.at(folder.resolve("home"));
  }

  private static HttpResponse<String> get(WorkerMetrics metrics, String path, String secret)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metrics.port() + path))
              .header("Authorization", "Bearer " + secret)
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void servesCountsStagesAndLagToWhoHasTheSecret() throws Exception {
    try (WorkerMetrics metrics = WorkerMetrics.serve("0", home)) {
      metrics.ingest().added(new LineCounts(10, 4, 3, 2, 1, 9), Map.of("invalid-ip", 1L));
      metrics.ingest().busy(Map.of(Stage.WRITE, Duration.ofSeconds(2)));
      metrics.ingest().busy(Map.of(Stage.WRITE, Duration.ofSeconds(3)));
      metrics.topic().lag(Map.of("kafka:t/0", 7L, "kafka:t/1", 8L));
      metrics.topic().lag(Map.of("kafka:t/0", 5L));
      metrics.topic().written(Duration.ofMillis(1500));
      String secret = home.secret("metrics.password");
      HttpResponse<String> answer = get(metrics, "/api/v1/metrics", secret);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .contains("iolaus_ingest_lines_read_total 10.0")
          .contains("iolaus_ingest_lines_rejected_total{reason=\"invalid-ip\"} 1.0")
          .contains("iolaus_ingest_stage_seconds_total{stage=\"write\"} 3.0")
          .contains("iolaus_ingest_lag_records{partition=\"kafka:t/0\"} 5.0")
          .contains("iolaus_ingest_window_age_seconds_sum 1.5")
          .contains("jvm_memory_used_bytes")
          .doesNotContain("kafka:t/1");
      assertThat(get(metrics, "/api/v1/metrics", "x" + secret).statusCode()).isEqualTo(401);
      assertThat(get(metrics, "/", secret).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void saysWhatIsWrongWithAnAddress() {
    for (String wrong : new String[] {"", "x", "70000", ":9464", "127.0.0.1:", "-1"}) {
      assertThatThrownBy(() -> WorkerMetrics.serve(wrong, home))
          .isInstanceOf(CommandException.class)
          .hasMessage("--metrics takes PORT or HOST:PORT, not " + wrong);
    }
    try (WorkerMetrics first = WorkerMetrics.serve("0", home)) {
      assertThatThrownBy(() -> WorkerMetrics.serve(Integer.toString(first.port()), home))
          .isInstanceOf(CommandException.class)
          .hasMessageContaining("choose another port");
    }
  }
}
