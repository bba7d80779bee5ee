package io.iolaus.api.problem;

import org.springframework.http.HttpStatus;

/// Ends a request with a problem.
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
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
}
