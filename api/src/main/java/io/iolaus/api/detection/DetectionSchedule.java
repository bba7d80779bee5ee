package io.iolaus.api.detection;

import io.iolaus.cypher.run.ChangeMarks;
import io.iolaus.cypher.run.StatusReader;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Starts a run every quarter of an hour, and sooner when events came in that no run has seen.
class DetectionSchedule {

  private static final Logger log = LoggerFactory.getLogger(DetectionSchedule.class);

  private final DetectionJob job;
  private final StatusReader status;
  private final DetectionProperties properties;
  private final Clock clock;

  /// When this process last started a run: one that fails must not be started again every few
  /// seconds.
  private @Nullable Instant started;

  DetectionSchedule(
      DetectionJob job, StatusReader status, DetectionProperties properties, Clock clock) {
    this.job = job;
    this.status = status;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 5_000)
  synchronized void tick() {
    try {
      Instant now = clock.instant();
      if (!job.running() && due(now, status.marks()) && job.start()) {
        started = now;
      }
    } catch (Neo4jException e) {
      log.warn("detection not scheduled, the database does not answer: {}", e.getMessage());
    }
  }

  boolean due(Instant now, ChangeMarks marks) {
    if (marks.batchAt() == null) {
      return false; // nothing to look at
    }
    Instant last = later(started, marks.runAt());
    if (last == null || !now.isBefore(last.plus(properties.every()))) {
      return true;
    }
    return marks.unseenBatch()
        && marks.openBatches() == 0
        && !now.isBefore(last.plus(properties.settle()));
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }
}
