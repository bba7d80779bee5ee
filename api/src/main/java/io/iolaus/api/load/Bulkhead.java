package io.iolaus.api.load;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How many of a kind may be under way: of one user, and of all. Who comes when these are taken
/// waits a little, and not with many others.
final class Bulkhead {

  /// How many may wait for each place.
  private static final int WAITING = 4;

  private final int perUser;
  private final int most;
  private final Duration wait;
  private final Semaphore all;

  /// Of each user, for as long as somebody holds or waits for a place of it.
  private final LoadingCache<String, Semaphore> users;

  Bulkhead(int most, int perUser, Duration wait) {
    this.most = most;
    this.perUser = perUser;
    this.wait = wait;
    this.all = new Semaphore(most, true);
    this.users = Caffeine.newBuilder().weakValues().build(user -> new Semaphore(perUser, true));
  }

  /// A place, or why there is none.
  sealed interface Entry {

    /// To be closed once, when the work is done.
    record Place(Semaphore user, Semaphore all) implements Entry, AutoCloseable {
      @Override
      public void close() {
        all.release();
        user.release();
      }
    }

    /// This user has as many under way as one may have.
    record UserFull(int perUser) implements Entry {}

    /// All together have.
    record Full() implements Entry {}
  }

  /// Asks for a place, and waits for it. First for one of the user's, so that those who want much
  /// wait for each other and not in the way of others.
  Entry enter(String user) throws InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    Semaphore own = users.get(user);
    if (!acquire(own, perUser, end)) {
      return new Entry.UserFull(perUser);
    }
    boolean in = false;
    try {
      in = acquire(all, most, end);
      return in ? new Entry.Place(own, all) : new Entry.Full();
    } finally {
      if (!in) {
        own.release();
      }
    }
  }

  private static boolean acquire(Semaphore places, int of, long end) throws InterruptedException {
    // Asked first without a look at the queue: a free place is given at once.
    return places.tryAcquire(0, TimeUnit.NANOSECONDS)
        || (places.getQueueLength() < of * WAITING
            && places.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
  }

  /// How many places are taken.
  int taken() {
    return most - all.availablePermits();
  }
}
