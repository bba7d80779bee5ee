package io.iolaus.api.security;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemWriter;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// A process without the role `api` says whether it is well and how much it does, and with the role
/// `ingest` takes in events; it answers to nothing else.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RoleFilter extends OncePerRequestFilter {

  private static final Pattern ALWAYS = Pattern.compile("/api/v1/(health|metrics)");

  private static final Pattern INGEST =
      Pattern.compile("/api/v1/(health|metrics|events|batches(/[^/]+(/rejections)?)?)");

  private static final Pattern ALL = Pattern.compile(".*", Pattern.DOTALL);

  private final Pattern answers;
  private final ProblemWriter problems;

  RoleFilter(ServerOptions options, ProblemWriter problems) {
    Set<Role> roles = options.roles();
    this.answers = roles.contains(Role.API) ? ALL : roles.contains(Role.INGEST) ? INGEST : ALWAYS;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (answers.matcher(request.getRequestURI()).matches()) {
      chain.doFilter(request, response);
    } else {
      problems.write(
          response,
          new Problem(
              HttpStatus.NOT_FOUND,
              "role-missing",
              "This process runs without the role api: ask one that was started with --roles=api"));
    }
  }
}
