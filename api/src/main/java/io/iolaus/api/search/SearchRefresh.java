package io.iolaus.api.search;

import io.iolaus.cypher.run.ChangeMarks;
import io.iolaus.cypher.run.StatusReader;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Rebuilds the index after batches and runs; while a batch is being read, at most once a minute.
@Component
class SearchRefresh {

  private static final Logger log = LoggerFactory.getLogger(SearchRefresh.class);

  private static final long OPEN_BATCH_NANOS = Duration.ofMinutes(1).toNanos();

  private final StatusReader status;
  private final LuceneEntitySearch search;
  private @Nullable ChangeMarks indexed;
  private long builtAt;

  SearchRefresh(StatusReader status, LuceneEntitySearch search) {
    this.status = status;
    this.search = search;
  }

  @Scheduled(fixedDelayString = "${iolaus.search.poll}")
  synchronized void refresh() {
    try {
      ChangeMarks now = status.marks();
      long start = System.nanoTime();
      if (now.equals(indexed) || (settling(now) && start - builtAt < OPEN_BATCH_NANOS)) {
        return;
      }
      search.rebuild();
      indexed = now;
      builtAt = System.nanoTime();
      log.info("search index rebuilt in {} ms", (builtAt - start) / 1_000_000);
    } catch (Neo4jException e) {
      log.warn("search index not refreshed, the database does not answer: {}", e.getMessage());
    } catch (IOException e) {
      log.error("search index not refreshed", e);
    }
  }

  /// Whether more is about to come; the first index is built all the same.
  private boolean settling(ChangeMarks now) {
    return indexed != null && now.openBatches() > 0;
  }
}
