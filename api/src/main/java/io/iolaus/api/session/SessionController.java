package io.iolaus.api.session;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.api.security.LoginGuard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Logging in and out with a session cookie.
@RestController
@RequestMapping("/api/v1/session")
@Tag(name = "session")
class SessionController {

  private final AuthenticationManager users;
  private final SecurityContextRepository sessions;
  private final CsrfTokenRepository csrfTokens;
  private final LoginGuard guard;

  SessionController(
      AuthenticationManager users,
      SecurityContextRepository sessions,
      CsrfTokenRepository csrfTokens,
      LoginGuard guard) {
    this.users = users;
    this.sessions = sessions;
    this.csrfTokens = csrfTokens;
    this.guard = guard;
  }

  /// Never printed: a record would show the password.
  record LoginRequest(
      @NotBlank @Size(max = 128) String username, @NotBlank @Size(max = 256) String password) {
    @Override
    public String toString() {
      return "LoginRequest[" + username + "]";
    }
  }

  record SessionResponse(String user, List<String> roles) {}

  @GetMapping
  @Operation(summary = "Who is logged in")
  SessionResponse current(Authentication user) {
    return response(user);
  }

  @PostMapping
  @Operation(summary = "Log in")
  SessionResponse login(
      @Valid @RequestBody LoginRequest login,
      HttpServletRequest request,
      HttpServletResponse response) {
    String address = request.getRemoteAddr();
    if (!guard.allows(address)) {
      response.setHeader("Retry-After", String.valueOf(LoginGuard.PENALTY.toSeconds()));
      throw new ProblemException(
          new Problem(
              HttpStatus.TOO_MANY_REQUESTS,
              "too-many-attempts",
              "Too many wrong passwords from this address; wait a minute"));
    }
    Authentication user = authenticated(login, address);
    guard.succeeded(address);
    if (request.getSession(false) != null) {
      // A session from before the login may be known to somebody else.
      request.changeSessionId();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(user);
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
    CsrfToken fresh = csrfTokens.generateToken(request);
    csrfTokens.saveToken(fresh, request, response);
    return response(user);
  }

  private Authentication authenticated(LoginRequest login, String address) {
    try {
      return users.authenticate(
          UsernamePasswordAuthenticationToken.unauthenticated(login.username(), login.password()));
    } catch (AuthenticationException e) {
      guard.failed(address);
      throw new ProblemException(
          new Problem(
              HttpStatus.UNAUTHORIZED,
              "login-failed",
              "Wrong user or password; the password is in secrets/admin.password of the home"));
    }
  }

  @DeleteMapping
  @Operation(summary = "Log out")
  ResponseEntity<Void> logout(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    csrfTokens.saveToken(null, request, response);
    return ResponseEntity.noContent().build();
  }

  private static SessionResponse response(Authentication user) {
    return new SessionResponse(
        user.getName(),
        user.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(a -> a != null && a.startsWith("ROLE_"))
            .map(a -> a.substring("ROLE_".length()).toLowerCase(Locale.ROOT))
            .sorted()
            .toList());
  }
}
