package io.iolaus.api.security;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemWriter;
import io.iolaus.api.server.ServerOptions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers to the names this server goes by and to no other: a page elsewhere whose name is pointed
/// at this machine (DNS rebinding) gets nothing. A server that is open to others checks only the
/// names it was told.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HostFilter extends OncePerRequestFilter {

  private final boolean checks;
  private final Set<String> names;
  private final ProblemWriter problems;

  HostFilter(ServerOptions options, SecurityProperties properties, ProblemWriter problems) {
    this.problems = problems;
    boolean loopback = loopback(options.address());
    Set<String> allowed = new HashSet<>();
    properties.allowedHosts().forEach(h -> allowed.add(h.toLowerCase(Locale.ROOT)));
    this.checks = loopback || !allowed.isEmpty();
    if (loopback) {
      allowed.addAll(Set.of("localhost", "127.0.0.1", "[::1]", "::1"));
    }
    allowed.add(options.address().toLowerCase(Locale.ROOT));
    this.names = Set.copyOf(allowed);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (checks && !names.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
      problems.write(
          response,
          new Problem(
              HttpStatus.MISDIRECTED_REQUEST,
              "host-unknown",
              "This server does not go by that name; name it in IOLAUS_ALLOWED_HOSTS if it should"));
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean loopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
