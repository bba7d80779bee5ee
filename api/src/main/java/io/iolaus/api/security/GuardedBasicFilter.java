package io.iolaus.api.security;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/// HTTP Basic for programs, with the same brake on guessing as the login.
class GuardedBasicFilter extends BasicAuthenticationFilter {

  /// Longer ones are nobody's; whoever makes them up must not fill the memory.
  private static final int LONGEST_NAME = 128;

  private final LoginGuard guard;
  private final ProblemWriter problems;
  private final BasicAuthenticationConverter converter = new BasicAuthenticationConverter();

  GuardedBasicFilter(
      AuthenticationManager manager,
      AuthenticationEntryPoint entry,
      LoginGuard guard,
      ProblemWriter problems) {
    super(manager, entry);
    this.guard = guard;
    this.problems = problems;
  }

  /// Whether a request brings credentials of its own, as a program does and a page of another site
  /// cannot make a browser do: browsers are never asked for Basic credentials here, and say where a
  /// request comes from.
  static boolean programme(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    return authorization != null
        && (authorization.regionMatches(true, 0, "Basic ", 0, 6)
            || authorization.regionMatches(
                true, 0, BearerFilter.SCHEME, 0, BearerFilter.SCHEME.length()))
        && request.getHeader(HttpHeaders.ORIGIN) == null
        && request.getHeader("Sec-Fetch-Site") == null
        && request.getCookies() == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getHeader(HttpHeaders.AUTHORIZATION) != null
        && !guard.allows(request.getRemoteAddr(), name(request))) {
      refuse(response, problems);
      return;
    }
    super.doFilterInternal(request, response, chain);
  }

  /// Whom the credentials name; empty where they cannot be read.
  private String name(HttpServletRequest request) {
    try {
      Authentication given = converter.convert(request);
      String name = given == null ? "" : given.getName();
      return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    } catch (BadCredentialsException e) {
      return "";
    }
  }

  static void refuse(HttpServletResponse response, ProblemWriter problems) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(LoginGuard.PENALTY.toSeconds()));
    problems.write(response, tooMany());
  }

  /// Somebody guesses, or has forgotten.
  static Problem tooMany() {
    return new Problem(
        HttpStatus.TOO_MANY_REQUESTS,
        "too-many-attempts",
        "Too many wrong passwords from this address or for this user; wait a minute");
  }

  @Override
  protected void onSuccessfulAuthentication(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication result) {
    if (result != null) {
      guard.succeeded(request.getRemoteAddr(), result.getName());
    }
  }

  @Override
  protected void onUnsuccessfulAuthentication(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failed) {
    if (failed instanceof BadCredentialsException) {
      guard.failed(request.getRemoteAddr(), name(request));
    }
  }
}
