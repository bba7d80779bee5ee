package io.iolaus.api.security;

import io.iolaus.core.access.UserRole;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;

/// One row of the matrix: who may use a route.
///
/// @param anyone whether no login is needed
/// @param due what may be due of a user who uses it; `NOTHING` is always among it
/// @param tokens whether tokens may, with the right scope
record Route(
    HttpMethod method,
    PathPattern path,
    boolean anyone,
    Set<Due> due,
    boolean tokens,
    Set<UserRole> roles) {

  Route {
    due = Set.copyOf(due);
    roles = Set.copyOf(roles);
  }

  boolean allows(SignedIn user) {
    return due.contains(user.due())
        && (tokens || !user.isToken())
        && user.roles().stream().anyMatch(roles::contains);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
