package io.iolaus.neo4jlocal;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;

/// Runs Neo4j Community for one parent process.
///
/// Prints `READY bolt://127.0.0.1:PORT` on standard output when the database answers, and nothing
/// else there. Stops cleanly when its standard input ends, which the operating system sees to
/// however the parent dies, or on SIGTERM. What goes wrong is one line on standard error and an
/// {@link ExitStatus}.
public final class Neo4jLocal {

  private Neo4jLocal() {}

  /// The program; see {@link Arguments} for what it takes.
  public static void main(String[] args) {
    try {
      run(Arguments.parse(args));
    } catch (Failure e) {
      exit(e.status(), e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      if (causedBy(BindException.class, e)) {
        exit(ExitStatus.PORT_IN_USE, "the port is in use", e);
      }
      exit(ExitStatus.FAILED, String.valueOf(rootOf(e).getMessage()), e);
    }
  }

  private static void run(Arguments arguments) throws IOException {
    TerminalSignals.ignore();
    DataFolderLock lock = DataFolderLock.acquire(arguments.data());
    Database database = Database.start(arguments);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  database.close();
                  lock.close();
                },
                "stop"));
    System.out.println("READY bolt://127.0.0.1:" + database.boltPort());
    awaitEnd(System.in);
    System.exit(0);
  }

  private static void awaitEnd(InputStream input) {
    byte[] ignored = new byte[256];
    try {
      while (input.read(ignored) >= 0) {
        // What the parent may write says nothing; only the end counts.
      }
    } catch (IOException e) {
      System.err.println("standard input failed, stopping: " + e.getMessage());
    }
  }

  private static Throwable rootOf(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static boolean causedBy(Class<? extends Throwable> type, Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static void exit(ExitStatus status, String message, Throwable error) {
    error.printStackTrace();
    System.err.println("neo4j-local: " + message);
    System.exit(status.code());
  }
}
