package io.iolaus.api.load;

import io.iolaus.api.load.LoadGuard.Outcome;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemWriter;
import io.iolaus.cypher.read.Deadline;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands behind the login: whoever is let in waits here for a place, and is told by when to be
/// done.
public final class LoadFilter extends OncePerRequestFilter {

  private final LoadGuard guard;
  private final ProblemWriter problems;

  public LoadFilter(LoadGuard guard, ProblemWriter problems) {
    this.guard = guard;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication user = SecurityContextHolder.getContext().getAuthentication();
    RequestKind kind = RequestKind.of(request);
    // Strangers get the page and the login, which brakes them by itself.
    if (kind == RequestKind.FREE || user == null || user instanceof AnonymousAuthenticationToken) {
      chain.doFilter(request, response);
      return;
    }
    switch (admitted(kind, user.getName())) {
      case Outcome.Refused(Problem problem, long seconds) -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        problems.write(response, problem);
      }
      case Outcome.Admitted(Bulkhead.Entry.Place place, Duration longest) -> {
        try (place) {
          within(longest, request, response, chain);
        }
      }
    }
  }

  private Outcome admitted(RequestKind kind, String user) throws ServletException {
    try {
      return guard.admit(kind, user);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServletException("the server is closing", e);
    }
  }

  private static void within(
      Duration longest, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      Deadline.within(
          longest,
          () -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
