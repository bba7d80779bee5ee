package io.iolaus.api.explain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.iolaus.api.detection.DetectionJob;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.explain.CutPreviews;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes previews in the background, one at a time and never beside a run, and keeps the last ones.
@Component
class PreviewJobs {

  private static final Logger log = LoggerFactory.getLogger(PreviewJobs.class);

  private static final int WAITING = 4;
  private static final int KEPT = 100;

  private final CutPreviews cuts;
  private final DetectionJob detection;
  private final Semaphore places = new Semaphore(WAITING);
  private final Cache<String, PreviewResponse> kept =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  PreviewJobs(CutPreviews cuts, DetectionJob detection) {
    this.cuts = cuts;
    this.detection = detection;
  }

  /// Starts one; empty where as many wait as may wait.
  Optional<PreviewResponse> start(String cluster, Collection<EntityRef> ignoring) {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    PreviewResponse asked =
        new PreviewResponse(
            UUID.randomUUID().toString(),
            cluster,
            ignoring.stream().sorted().distinct().map(EntityRef::toString).toList(),
            "queued",
            null,
            null);
    kept.put(asked.id(), asked);
    detection.afterwards(held -> {
      try {
        kept.put(asked.id(), asked.running());
        kept.put(asked.id(), outcome(cuts.under(held), asked, ignoring));
      } finally {
        places.release();
      }
    });
    return Optional.of(asked);
  }

  private static PreviewResponse outcome(
      CutPreviews leased, PreviewResponse asked, Collection<EntityRef> ignoring) {
    try {
      return leased
          .preview(asked.cluster(), ignoring, DetectionListener.SILENT)
          .map(asked::done)
          .orElseGet(() -> asked.failed("there is no cluster " + asked.cluster() + " any more"));
    } catch (RuntimeException e) {
      log.error("preview {} failed", asked.id(), e);
      return asked.failed("the run failed: its reason stands in the log");
    }
  }

  Optional<PreviewResponse> find(String id) {
    return Optional.ofNullable(kept.getIfPresent(id));
  }
}
