package io.iolaus.api.security;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses parameters that cannot be read before anybody asks for one: the container finds out only
/// then, wherever that is.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class QueryFilter extends OncePerRequestFilter {

  private static final Pattern BROKEN = Pattern.compile("%(?![0-9a-fA-F]{2})");

  /// Of other requests that would read the body, which is the route's.
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE");

  private final ProblemWriter problems;

  QueryFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (readable(request)) {
      chain.doFilter(request, response);
    } else {
      problems.write(
          response,
          new Problem(
              HttpStatus.BAD_REQUEST,
              "parameter-invalid",
              "The parameters of the address cannot be read: each % stands before two hexadecimal"
                  + " digits, text is UTF-8, and there are at most 1,000"));
    }
  }

  private static boolean readable(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query == null) {
      return true;
    }
    if (BROKEN.matcher(query).find()) {
      return false;
    }
    try {
      return !WITHOUT_BODY.contains(request.getMethod()) || request.getParameterMap() != null;
    } catch (InvalidParameterException e) {
      return false;
    }
  }
}
