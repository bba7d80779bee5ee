package io.iolaus.api.session;

import io.iolaus.api.security.Accounts;
import io.iolaus.api.security.Due;
import io.iolaus.api.security.SignedIn;
import io.iolaus.core.access.UserName;
import io.iolaus.core.access.UserRole;
import io.iolaus.cypher.access.UserRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is logged in.
///
/// @param due what has to be done before anything else: `second-factor`, `new-password`,
///   `enrolment`, or null
/// @param secondFactor whether the user has one
/// @param signOn whether the site's identity provider says who this is, instead of a password
/// @param installation whether it is the installation's own administrator
/// @param endsAt when the session ends however busy it is; null without a session
record SessionResponse(
    String user,
    List<String> roles,
    @Nullable String due,
    boolean secondFactor,
    boolean signOn,
    boolean installation,
    @Nullable Instant endsAt) {

  SessionResponse {
    roles = List.copyOf(roles);
  }

  static SessionResponse of(SignedIn user, Accounts accounts) {
    Instant since = user.since();
    Optional<UserRow> row = accounts.current(user.getName());
    return new SessionResponse(
        user.getName(),
        user.roles().stream().sorted().map(UserRole::text).toList(),
        user.due() == Due.NOTHING ? null : user.due().text(),
        row.map(UserRow::secondFactor).orElse(false),
        row.map(UserRow::signOn).orElse(false),
        user.getName().equals(UserName.INSTALLATION),
        since == null ? null : accounts.end(since));
  }
}
