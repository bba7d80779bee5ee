package io.iolaus.api.security;

import io.iolaus.cypher.home.Home;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/// The accounts of programs that do one thing: `ingest` and `metrics`, each with a secret generated
/// into the home. They come with every request, by name and secret or by the secret alone; they
/// cannot log in.
///
/// The secrets have 128 random bits: a plain digest of them cannot be searched, and a request costs
/// no slow hash.
@Component
final class ServiceAccounts implements AuthenticationProvider {

  private final Map<Roles, byte[]> digests = new EnumMap<>(Roles.class);

  ServiceAccounts(Home home) {
    for (Roles role : List.of(Roles.INGEST, Roles.METRICS)) {
      digests.put(role, digest(home.secret(role.account() + ".password")));
    }
  }

  /// Whose secret this is.
  Optional<Authentication> bySecret(String secret) {
    byte[] given = digest(secret);
    Optional<Authentication> found = Optional.empty();
    for (Map.Entry<Roles, byte[]> account : digests.entrySet()) {
      if (MessageDigest.isEqual(given, account.getValue())) {
        found = Optional.of(authenticated(account.getKey()));
      }
    }
    return found;
  }

  private static Authentication authenticated(Roles role) {
    return UsernamePasswordAuthenticationToken.authenticated(
        role.account(), null, List.of(new SimpleGrantedAuthority("ROLE_" + role)));
  }

  /// Null for users of other kinds.
  @Override
  public @Nullable Authentication authenticate(Authentication login) {
    for (Map.Entry<Roles, byte[]> account : digests.entrySet()) {
      if (account.getKey().account().equals(login.getName())) {
        if (MessageDigest.isEqual(
            digest(String.valueOf(login.getCredentials())), account.getValue())) {
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

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
