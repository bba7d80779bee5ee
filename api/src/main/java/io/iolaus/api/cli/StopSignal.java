package io.iolaus.api.cli;

import java.util.concurrent.CountDownLatch;

/// Turns Ctrl-C and SIGTERM into a question that work can ask between two pieces of it, and holds
/// the process until it is closed.
final class StopSignal implements AutoCloseable {

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean stopped;

  StopSignal(String message) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (done.getCount() > 0) {
                    stopped = true;
                    Console.say(message);
                    awaitDone();
                  }
                },
                "stop"));
  }

  private void awaitDone() {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
