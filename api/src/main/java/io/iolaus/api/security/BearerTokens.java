package io.iolaus.api.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.iolaus.core.access.TokenText;
import io.iolaus.core.access.UserRole;
import io.iolaus.cypher.access.TokenRow;
import io.iolaus.cypher.access.TokenStore;
import io.iolaus.cypher.access.UserRow;
import io.iolaus.cypher.access.UserState;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// Whose a bearer token is: a user's, or of an account of the installation.
@Component
public final class BearerTokens {

  /// A program that sends hundreds of requests at once asks the database once who it is.
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final ServiceAccounts services;
  private final LoadingCache<TokenText, Optional<TokenRow>> tokens;
  private final Accounts accounts;
  private final RouteMatrix matrix;

  BearerTokens(ServiceAccounts services, TokenStore tokens, Accounts accounts, RouteMatrix matrix) {
    this.services = services;
    this.tokens =
        Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build(tokens::good);
    this.accounts = accounts;
    this.matrix = matrix;
  }

  /// To be called when a token was revoked here.
  public void changed() {
    tokens.invalidateAll();
  }

  /// Who sends it, with the scopes that its owner still may have.
  Optional<Authentication> user(String bearer) {
    if (!TokenText.looksLike(bearer)) {
      return services.bySecret(bearer);
    }
    return TokenText.parse(bearer).flatMap(tokens::get).flatMap(this::signedIn);
  }

  private Optional<Authentication> signedIn(TokenRow token) {
    return accounts
        .current(token.owner())
        .filter(owner -> owner.state() == UserState.ACTIVE)
        .map(owner -> SignedIn.token(owner.name(), scopes(token, owner)));
  }

  private Set<UserRole> scopes(TokenRow token, UserRow owner) {
    return matrix.within(token.scopes(), owner.roles());
  }
}
