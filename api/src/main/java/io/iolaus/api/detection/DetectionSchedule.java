package io.iolaus.api.detection;

import io.iolaus.cypher.run.DueMarks;
import io.iolaus.cypher.run.StatusReader;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/// Starts a run every quarter of an hour, sooner when events came in that no run has seen, and at
/// once where the process died that was at the last one.
///
/// Several processes may do this over one database: whether a run is due is told by what is in the
/// database alone, once before the lease is asked for and again under it. So of several that come
/// at the same moment one runs, and the others find that nothing is due any more.
class DetectionSchedule {

  private static final Logger log = LoggerFactory.getLogger(DetectionSchedule.class);

  /// A run that takes its process down with it is not done at once for ever.
  private static final int ANEW_AT_ONCE = 3;

  private final DetectionJob job;
  private final StatusReader status;
  private final DetectionProperties properties;
  private final ReentrantLock ticking = new ReentrantLock();

  /// When this process last began one, which may fail before it leaves a trace in the database:
  /// then it must not be begun again every few seconds.
  private volatile @Nullable Instant begun;

  DetectionSchedule(DetectionJob job, StatusReader status, DetectionProperties properties) {
    this.job = job;
    this.status = status;
    this.properties = properties;
  }

  // At a rate: what has a delay shares one thread, where a new search index would be waited for.
  @Scheduled(fixedRate = 3_000)
  void tick() {
    if (!ticking.tryLock()) {
      return;
    }
    try {
      DueMarks marks = status.dueMarks();
      if (!marks.held() && due(marks) && !job.running()) {
        job.start(this::begin);
      }
    } catch (Neo4jException e) {
      log.warn("detection not scheduled, the database does not answer: {}", e.getMessage());
    } finally {
      ticking.unlock();
    }
  }

  /// Under the lease: whether the run is still to be done.
  private boolean begin() {
    DueMarks marks = status.dueMarks();
    if (!due(marks)) {
      return false;
    }
    begun = marks.now();
    return true;
  }

  boolean due(DueMarks marks) {
    if (marks.batches() == 0) {
      return false; // nothing to look at
    }
    Instant now = marks.now();
    if (begun != null && now.isBefore(begun.plus(properties.again()))) {
      return false;
    }
    Instant last = marks.startedAt();
    if (last == null || !now.isBefore(last.plus(properties.every()))) {
      return true;
    }
    if (marks.cutOff() > 0) {
      return marks.cutOff() <= ANEW_AT_ONCE;
    }
    return marks.news()
        && marks.openBatches() == 0
        && !now.isBefore(last.plus(properties.settle()));
  }
}
