package io.iolaus.api.search;

import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Lets the index follow the graph where searches are answered, on a thread of its own: reading a
/// large graph for the first time takes longer than other schedules may wait.
@Component
class SearchRefresh {

  private final LuceneEntitySearch search;
  private final ServerOptions server;
  private final SearchProperties properties;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("search-index").daemon().factory());

  SearchRefresh(LuceneEntitySearch search, ServerOptions server, SearchProperties properties) {
    this.search = search;
    this.server = server;
    this.properties = properties;
  }

  @PostConstruct
  @SuppressWarnings("FutureReturnValueIgnored") // refresh() answers for its own failures
  void start() {
    if (server.roles().contains(Role.API)) {
      thread.scheduleWithFixedDelay(
          search::refresh, 0, properties.poll().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  // Not interrupted: an interrupted write closes the index.
  @PreDestroy
  void stop() {
    thread.shutdown();
  }
}
