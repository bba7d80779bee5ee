package io.iolaus.api.cli;

import io.iolaus.api.server.PortInUseException;
import io.iolaus.cypher.audit.AuditUnavailableException;
import io.iolaus.cypher.backtest.PublishRefusedException;
import io.iolaus.cypher.database.DatabaseUnavailableException;
import io.iolaus.cypher.detector.InvalidDetectorsException;
import io.iolaus.cypher.explain.UnexplainedException;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.home.HomeException;
import io.iolaus.cypher.lease.LeaseLostException;
import io.iolaus.cypher.schema.SchemaException;
import io.iolaus.ingest.journal.JournalInUseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

/// Says in one line what went wrong and what to do.
final class Failures {

  private static final long NEXT_TO_NOTHING_MEGABYTES = 16;

  private Failures() {}

  static String explain(Throwable error, Path home) {
    if (mentions(error, "No space left on device") || mentions(error, "Disk quota exceeded")) {
      return full(home);
    }
    if (isOutOfMemory(error)) {
      return "not enough memory: the program may take "
          + (Runtime.getRuntime().maxMemory() >> 20)
          + " MB, give it more with IOLAUS_HEAP, for example 6g";
    }
    return switch (error) {
      // These know best.
      case CommandException e -> message(e);
      case DatabaseUnavailableException e -> message(e);
      case HomeException e -> message(e);
      case SchemaException e -> message(e);
      case PortInUseException e -> message(e);
      case JournalInUseException e -> message(e);
      case InvalidDetectorsException e -> message(e);
      case PublishRefusedException e -> message(e);
      case UnexplainedException e -> message(e);
      case LeaseLostException e -> message(e);
      case AuditUnavailableException e -> message(e) + ": nothing was done";
      case IllegalArgumentException e -> message(e);
      case NoSuchFileException e -> "there is no file " + e.getFile() + ": check the path";
      case AccessDeniedException e -> "no access to " + e.getFile() + ": check its owner and mode";
      case NotDirectoryException e -> e.getFile() + " is not a directory: choose another";
      case FileSystemException e -> "cannot read or write " + e.getFile() + ": " + e.getReason();
      case UncheckedIOException e -> explain(cause(e), home);
      case IOException e -> message(e);
      // A database that cannot write says so in many ways.
      case Neo4jException e when isFull(home) -> full(home);
      case ServiceUnavailableException e -> gone(home);
      case SessionExpiredException e -> gone(home);
      case TransientException e when e.code().contains("Memory") ->
          "the database ran out of memory: give it more with IOLAUS_DB_HEAP, for example 4g";
      case Neo4jException e -> "the database refused: " + message(e) + " (--debug shows where)";
      default -> "this is a fault of ours: " + message(error) + " (--debug shows where)";
    };
  }

  private static String full(Path home) {
    return "the disk that holds " + home + " is full: free some space and try again";
  }

  private static boolean isFull(Path home) {
    return Home.exists(home) && Home.at(home).usableMegabytes() < NEXT_TO_NOTHING_MEGABYTES;
  }

  private static String gone(Path home) {
    return "the database has stopped answering: nothing is lost, start it again if it is your own"
        + " and run the same command; the log of the local one is "
        + home.resolve("logs").resolve("neo4j-local.log");
  }

  private static Throwable cause(UncheckedIOException e) {
    return e.getCause() == null ? new IOException(e.getMessage()) : e.getCause();
  }

  /// Whether the heap of this program was too small, whichever thread met its end.
  private static boolean isOutOfMemory(Throwable error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (e instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  private static boolean mentions(Throwable error, String text) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (String.valueOf(e.getMessage()).contains(text)) {
        return true;
      }
    }
    return false;
  }

  /// On one line, whatever a library thought of.
  private static String message(Throwable error) {
    String message = error.getMessage();
    return message == null || message.isBlank()
        ? error.getClass().getSimpleName()
        : message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
