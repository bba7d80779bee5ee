package io.iolaus.api.user;

import io.iolaus.core.access.UserRole;
import io.iolaus.cypher.access.UserRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A user.
///
/// @param state `active` or `disabled`
/// @param version goes up with each change; what `If-Match` asks for
/// @param passwordDue whether the password was given out and must be changed at the next login
/// @param signOn whether the site's identity provider says who this is, instead of a password
/// @param installation whether it is the installation's own administrator
record UserResponse(
    String name,
    List<String> roles,
    String state,
    long version,
    boolean passwordDue,
    boolean secondFactor,
    boolean signOn,
    boolean installation,
    @Nullable Instant createdAt,
    @Nullable String createdBy,
    @Nullable Instant changedAt,
    @Nullable String changedBy,
    @Nullable Instant passwordAt) {

  UserResponse {
    roles = List.copyOf(roles);
  }

  static UserResponse of(UserRow user) {
    return new UserResponse(
        user.name(),
        user.roles().stream().sorted().map(UserRole::text).toList(),
        user.state().text(),
        user.version(),
        user.passwordDue(),
        user.secondFactor(),
        user.signOn(),
        user.isInstallation(),
        user.createdAt(),
        user.createdBy(),
        user.changedAt(),
        user.changedBy(),
        user.passwordAt());
  }
}
