package io.iolaus.neo4jlocal;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import org.neo4j.configuration.SettingValueParsers;

/// Runs Neo4j Community for one parent process.
///
/// Prints `READY bolt://127.0.0.1:PORT` on standard output when the database answers, and nothing
/// else there. Stops cleanly when its standard input ends, which the operating system sees to
/// however the parent dies, or on SIGTERM. What goes wrong is one line on standard error and an
/// {@link ExitStatus}.
public final class Neo4jLocal {

  // The importer refuses to work with much less.
  private static final long LEAST_OFF_HEAP = 512L << 20;

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
    ParentWatch parent = ParentWatch.start(System.in);
    prepareStore(arguments, parent);
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
    parent.awaitEnd();
    System.exit(0);
  }

  private static void prepareStore(Arguments arguments, ParentWatch parent) throws IOException {
    StoreSwap swap = new StoreSwap(arguments.data());
    swap.finish();
    Path folder = arguments.firstLoad();
    if (folder != null) {
      LastOpening.require(arguments.data(), arguments.lastOpening());
      long offHeap = SettingValueParsers.BYTES.parse(arguments.pageCache());
      parent.leaveOffWithParent(true);
      swap.replace(home -> OfflineImport.run(folder, home, Math.max(offHeap, LEAST_OFF_HEAP)));
      parent.leaveOffWithParent(false);
    }
    LastOpening.note(arguments.data());
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
