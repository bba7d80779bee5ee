package io.iolaus.api.problem;

import java.net.URI;
import java.util.Map;
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

  /// As RFC 9457 has it, with the code beside.
  public ProblemDetail detailed() {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setType(URI.create("about:blank"));
    body.setProperties(Map.of("code", code));
    return body;
  }
}
