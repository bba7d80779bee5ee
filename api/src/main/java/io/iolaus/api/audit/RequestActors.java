package io.iolaus.api.audit;

import io.iolaus.core.audit.AuditActor;
import io.iolaus.core.audit.AuditActor.Login;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who makes a request.
public final class RequestActors {

  private static final String NOBODY = "-";

  private RequestActors() {}

  /// The login, how it was shown, and where from.
  public static AuditActor of(HttpServletRequest request) {
    Authentication user = SecurityContextHolder.getContext().getAuthentication();
    if (user == null || user instanceof AnonymousAuthenticationToken) {
      return stranger(request.getRemoteAddr());
    }
    return AuditActor.of(user.getName(), login(request), request.getRemoteAddr());
  }

  /// Somebody who has not shown who they are. What they call themselves is left out: people type
  /// passwords into the field for the name.
  public static AuditActor stranger(String address) {
    return AuditActor.of(NOBODY, Login.NONE, address);
  }

  private static Login login(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return Login.SESSION;
    }
    return header.toLowerCase(Locale.ROOT).startsWith("bearer ") ? Login.BEARER : Login.BASIC;
  }
}
