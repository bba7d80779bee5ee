package io.iolaus.api.inbox;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.home.Home;
import io.iolaus.ingest.inbox.Delivery;
import io.iolaus.ingest.inbox.Inbox;
import io.iolaus.ingest.inbox.InboxFolder;
import io.iolaus.ingest.inbox.InboxOptions;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was handed over and is not in the graph yet, and how that is getting on.
///
/// The inbox is open in one process at a time: in one with the role `ingest` as soon as no other
/// has it. All others look at it from outside.
@Component
public class Deliveries {

  private final Home home;
  private final boolean ingests;
  private final InboxOptions options;
  private final Clock clock;
  private final Map<String, Problem> failed = new ConcurrentHashMap<>();
  private volatile @Nullable Inbox inbox;
  private volatile @Nullable Loading loading;
  private volatile @Nullable Problem waiting;

  Deliveries(Home home, ServerOptions server, InboxProperties properties, Clock clock) {
    this.home = home;
    this.ingests = server.roles().contains(Role.INGEST);
    this.options = properties.inbox();
    this.clock = clock;
  }

  /// The inbox, where this process takes in events.
  public synchronized Optional<Inbox> inbox() throws IOException {
    if (inbox == null && ingests) {
      inbox = Inbox.open(home.inbox(), options, clock).orElse(null);
    }
    return Optional.ofNullable(inbox);
  }

  /// What waits, the oldest first.
  public List<Delivery> pending() {
    Inbox mine = inbox;
    try {
      return mine == null ? InboxFolder.deliveries(home.inbox()) : mine.pending();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many bytes wait or are on their way in.
  public long bytes() {
    Inbox mine = inbox;
    return mine == null ? 0 : mine.bytes();
  }

  /// What is being loaded now.
  public Optional<Loading> loading() {
    return Optional.ofNullable(loading);
  }

  /// What keeps this process from loading at the moment.
  public Optional<Problem> waiting() {
    return Optional.ofNullable(waiting);
  }

  /// Why a delivery was set aside until the next start.
  public Optional<Problem> failure(String id) {
    return Optional.ofNullable(failed.get(id));
  }

  void load(Loading now) {
    loading = now;
    waiting = null;
  }

  void loaded(String id) {
    loading = null;
    waiting = null;
    failed.remove(id);
  }

  void waitFor(@Nullable Problem problem) {
    loading = null;
    waiting = problem;
  }

  void setAside(String id, Problem problem) {
    failed.put(id, problem);
    loading = null;
  }

  @PreDestroy
  synchronized void close() throws IOException {
    Inbox mine = inbox;
    if (mine != null) {
      mine.close();
    }
  }
}
