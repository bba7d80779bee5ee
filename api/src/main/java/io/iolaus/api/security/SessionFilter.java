package io.iolaus.api.security;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends sessions whose user is no longer what it was, and those that are too old. Answers for the
/// filters behind it when they cannot ask the database who somebody is.
class SessionFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(SessionFilter.class);

  private final Accounts accounts;
  private final ProblemWriter problems;

  SessionFilter(Accounts accounts, ProblemWriter problems) {
    this.accounts = accounts;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn session
          && !accounts.holds(session)) {
        HttpSession old = request.getSession(false);
        if (old != null) {
          old.invalidate();
        }
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
      }
      chain.doFilter(request, response);
    } catch (Neo4jException e) {
      // What happens in a route is answered there.
      if (!(e instanceof RetryableException)) {
        throw e;
      }
      log.warn("the database does not answer: {}", e.getMessage());
      problems.write(response, Problem.databaseUnavailable());
    }
  }
}
