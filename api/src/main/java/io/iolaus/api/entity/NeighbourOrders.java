package io.iolaus.api.entity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.iolaus.cypher.entity.EntityReader;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.entity.NeighbourOrder;
import io.iolaus.cypher.entity.NeighbourQuery;
import io.iolaus.cypher.entity.Neighbours;
import io.iolaus.cypher.search.FeedMarks;
import io.iolaus.cypher.search.SearchFeed;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps the neighbours of hubs in order. To read tens of thousands of edges takes the database
/// longer than a click may, so those of the most used things are read before anybody asks, and
/// again after what was loaded or found, by one thread.
///
/// An order is used as long as the marks of the graph are as they were before it was read, and for
/// two seconds more: so long may a commit stay unseen, no longer. A mark may be seen before the
/// rest of its commit is, so an order that was read within two seconds of a new mark is good for
/// two seconds and no more. What has few neighbours is read each time.
@Component
class NeighbourOrders {

  private static final Logger log = LoggerFactory.getLogger(NeighbourOrders.class);

  /// From here on an order is kept: fewer are read within a few milliseconds.
  static final int KEPT_FROM = 1_000;

  /// Entities with as many accounts are read before anybody asks.
  private static final int HUB_FROM = 3_000;

  private static final int HUBS = 32;

  private static final long MAX_BYTES = 64L << 20;

  /// How long an order that may be out of date is used.
  private static final Duration STALE = Duration.ofSeconds(2);

  /// While writing goes on, at most so much of each second and a bit is spent on reading again what
  /// nobody may ask for.
  private static final Duration PASS = Duration.ofMillis(400);

  private record Held(NeighbourOrder order, Known before, long askedAt) {
    Held asked(long now) {
      return new Held(order, before, now);
    }
  }

  /// Marks, when they were first seen and when last, by the clock that only goes forward.
  private record Known(FeedMarks marks, long since, long at) {
    /// Whether all of what these marks tell of can be seen.
    boolean settled() {
      return at - since >= STALE.toNanos();
    }
  }

  private final EntityReader entities;
  private final SearchFeed feed;
  private final Ticker ticker;
  private final Cache<EntityRef, Held> held =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .weigher((EntityRef ref, Held one) -> one.order().bytes())
          .build();
  private volatile @Nullable Known known;
  private volatile @Nullable FeedMarks passed;

  @Autowired
  NeighbourOrders(EntityReader entities, SearchFeed feed) {
    this(entities, feed, Ticker.systemTicker());
  }

  NeighbourOrders(EntityReader entities, SearchFeed feed, Ticker ticker) {
    this.entities = entities;
    this.feed = feed;
    this.ticker = ticker;
  }

  /// One page of what stands next to an entity now, empty where there is no such entity.
  Optional<Neighbours> neighbours(NeighbourQuery query) {
    EntityRef ref = new EntityRef(query.type(), query.id());
    Optional<NeighbourOrder> order = order(ref);
    if (order.isEmpty()) {
      return Optional.empty();
    }
    return entities.neighbours(query, order.get()).or(() -> anew(ref, query));
  }

  /// Where something left between the order and the page. What is then still missing left in
  /// between once more, so the last attempt is at what is there.
  private Optional<Neighbours> anew(EntityRef ref, NeighbourQuery query) {
    Optional<NeighbourOrder> order = read(ref, ticker.read()).map(Held::order);
    return order
        .flatMap(o -> entities.neighbours(query, o))
        .or(() ->
            read(ref, ticker.read()).flatMap(again -> entities.neighbours(query, again.order())));
  }

  private Optional<NeighbourOrder> order(EntityRef ref) {
    Held one = held.getIfPresent(ref);
    if (one == null || !isFresh(one)) {
      return read(ref, ticker.read()).map(Held::order);
    }
    long now = ticker.read();
    held.asMap().computeIfPresent(ref, (_, there) -> there.asked(now));
    return Optional.of(one.order());
  }

  /// Nothing was loaded or found between the reading of it and the last look, which is not long
  /// ago.
  private boolean isFresh(Held one) {
    long now = ticker.read();
    if (now - one.before().at() < STALE.toNanos()) {
      return true;
    }
    if (!one.before().settled()) {
      return false;
    }
    Known last = known;
    if (last == null || now - last.at() >= STALE.toNanos()) {
      last = look();
    }
    return one.before().marks().equals(last.marks());
  }

  private Known look() {
    // The time is taken first: what is committed while the database answers is not in the answer.
    long now = ticker.read();
    FeedMarks marks = feed.marks();
    Known last = known;
    long since = last != null && last.marks().equals(marks) ? Math.min(last.since(), now) : now;
    Known seen = new Known(marks, since, now);
    known = seen;
    return seen;
  }

  private Optional<Held> read(EntityRef ref, long askedAt) {
    Known before = look();
    Optional<Held> found =
        entities.order(ref.type(), ref.id()).map(order -> new Held(order, before, askedAt));
    found
        .filter(one -> one.order().size() >= KEPT_FROM)
        .ifPresentOrElse(one -> held.put(ref, one), () -> held.invalidate(ref));
    return found;
  }

  /// Brings what is kept up to date, what was asked for last first.
  @Scheduled(fixedDelay = 1_000)
  void keepUp() {
    try {
      Known now = look();
      if (now.marks().equals(passed)) {
        return;
      }
      long end = ticker.read() + PASS.toNanos();
      List<EntityRef> due =
          held.asMap().entrySet().stream()
              .sorted(
                  Comparator.comparingLong(
                          (Map.Entry<EntityRef, Held> entry) -> entry.getValue().askedAt())
                      .reversed())
              .map(Map.Entry::getKey)
              .toList();
      boolean whole = due.stream().allMatch(ref -> keepUp(ref, now, end));
      whole &=
          entities.hubs(HUB_FROM, HUBS).stream()
              .filter(ref -> held.getIfPresent(ref) == null)
              .allMatch(ref -> keepUp(ref, now, end));
      if (whole && now.settled()) {
        passed = now.marks();
      }
    } catch (Neo4jException | IllegalStateException e) {
      // Whoever asks in the meantime hears of it; the next pass comes in a second.
      log.debug("orders of neighbours were not brought up to date", e);
    }
  }

  /// Whether there was time for it.
  private boolean keepUp(EntityRef ref, Known now, long end) {
    Held one = held.getIfPresent(ref);
    if (one != null
        && one.before().marks().equals(now.marks())
        && (one.before().settled() || !now.settled())) {
      return true;
    }
    if (ticker.read() >= end) {
      return false;
    }
    var _ = read(ref, one == null ? Long.MIN_VALUE : one.askedAt());
    return true;
  }
}
