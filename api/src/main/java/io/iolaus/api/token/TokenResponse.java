package io.iolaus.api.token;

import io.iolaus.core.access.UserRole;
import io.iolaus.cypher.access.TokenRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A token, without what would open anything.
///
/// @param standing `good`, `expired`, `revoked` or `owner-disabled`
/// @param lastUsed on which day (UTC)
record TokenResponse(
    String id,
    String owner,
    String name,
    List<String> scopes,
    String standing,
    Instant createdAt,
    Instant expiresAt,
    @Nullable LocalDate lastUsed,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy) {

  TokenResponse {
    scopes = List.copyOf(scopes);
  }

  static TokenResponse of(TokenRow token, boolean ownerActive, Instant now) {
    return new TokenResponse(
        token.id(),
        token.owner(),
        token.name(),
        token.scopes().stream().sorted().map(UserRole::text).toList(),
        standing(token, ownerActive, now),
        token.createdAt(),
        token.expiresAt(),
        token.lastUsed(),
        token.revokedAt(),
        token.revokedBy());
  }

  private static String standing(TokenRow token, boolean ownerActive, Instant now) {
    if (token.revokedAt() != null) {
      return "revoked";
    }
    if (!token.isGood(now)) {
      return "expired";
    }
    return ownerActive ? "good" : "owner-disabled";
  }
}
