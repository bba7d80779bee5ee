package io.iolaus.api.security;

import io.iolaus.core.access.UserRole;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Roles as people write them.
public final class RoleNames {

  private RoleNames() {}

  /// The roles that are written so.
  ///
  /// @param what they are, for whoever got one wrong
  /// @throws IllegalArgumentException that says which roles there are
  public static Set<UserRole> roles(String what, Collection<String> texts) {
    Set<UserRole> roles = EnumSet.noneOf(UserRole.class);
    for (String text : texts) {
      roles.add(
          UserRole.of(text)
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      what
                          + " must be of "
                          + Arrays.stream(UserRole.values())
                              .map(UserRole::text)
                              .collect(Collectors.joining(", "))
                          + ", was "
                          + text)));
    }
    return roles;
  }
}
