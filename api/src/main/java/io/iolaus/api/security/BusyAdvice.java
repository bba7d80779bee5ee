package io.iolaus.api.security;

import io.iolaus.api.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Says that passwords cannot be hashed at the moment, where a route needs it.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BusyAdvice {

  private final ProblemWriter problems;

  BusyAdvice(ProblemWriter problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  void busy(PasswordHashes.BusyException e, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    problems.write(response, Refusals.busy());
  }
}
