package io.iolaus.cypher.access;

import io.iolaus.core.access.UserName;
import io.iolaus.core.access.UserRole;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A user, without what is secret of it.
///
/// @param version goes up with each change that somebody makes to it
/// @param epoch goes up when all its sessions end
/// @param passwordDue whether the password was given by somebody else and must be changed
/// @param secondFactor whether one was set up
/// @param recoveryCodes whether it has any; how many is sealed with them
/// @param signOn whether the site's identity provider says who this is, instead of a password
/// @param subject whom the provider means by it, null until the first login
/// @param createdAt null of the installation's own account
public record UserRow(
    String id,
    String name,
    Set<UserRole> roles,
    UserState state,
    long version,
    long epoch,
    boolean passwordDue,
    boolean secondFactor,
    boolean recoveryCodes,
    boolean signOn,
    @Nullable String subject,
    @Nullable Instant createdAt,
    @Nullable String createdBy,
    @Nullable Instant changedAt,
    @Nullable String changedBy,
    @Nullable Instant passwordAt) {

  public UserRow {
    roles = Set.copyOf(roles);
  }

  /// The installation's own administrator as it is before anybody has changed it: its password is a
  /// file of the home, and nothing of it is in the graph.
  static UserRow installation() {
    return new UserRow(
        UserName.INSTALLATION,
        UserName.INSTALLATION,
        EnumSet.of(UserRole.ADMINISTRATOR),
        UserState.ACTIVE,
        0,
        0,
        false,
        false,
        false,
        false,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /// Whether this is the installation's own account.
  public boolean isInstallation() {
    return name.equals(UserName.INSTALLATION);
  }

  boolean administers() {
    return state == UserState.ACTIVE && roles.contains(UserRole.ADMINISTRATOR);
  }
}
