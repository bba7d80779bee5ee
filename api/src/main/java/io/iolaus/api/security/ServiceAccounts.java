package io.iolaus.api.security;

import io.iolaus.core.access.UserRole;
import io.iolaus.cypher.home.Home;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// The installation's own accounts for programs that do one thing: `ingest` and `metrics`, each
/// with a secret generated into the home. They come with every request, by name and secret or by
/// the secret alone; they cannot log in.
@Component
final class ServiceAccounts implements AuthenticationProvider {

  private final Map<UserRole, Secret> secrets = new EnumMap<>(UserRole.class);

  ServiceAccounts(Home home) {
    for (UserRole role : List.of(UserRole.INGEST, UserRole.METRICS)) {
      secrets.put(role, Secret.of(home.secret(role.text() + ".password")));
    }
  }

  /// Whose secret this is.
  Optional<Authentication> bySecret(String secret) {
    Optional<Authentication> found = Optional.empty();
    for (Map.Entry<UserRole, Secret> account : secrets.entrySet()) {
      if (account.getValue().is(secret)) {
        found = Optional.of(authenticated(account.getKey()));
      }
    }
    return found;
  }

  private static Authentication authenticated(UserRole role) {
    return SignedIn.service(role.text(), role);
  }

  /// Null for users of other kinds.
  @Override
  public @Nullable Authentication authenticate(Authentication login) {
    for (Map.Entry<UserRole, Secret> account : secrets.entrySet()) {
      if (account.getKey().text().equals(login.getName())) {
        if (account.getValue().is(String.valueOf(login.getCredentials()))) {
          return authenticated(account.getKey());
        }
        throw new BadCredentialsException("wrong secret");
      }
    }
    return null;
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
