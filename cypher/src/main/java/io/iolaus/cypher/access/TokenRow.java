package io.iolaus.cypher.access;

import io.iolaus.core.access.UserRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A token of a user, without what would open anything.
///
/// @param owner the name of the user in whose name it acts
/// @param name what it is for, in the owner's words
/// @param scopes the roles that it acts with, as far as its owner has them
/// @param lastUsed on which day (UTC)
public record TokenRow(
    String id,
    String owner,
    String name,
    Set<UserRole> scopes,
    Instant createdAt,
    Instant expiresAt,
    @Nullable LocalDate lastUsed,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy) {

  public TokenRow {
    scopes = Set.copyOf(scopes);
  }

  /// Whether it opens anything at a moment, as long as its owner may.
  public boolean isGood(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }
}
