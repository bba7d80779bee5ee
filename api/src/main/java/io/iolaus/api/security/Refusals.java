package io.iolaus.api.security;

import io.iolaus.api.audit.AuditFold;
import io.iolaus.api.audit.RequestActors;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemWriter;
import io.iolaus.core.access.UserRole;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.AuditOutcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/// What is said to whoever is not let in.
@Component
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String FORBIDDEN = "forbidden";

  private final RouteMatrix matrix;
  private final ProblemWriter problems;
  private final AuditFold audit;

  Refusals(RouteMatrix matrix, ProblemWriter problems, AuditFold audit) {
    this.matrix = matrix;
    this.problems = problems;
    this.audit = audit;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    if (e instanceof PasswordHashes.BusyException) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      problems.write(response, busy());
      return;
    }
    // A challenge is due, but not Basic: browsers would ask for the password and then send it along
    // with every request, whoever caused it.
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Session realm=\"iolaus\"");
    problems.write(
        response,
        e instanceof PasswordProvider.DueException
            ? new Problem(
                HttpStatus.UNAUTHORIZED,
                "second-factor-missing",
                "A password is not enough for this user, or must be changed: log in at POST"
                    + " /api/v1/session, or send a token")
            : Problem.unauthenticated());
  }

  static Problem busy() {
    return new Problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "login-busy",
        "More people log in than can be checked at once; try again in a moment");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException {
    if (e instanceof CsrfException) {
      problems.write(
          response,
          new Problem(
              HttpStatus.FORBIDDEN,
              "csrf-token-invalid",
              "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN"));
      return;
    }
    Problem refusal = refusal(request, response);
    if (FORBIDDEN.equals(refusal.code())) {
      audit.add(
          AuditNote.of(
              RequestActors.of(request),
              AuditAct.ACCESS,
              "route",
              request.getMethod() + " " + request.getRequestURI(),
              AuditOutcome.REFUSED,
              null,
              Map.of("code", FORBIDDEN)));
    }
    problems.write(response, refusal);
  }

  private Problem refusal(HttpServletRequest request, HttpServletResponse response) {
    if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn user)) {
      return forbidden("Not allowed");
    }
    switch (user.due()) {
      case NOTHING -> {}
      case SECOND_FACTOR -> {
        return due(user, "Send a code to POST /api/v1/session/second-factor first");
      }
      case NEW_PASSWORD -> {
        return due(user, "Choose a password of your own at POST /api/v1/session/password first");
      }
      case ENROLMENT -> {
        return due(
            user,
            "A role of yours requires a second factor: begin at POST"
                + " /api/v1/session/second-factor/enrolment");
      }
    }
    List<Route> here = matrix.at(request);
    if (matrix.route(request).isPresent() || UserRole.programsOnly(user.roles())) {
      return forbidden(
          user.isToken()
              ? "Not allowed with this token"
              : "Not allowed for the roles of this user");
    }
    if (here.isEmpty()) {
      return new Problem(
          HttpStatus.NOT_FOUND, "route-not-found", "There is nothing at this address");
    }
    String methods =
        here.stream()
            .map(Route::method)
            .map(HttpMethod::name)
            .distinct()
            .collect(Collectors.joining(", "));
    response.setHeader(HttpHeaders.ALLOW, methods);
    return new Problem(
        HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Possible here: " + methods);
  }

  private static Problem due(SignedIn user, String detail) {
    return new Problem(HttpStatus.FORBIDDEN, user.due().text() + "-due", detail);
  }

  private static Problem forbidden(String detail) {
    return new Problem(HttpStatus.FORBIDDEN, FORBIDDEN, detail);
  }
}
