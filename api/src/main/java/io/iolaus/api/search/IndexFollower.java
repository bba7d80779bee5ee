package io.iolaus.api.search;

import io.iolaus.cypher.detect.Intake;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.search.FeedMarks;
import io.iolaus.cypher.search.SearchEntry;
import io.iolaus.cypher.search.SearchFeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Keeps an index in line with the graph, by itself and for itself: two that follow one graph come
/// to hold the same.
///
/// - What was loaded is read from the last place on, as {@link SearchFeed} tells. Accounts and what
///   they lead to come by their stamps; organizations and networks are read whole, and compared.
/// - What runs write is read whole when one has written.
/// - Where nothing can be told from the last place (none yet, a batch was replaced, identifiers
///   were renewed, another store), all is read and compared while searches go on. So what was
///   deleted leaves, and a crash in the middle costs only the comparing.
///
/// What is committed carries the place that it is of; after a crash the rest is read again, with
/// the same result. Not for several threads, but for {@link #state}.
final class IndexFollower implements AutoCloseable {

  private static final Set<EntityType> DERIVED =
      EnumSet.of(EntityType.CLUSTER, EntityType.PROMPT_FAMILY, EntityType.PATTERN);
  private static final Set<EntityType> UNSTAMPED =
      EnumSet.of(EntityType.ORGANIZATION, EntityType.NETWORK);

  private static final long COMMIT_NANOS = Duration.ofSeconds(20).toNanos();
  private static final long SHOW_NANOS = Duration.ofSeconds(1).toNanos();

  /// Reading takes up at most one part in so many of the time that a load goes on.
  private static final int PATIENCE = 3;

  private final SearchFeed feed;
  private final SearchIndex index;
  private final Clock clock;
  private volatile IndexState state;
  private IndexPlace place;
  private @Nullable FeedMarks marks;
  private long committedAt = System.nanoTime();
  private long shownAt = System.nanoTime();
  private long restUntil = System.nanoTime();
  private boolean uncommitted;
  private volatile boolean stopping;

  IndexFollower(SearchFeed feed, SearchIndex index, Clock clock) {
    this.feed = feed;
    this.index = index;
    this.clock = clock;
    place = index.place();
    state = new IndexState(place.intake().isPresent(), true, null, null);
  }

  IndexState state() {
    return state;
  }

  /// Looks whether there is something new, and reads it. Whatever was committed to the graph before
  /// the call is found after it, but for parts of a segment that is still being written: these wait
  /// where reading them takes long.
  void follow() throws IOException {
    FeedMarks now = feed.marks();
    if (!now.equals(marks)) {
      state = state.withBehind();
      if (onlyParts(now) && System.nanoTime() < restUntil) {
        return;
      }
      long start = System.nanoTime();
      IndexPlace next = read(now);
      index.refresh();
      place = next;
      marks = now;
      uncommitted = true;
      restUntil = System.nanoTime() + PATIENCE * (System.nanoTime() - start);
    }
    state = new IndexState(place.intake().isPresent(), now.replacing(), clock.instant(), null);
    if (uncommitted && System.nanoTime() - committedAt > COMMIT_NANOS) {
      commit();
    }
  }

  /// Whether nothing is new but parts of segments that are not whole.
  private boolean onlyParts(FeedMarks now) {
    FeedMarks before = marks;
    return before != null
        && now.segments() == before.segments()
        && now.replaced() == before.replaced()
        && now.renewed() == before.renewed()
        && now.derived().equals(before.derived());
  }

  void commit() throws IOException {
    index.commit(place);
    committedAt = System.nanoTime();
    uncommitted = false;
  }

  private IndexPlace read(FeedMarks now) throws IOException {
    Intake intake = feed.now();
    Optional<Intake> before = place.intake();
    if (before.isPresent() && intake.replacing() && intake.replaced() == before.get().replaced()) {
      // Nothing is loaded meanwhile; when it is over, all is compared.
      sweep(DERIVED);
      return new IndexPlace(before, now.derived());
    }
    if (before.isEmpty() || !tells(before.get(), intake)) {
      rebuild();
    } else {
      touched(before.get());
      sweep(UNSTAMPED);
      if (!now.derived().equals(place.derived())) {
        sweep(DERIVED);
      }
    }
    return new IndexPlace(Optional.of(intake), now.derived());
  }

  /// Whether stamps tell all that came between.
  private static boolean tells(Intake before, Intake now) {
    return !before.segments().isEmpty()
        && now.replaced() == before.replaced()
        && now.renewed() == before.renewed()
        && now.store().equals(before.store())
        && before.segments().entrySet().stream()
            .allMatch(
                batch -> now.segments().getOrDefault(batch.getKey(), -1L) >= batch.getValue());
  }

  private void touched(Intake before) throws IOException {
    try (IndexSweep sweep = new IndexSweep(index)) {
      feed.touchedSince(
          before,
          entry -> {
            goOn();
            try {
              switch (entry.type()) {
                case PAYMENT, IP, IDENTIFIER -> sweep.offerMore(entry);
                case ACCOUNT, NETWORK, PROMPT_FAMILY, PATTERN, ORGANIZATION, CLUSTER ->
                    sweep.offer(entry);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private void sweep(Collection<EntityType> types) throws IOException {
    try (IndexSweep sweep = new IndexSweep(index)) {
      for (EntityType type : types) {
        feed.each(type, entry -> offer(sweep, entry));
      }
      sweep.removeOthers(types);
    }
  }

  private void offer(IndexSweep sweep, SearchEntry entry) {
    goOn();
    try {
      sweep.offer(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rebuild() throws IOException {
    Map<EntityType, Long> sizes = feed.sizes();
    long all = sizes.values().stream().mapToLong(n -> n).sum();
    long[] done = {0};
    // What is looked for most comes first.
    for (EntityType type :
        new EntityType[] {
          EntityType.CLUSTER,
          EntityType.ORGANIZATION,
          EntityType.ACCOUNT,
          EntityType.NETWORK,
          EntityType.PROMPT_FAMILY,
          EntityType.PATTERN,
          EntityType.PAYMENT,
          EntityType.IP,
          EntityType.IDENTIFIER
        }) {
      try (IndexSweep sweep = new IndexSweep(index)) {
        feed.each(
            type,
            entry -> {
              offer(sweep, entry);
              done[0]++;
              progress(done[0], all);
            });
        sweep.removeOthers(Set.of(type));
      }
    }
    index.refresh();
  }

  /// Says how far it is, and lets searches see what there is so far.
  private void progress(long done, long all) {
    if (done % 256 == 1) {
      state = state.withBuilding(new IndexState.Building(done, Math.max(done, all)));
      try {
        if (System.nanoTime() - shownAt > SHOW_NANOS) {
          index.refresh();
          shownAt = System.nanoTime();
        }
        if (System.nanoTime() - committedAt > COMMIT_NANOS) {
          // At the old place: who is cut off here compares what is there and writes only the rest.
          commit();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void goOn() {
    if (stopping) {
      throw new CancellationException("the server stops");
    }
  }

  /// Ends what is being read.
  void stop() {
    stopping = true;
  }

  /// Says that nobody knows what is new.
  void lost() {
    state = state.withBehind();
  }

  @Override
  public void close() throws IOException {
    if (uncommitted) {
      commit();
    }
    index.close();
  }
}
