package io.iolaus.api.status;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.iolaus.cypher.run.DetectionRun;
import io.iolaus.cypher.run.GraphStatus;
import io.iolaus.cypher.run.StatusReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How much there is, and as of when.
@RestController
@Tag(name = "status")
class StatusController {

  /// Counting looks at many nodes, and a page of the interface asks often.
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final LoadingCache<Boolean, GraphStatus> status;

  StatusController(StatusReader reader) {
    this.status = Caffeine.newBuilder().expireAfterWrite(FRESH).build(ignored -> reader.status());
  }

  @GetMapping("/api/v1/status")
  @Operation(summary = "How much there is, and as of when")
  StatusResponse status() {
    GraphStatus now = status.get(true);
    return new StatusResponse(
        Release.version(),
        now.graphTime(),
        now.accounts(),
        now.exchanges(),
        now.clusters(),
        now.batches(),
        now.lastRun());
  }

  record StatusResponse(
      String version,
      @Nullable Instant graphTime,
      long accounts,
      long exchanges,
      GraphStatus.Clusters clusters,
      long batches,
      @Nullable DetectionRun lastRun) {}
}
