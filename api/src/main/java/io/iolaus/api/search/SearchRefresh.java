package io.iolaus.api.search;

import io.iolaus.cypher.run.ChangeMarks;
import io.iolaus.cypher.run.StatusReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Rebuilds the index after batches and runs. While a batch is being read it waits for the end, or
/// for the next.
@Component
class SearchRefresh {

  private static final Logger log = LoggerFactory.getLogger(SearchRefresh.class);

  private final StatusReader status;
  private final LuceneEntitySearch search;
  private @Nullable ChangeMarks indexed;

  SearchRefresh(StatusReader status, LuceneEntitySearch search) {
    this.status = status;
    this.search = search;
  }

  @Scheduled(fixedDelayString = "${iolaus.search.poll}")
  synchronized void refresh() {
    try {
      ChangeMarks now = status.marks();
      if (now.equals(indexed)) {
        return;
      }
      long start = System.nanoTime();
      search.rebuild();
      indexed = now;
      log.info("search index rebuilt in {} ms", (System.nanoTime() - start) / 1_000_000);
    } catch (Neo4jException e) {
      log.warn("search index not refreshed, the database does not answer: {}", e.getMessage());
    } catch (IOException e) {
      log.error("search index not refreshed", e);
    }
  }
}
