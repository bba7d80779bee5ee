package io.iolaus.api.security;

import io.iolaus.core.access.UserRole;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// Who a request comes from, and what it may do. Holds no password and no token.
public final class SignedIn extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  /// How somebody showed who they are.
  enum By {
    SESSION,
    PASSWORD,
    TOKEN,
    SERVICE
  }

  private final String user;
  private final Set<UserRole> roles;
  private final By by;
  private final Due due;
  private final long epoch;
  private final @Nullable Instant since;

  private SignedIn(
      String user,
      Collection<UserRole> roles,
      By by,
      Due due,
      long epoch,
      @Nullable Instant since) {
    super(roles.stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList());
    this.user = user;
    this.roles = Set.copyOf(roles);
    this.by = by;
    this.due = due;
    this.epoch = epoch;
    this.since = since;
    setAuthenticated(true);
  }

  /// A login that lasts.
  ///
  /// @param epoch of the user: a later one ends it
  static SignedIn session(
      String user, Collection<UserRole> roles, Due due, long epoch, Instant since) {
    return new SignedIn(user, roles, By.SESSION, due, epoch, since);
  }

  /// A request that brings a name and password.
  static SignedIn password(String user, Collection<UserRole> roles) {
    return new SignedIn(user, roles, By.PASSWORD, Due.NOTHING, 0, null);
  }

  /// A request that brings a token.
  static SignedIn token(String owner, Collection<UserRole> scopes) {
    return new SignedIn(owner, scopes, By.TOKEN, Due.NOTHING, 0, null);
  }

  /// A program of the installation itself.
  static SignedIn service(String account, UserRole role) {
    return new SignedIn(account, Set.of(role), By.SERVICE, Due.NOTHING, 0, null);
  }

  public Set<UserRole> roles() {
    return roles;
  }

  public Due due() {
    return due;
  }

  /// When the login was, null without a session.
  public @Nullable Instant since() {
    return since;
  }

  long epoch() {
    return epoch;
  }

  boolean isSession() {
    return by == By.SESSION;
  }

  boolean isToken() {
    return by == By.TOKEN;
  }

  public boolean administers() {
    return roles.contains(UserRole.ADMINISTRATOR);
  }

  /// Whether a user may hand over events and see nothing else.
  public static boolean ingestOnly(Authentication user) {
    return user instanceof SignedIn in && UserRole.programsOnly(in.roles);
  }

  @Override
  public String getPrincipal() {
    return user;
  }

  /// Nothing: what was shown is not kept.
  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
