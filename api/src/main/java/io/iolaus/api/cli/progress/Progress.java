package io.iolaus.api.cli.progress;

import java.io.PrintStream;
import java.time.Duration;

/// How far a command is, one task after the other. Work that is done within two seconds shows
/// nothing.
public abstract class Progress implements AutoCloseable {

  static final Duration SILENCE = Duration.ofSeconds(2);

  private String task = "";
  private long since;

  /// A bar where there is a terminal, else a line now and then.
  public static Progress to(PrintStream out, boolean terminal) {
    return terminal ? new TerminalProgress(out) : new PlainProgress(out);
  }

  /// The task at hand went on. A new name is a new task.
  ///
  /// @param done units done so far
  /// @param total units in all, 0 or less where that is not known
  /// @param unit what is counted, as `lines`; empty where the numbers mean nothing to a person
  public final void update(String name, long done, long total, String unit) {
    update(name, done, total, unit, "");
  }

  /// The same, with something more to say.
  ///
  /// @param more shown behind the figures, as `12.4 MB/s, 3 rejected`
  public final synchronized void update(
      String name, long done, long total, String unit, String more) {
    long now = System.nanoTime();
    if (!name.equals(task)) {
      end(task);
      task = name;
      since = now;
    }
    Duration elapsed = Duration.ofNanos(now - since);
    if (elapsed.compareTo(SILENCE) >= 0) {
      show(new State(name, done, total, unit, more, elapsed));
    }
  }

  /// Ends what is shown.
  @Override
  public final synchronized void close() {
    end(task);
    task = "";
  }

  abstract void show(State state);

  abstract void end(String name);

  /// One moment of a task.
  record State(String task, long done, long total, String unit, String more, Duration elapsed) {}
}
