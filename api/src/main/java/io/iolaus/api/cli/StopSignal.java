package io.iolaus.api.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns Ctrl-C and SIGTERM into a question that work can ask between two pieces of it, and holds
/// the process until it is closed.
final class StopSignal implements AutoCloseable {

  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(365);

  private final CountDownLatch done = new CountDownLatch(1);
  private final String message;
  private final Duration longest;
  private Runnable action = () -> {};
  private volatile boolean stopped;

  /// @param message said at the signal
  StopSignal(String message) {
    this(message, AS_LONG_AS_IT_TAKES);
  }

  /// @param longest how long the process is held
  StopSignal(String message, Duration longest) {
    this.message = message;
    this.longest = longest;
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  private void stop() {
    if (done.getCount() == 0) {
      return;
    }
    Console.say(message);
    act();
    try {
      if (!done.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        Console.say("stopped before all was written: it is read again next time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void act() {
    stopped = true;
    action.run();
  }

  /// Does this at the signal; at once if it has come already.
  synchronized void onStop(Runnable told) {
    action = told;
    if (stopped) {
      told.run();
    }
  }

  /// Whether the process was told to end.
  boolean isStopped() {
    return stopped;
  }

  /// Lets the process end.
  @Override
  public void close() {
    done.countDown();
  }
}
