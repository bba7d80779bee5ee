package io.iolaus.cypher.read;

import java.time.Duration;
import java.util.concurrent.Callable;

/// By when what a thread does must be over. Reading the graph within it ends no later: its
/// transactions are given what is left, and the database ends them itself.
///
/// It holds for the thread alone, not for those that it starts.
public final class Deadline {

  private static final ScopedValue<Long> END = ScopedValue.newInstance();

  private Deadline() {}

  /// Does something that must be over in a while; within another deadline, in no more than that
  /// leaves.
  public static <T> T within(Duration limit, Callable<T> work) throws Exception {
    long end = System.nanoTime() + left(limit).toNanos();
    return ScopedValue.where(END, end).call(work::call);
  }

  /// What a transaction may take of a budget of its own.
  ///
  /// @throws DeadlineException when nothing is left
  static Duration left(Duration budget) {
    if (!END.isBound()) {
      return budget;
    }
    Duration left = Duration.ofNanos(END.get() - System.nanoTime());
    // The database counts in milliseconds, and takes none to mean no end.
    if (left.compareTo(Duration.ofMillis(1)) < 0) {
      throw new DeadlineException();
    }
    return left.compareTo(budget) < 0 ? left : budget;
  }
}
