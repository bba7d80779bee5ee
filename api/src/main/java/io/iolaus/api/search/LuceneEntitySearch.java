package io.iolaus.api.search;

import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.search.SearchFeed;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Finds entities by their ids and names in an index beside the graph. The index is a copy that
/// follows the graph: it is kept in the home, and can be thrown away at any time.
@Component
class LuceneEntitySearch {

  private static final Logger log = LoggerFactory.getLogger(LuceneEntitySearch.class);

  private final SearchFeed feed;
  private final IndexFolder folder;
  private final SearchIndex index;
  private final IndexFollower follower;
  private boolean closed;
  private boolean failing;

  LuceneEntitySearch(SearchFeed feed, Home home, Clock clock) throws IOException {
    this.feed = feed;
    folder = IndexFolder.take(home.search());
    index = SearchIndex.open(folder.path());
    follower = new IndexFollower(feed, index, clock);
  }

  /// Reads what is new.
  synchronized void refresh() {
    if (closed) {
      return;
    }
    try {
      follower.follow();
      failing = false;
    } catch (Neo4jException e) {
      follower.lost();
      if (!failing) {
        log.warn(
            "the search index does not follow, the database does not answer: {}", e.getMessage());
      }
      failing = true;
    } catch (CancellationException e) {
      log.info("the search index is left as it is: {}", e.getMessage());
    } catch (IOException | RuntimeException e) {
      follower.lost();
      if (!failing) {
        log.error("the search index does not follow", e);
      }
      failing = true;
    }
  }

  IndexState state() {
    return follower.state();
  }

  /// How many entities are found.
  long size() throws IOException {
    return index.size();
  }

  /// Hits, the best first.
  ///
  /// @param after where the page before ended, null for the first
  SearchPage find(SearchText text, SearchFilter filter, int limit, @Nullable HitPlace after)
      throws IOException {
    return searching(
        searcher -> new SearchRequest(searcher.getIndexReader(), text, filter).page(limit, after));
  }

  /// What asks one state of the index.
  interface Asking<T> {
    T ask(IndexSearcher searcher) throws IOException;
  }

  <T> T searching(Asking<T> asking) throws IOException {
    IndexSearcher searcher = index.searchers().acquire();
    try {
      return asking.ask(searcher);
    } finally {
      index.searchers().release(searcher);
    }
  }

  /// Memberships change with every run, so they are asked of the graph and not of the index.
  Map<String, String> clusters(SearchPage page) {
    return feed.clusters(
        page.hits().stream()
            .filter(hit -> hit.type() == EntityType.ACCOUNT)
            .map(SearchHit::id)
            .toList());
  }

  /// Ends what is being read, keeps what is whole.
  @PreDestroy
  void close() throws IOException {
    follower.stop();
    synchronized (this) {
      closed = true;
      try (folder) {
        follower.close();
      }
    }
  }
}
