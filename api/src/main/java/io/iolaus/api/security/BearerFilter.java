package io.iolaus.api.security;

import io.iolaus.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/// `Authorization: Bearer …` for tokens and the accounts of programs, with the same brake on
/// guessing.
class BearerFilter extends OncePerRequestFilter {

  static final String SCHEME = "Bearer ";

  private final BearerTokens tokens;
  private final AuthenticationEntryPoint entry;
  private final LoginGuard guard;
  private final ProblemWriter problems;

  BearerFilter(
      BearerTokens tokens,
      AuthenticationEntryPoint entry,
      LoginGuard guard,
      ProblemWriter problems) {
    this.tokens = tokens;
    this.entry = entry;
    this.guard = guard;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = request.getRemoteAddr();
    if (!guard.allows(address)) {
      GuardedBasicFilter.refuse(response, problems);
      return;
    }
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    Optional<Authentication> user = tokens.user(header.substring(SCHEME.length()).strip());
    if (user.isEmpty()) {
      guard.failed(address);
      entry.commence(request, response, new BadCredentialsException("wrong secret"));
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(user.get());
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }
}
