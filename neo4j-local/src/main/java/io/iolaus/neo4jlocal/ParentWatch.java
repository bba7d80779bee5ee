package io.iolaus.neo4jlocal;

import java.io.IOException;
import java.io.InputStream;

/// Sees the parent go: its end of our standard input closes, however it dies.
final class ParentWatch {

  private final Thread thread;
  private volatile boolean worthNothing;

  private ParentWatch(InputStream input) {
    thread = Thread.ofPlatform().name("parent").daemon(true).unstarted(() -> read(input));
  }

  static ParentWatch start(InputStream input) {
    ParentWatch watch = new ParentWatch(input);
    watch.thread.start();
    return watch;
  }

  /// What is done from now on is of no use without the parent, and may be left off anywhere.
  void leaveOffWithParent(boolean value) {
    worthNothing = value;
  }

  /// Returns when the parent is gone.
  void awaitEnd() throws IOException {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IOException("interrupted, stopping", e);
    }
  }

  private void read(InputStream input) {
    byte[] ignored = new byte[256];
    try {
      while (input.read(ignored) >= 0) {
        // What the parent may write says nothing; only the end counts.
      }
    } catch (IOException e) {
      System.err.println("standard input failed, stopping: " + e.getMessage());
    }
    if (worthNothing) {
      Runtime.getRuntime().halt(ExitStatus.FAILED.code());
    }
  }
}
