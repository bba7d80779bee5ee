package io.iolaus.api.security;

import io.iolaus.cypher.access.UserRow;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/// Users who send name and password with a request: those of whom nothing is due, for there is no
/// place to ask for it.
@Component
final class PasswordProvider implements AuthenticationProvider {

  private final Accounts accounts;

  PasswordProvider(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Authentication authenticate(Authentication login) {
    UserRow user = accounts.known(login.getName(), String.valueOf(login.getCredentials()));
    Due due = accounts.due(user, false);
    if (due != Due.NOTHING) {
      throw new DueException(due);
    }
    return SignedIn.password(user.name(), user.roles());
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  /// The password was right, and is not enough.
  static final class DueException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    DueException(Due due) {
      super("due: " + due.text());
    }
  }
}
