package io.iolaus.api.security;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.audit.AuditActor;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.AuditOutcome;
import io.iolaus.cypher.access.UserOutcome;
import io.iolaus.cypher.access.UserRow;
import io.iolaus.cypher.audit.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Begins, changes and ends sessions.
@Component
public final class SessionLogin {

  private final Accounts accounts;
  private final SecurityContextRepository sessions;
  private final CsrfTokenRepository csrfTokens;
  private final LoginGuard guard;
  private final AuditLog audit;

  SessionLogin(
      Accounts accounts,
      SecurityContextRepository sessions,
      CsrfTokenRepository csrfTokens,
      LoginGuard guard,
      AuditLog audit) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.csrfTokens = csrfTokens;
    this.guard = guard;
    this.audit = audit;
  }

  /// Begins a session for who has this name and password.
  ///
  /// @throws ProblemException 401 for others, 429 for who tried too often
  public SignedIn login(
      String name, String password, HttpServletRequest request, HttpServletResponse response) {
    String address = request.getRemoteAddr();
    if (!guard.allows(address, name)) {
      throw tooMany(GuardedBasicFilter.tooMany(), LoginGuard.PENALTY);
    }
    UserRow user;
    try {
      user = accounts.known(name, password);
    } catch (PasswordHashes.BusyException e) {
      throw tooMany(Refusals.busy(), Duration.ofSeconds(5));
    } catch (AuthenticationException e) {
      guard.failed(address, name);
      throw new ProblemException(
          new Problem(
              HttpStatus.UNAUTHORIZED,
              "login-failed",
              "Wrong user or password; that of admin is in secrets/admin.password of the home"));
    }
    guard.succeeded(address, name);
    return begun(user, "password", request, response);
  }

  /// Begins a session for whom the site's identity provider vouches.
  public SignedIn vouched(UserRow user, HttpServletRequest request, HttpServletResponse response) {
    return begun(user, "sign-on", request, response);
  }

  private SignedIn begun(
      UserRow user, String by, HttpServletRequest request, HttpServletResponse response) {
    audit.append(
        AuditNote.of(
            AuditActor.of(user.name(), AuditActor.Login.SESSION, request.getRemoteAddr()),
            AuditAct.LOGIN,
            "",
            "",
            AuditOutcome.ALLOWED,
            null,
            Map.of("by", by, "due", accounts.due(user, false).text())));
    return saved(accounts.session(user, null, false), request, response);
  }

  /// Makes sure that who is logged in is still there and knows the password.
  ///
  /// @throws ProblemException 403 otherwise, 429 for who tried too often
  public void requirePassword(SignedIn user, String password, HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (!guard.allows(address, user.getName())) {
      throw tooMany(GuardedBasicFilter.tooMany(), LoginGuard.PENALTY);
    }
    if (!accounts.isPassword(user.getName(), password)) {
      guard.failed(address, user.getName());
      throw new ProblemException(
          new Problem(
              HttpStatus.FORBIDDEN, "password-wrong", "The current password is another one"));
    }
  }

  /// Goes on with a session whose user was changed by itself, under a new id; all others of the
  /// user have ended.
  public SignedIn goOn(
      SignedIn user,
      UserOutcome outcome,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!(outcome instanceof UserOutcome.Done(UserRow now))) {
      throw new IllegalStateException("a user who is logged in is there: " + outcome);
    }
    return goOn(user, now, request, response);
  }

  /// The same with the user as it is now.
  public SignedIn goOn(
      SignedIn user, UserRow now, HttpServletRequest request, HttpServletResponse response) {
    accounts.changed(now.name());
    if (!user.isSession()) {
      return user;
    }
    return saved(
        accounts.session(now, user.since(), user.due() != Due.SECOND_FACTOR), request, response);
  }

  /// Goes on with a session whose second factor was given.
  public SignedIn factorGiven(
      SignedIn user, HttpServletRequest request, HttpServletResponse response) {
    UserRow now =
        accounts
            .current(user.getName())
            .filter(row -> row.epoch() == user.epoch())
            .orElseThrow(() -> new ProblemException(Problem.unauthenticated()));
    return saved(accounts.session(now, user.since(), true), request, response);
  }

  private SignedIn saved(SignedIn user, HttpServletRequest request, HttpServletResponse response) {
    if (request.getSession(false) != null) {
      // A session from before may be known to somebody else.
      request.changeSessionId();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(user);
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
    csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
    return user;
  }

  /// Ends the session of a request.
  public void end(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    csrfTokens.saveToken(null, request, response);
  }

  /// Says when to try again.
  public static ProblemException tooMany(Problem problem, Duration pause) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds()));
    return new ProblemException(problem, headers);
  }
}
