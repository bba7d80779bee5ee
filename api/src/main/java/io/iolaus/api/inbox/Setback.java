package io.iolaus.api.inbox;

import io.iolaus.api.problem.Problem;
import io.iolaus.ingest.journal.JournalInUseException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.springframework.http.HttpStatus;

/// Why a delivery could not be loaded this time.
///
/// @param passes whether it has nothing to do with the delivery, so that waiting will do
record Setback(Problem problem, boolean passes) {

  static Setback of(Throwable error) {
    if (error instanceof JournalInUseException) {
      return passing(
          HttpStatus.CONFLICT,
          "ingest-elsewhere",
          "Another ingest works on this home; this goes on when that is done");
    }
    if (mentions(error, "No space left on device") || mentions(error, "Disk quota exceeded")) {
      return passing(
          HttpStatus.INSUFFICIENT_STORAGE,
          "disk-full",
          "The disk of the home is full; this goes on when there is space");
    }
    if (error instanceof Neo4jException e && goesAway(e)) {
      return new Setback(Problem.databaseUnavailable(), true);
    }
    String kind = error instanceof IOException ? "home-unreadable" : "internal";
    return new Setback(
        new Problem(
            HttpStatus.INTERNAL_SERVER_ERROR,
            kind,
            "It could not be loaded (%s); the log says more. It is kept, and tried again when the server is started anew"
                .formatted(error.getClass().getSimpleName())),
        false);
  }

  private static Setback passing(HttpStatus status, String code, String detail) {
    return new Setback(new Problem(status, code, detail), true);
  }

  /// A statement that the database refuses it will refuse again; all else may pass.
  private static boolean goesAway(Neo4jException error) {
    return !(error instanceof ClientException) || error instanceof SecurityException;
  }

  private static boolean mentions(@Nullable Throwable error, String text) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (String.valueOf(e.getMessage()).contains(text)) {
        return true;
      }
    }
    return false;
  }
}
