package io.iolaus.api.problem;

import java.net.URI;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/// What went wrong, as a caller may know it.
///
/// @param code stable, for programs
/// @param detail one sentence for people, with the remedy
public record Problem(HttpStatusCode status, String code, String detail) {

  public static Problem unauthenticated() {
    return new Problem(
        HttpStatus.UNAUTHORIZED,
        "unauthenticated",
        "Log in at POST /api/v1/session, or send HTTP Basic credentials");
  }

  public static Problem databaseUnavailable() {
    return new Problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "database-unavailable",
        "The database does not answer; try again in a moment");
  }

  /// In how many seconds to try again, where that may help and nothing says it better.
  OptionalInt retryAfter() {
    return status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()
        ? OptionalInt.of(5)
        : OptionalInt.empty();
  }

  /// As RFC 9457 has it, with the code beside.
  public ProblemDetail detailed() {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setType(URI.create("about:blank"));
    body.setProperties(Map.of("code", code));
    return body;
  }
}
