package io.iolaus.api.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/// Ends a request with a problem.
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient HttpHeaders headers;

  public ProblemException(Problem problem) {
    this(problem, new HttpHeaders());
  }

  /// @param headers that go with the answer, such as when to try again
  public ProblemException(Problem problem, HttpHeaders headers) {
    super(problem.detail());
    this.problem = problem;
    this.headers = headers;
  }

  public static ProblemException notFound(String code, String detail) {
    return new ProblemException(new Problem(HttpStatus.NOT_FOUND, code, detail));
  }

  public static ProblemException badParameter(String detail) {
    return new ProblemException(new Problem(HttpStatus.BAD_REQUEST, "parameter-invalid", detail));
  }

  public Problem problem() {
    return problem;
  }

  public HttpHeaders headers() {
    return headers;
  }
}
