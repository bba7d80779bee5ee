package io.iolaus.api.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.iolaus.core.access.UserName;
import io.iolaus.core.access.UserRole;
import io.iolaus.cypher.access.UserRow;
import io.iolaus.cypher.access.UserState;
import io.iolaus.cypher.access.UserStore;
import io.iolaus.cypher.home.Home;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/// Knows users by name and password, and whether a login still holds.
@Component
public final class Accounts {

  static final String PASSWORD_FILE = UserName.INSTALLATION + ".password";

  /// How soon a change that another process made is seen here.
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final UserStore users;
  private final PasswordHashes hashes;
  private final SecurityProperties properties;
  private final Clock clock;
  private final Secret installation;
  private final LoadingCache<String, Optional<UserRow>> current;

  Accounts(
      UserStore users,
      PasswordHashes hashes,
      SecurityProperties properties,
      Home home,
      Clock clock) {
    this.users = users;
    this.hashes = hashes;
    this.properties = properties;
    this.clock = clock;
    this.installation = Secret.of(home.secret(PASSWORD_FILE));
    this.current =
        Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build(users::one);
  }

  /// A user as it is now, a second old at most.
  public Optional<UserRow> current(String name) {
    return current.get(name);
  }

  /// To be called when a user was changed here.
  public void changed(String name) {
    current.invalidate(name);
  }

  /// The user who has this name and password, and may log in.
  ///
  /// @throws BadCredentialsException for anything else; why, is not told
  /// @throws PasswordHashes.BusyException when too many are at it
  UserRow known(String name, String password) throws AuthenticationException {
    boolean right;
    @Nullable UserRow user;
    if (name.equals(UserName.INSTALLATION)) {
      right = installation.is(password);
      user = current(name).orElse(null);
    } else {
      UserStore.@Nullable Credentials found = users.credentials(name).orElse(null);
      right = hashes.matches(password, found == null ? null : found.passwordHash());
      user = found == null ? null : found.user();
    }
    if (!right
        || user == null
        || user.state() != UserState.ACTIVE
        || UserRole.programsOnly(user.roles())) {
      throw new BadCredentialsException("wrong user or password");
    }
    return user;
  }

  /// Whether this is the password of a user who is logged in.
  public boolean isPassword(String name, String password) {
    return users
        .credentials(name)
        .map(found -> hashes.matches(password, found.passwordHash()))
        .orElse(false);
  }

  /// A session of a user, from now on.
  ///
  /// @param since when it was begun, null for now
  /// @param factorGiven whether a code of the second factor was given
  public SignedIn session(UserRow user, @Nullable Instant since, boolean factorGiven) {
    return SignedIn.session(
        user.name(),
        user.roles(),
        due(user, factorGiven),
        user.epoch(),
        since == null ? clock.instant() : since);
  }

  Due due(UserRow user, boolean factorGiven) {
    // Of the installation's own account nobody has a second thing besides its file, and who comes
    // by the identity provider has it there.
    boolean required =
        !user.isInstallation()
            && !user.signOn()
            && !Collections.disjoint(user.roles(), properties.secondFactorRoles());
    return Due.of(user, factorGiven, required);
  }

  /// When a session ends, however busy it is.
  public Instant end(Instant since) {
    return since.plus(properties.sessionLongest());
  }

  /// Whether a session goes on: the user is as it was when it began.
  boolean holds(SignedIn session) {
    Instant since = session.since();
    return since != null
        && clock.instant().isBefore(end(since))
        && current(session.getName())
            .filter(user -> user.state() == UserState.ACTIVE && user.epoch() == session.epoch())
            .isPresent();
  }
}
