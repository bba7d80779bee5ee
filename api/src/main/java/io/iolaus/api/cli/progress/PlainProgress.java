package io.iolaus.api.cli.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Plain lines for logs and pipes, at most one in five seconds.
final class PlainProgress extends Progress {

  private static final long EVERY = Duration.ofSeconds(5).toNanos();

  /// One part in so many must be done before the time left is said: a database that is still waking
  /// up would have it take hours.
  private static final long FORETOLD_FROM = 20;

  private final PrintStream out;
  private long shown;
  private boolean any;

  PlainProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  void show(State state) {
    long now = System.nanoTime();
    if (!any || now - shown >= EVERY) {
      out.println(line(state));
      shown = now;
      any = true;
    }
  }

  @Override
  void end(String name) {
    any = false;
  }

  static String line(State state) {
    double seconds = state.elapsed().toMillis() / 1e3;
    List<String> parts = new ArrayList<>();
    if (state.total() > 0) {
      parts.add(Math.min(100, 100 * state.done() / state.total()) + " %");
    }
    if (!state.unit().isEmpty()) {
      parts.add(
          String.format(
              Locale.ROOT, "%,d %s (%,.0f/s)", state.done(), state.unit(), state.done() / seconds));
    }
    if (state.done() > 0 && state.total() > 0 && state.done() * FORETOLD_FROM >= state.total()) {
      double left = seconds * (state.total() - state.done()) / state.done();
      parts.add(String.format(Locale.ROOT, "%.0f s left", Math.max(0, left)));
    } else {
      parts.add(String.format(Locale.ROOT, "%.0f s", seconds));
    }
    if (!state.more().isEmpty()) {
      parts.add(state.more());
    }
    return state.task() + ": " + String.join(", ", parts);
  }
}
