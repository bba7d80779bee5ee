package io.iolaus.api.signon;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.iolaus.api.security.Accounts;
import io.iolaus.api.signon.SignOnRefusal.Reason;
import io.iolaus.core.access.UserRole;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.audit.AuditActor;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.AuditOutcome;
import io.iolaus.cypher.access.UserOutcome;
import io.iolaus.cypher.access.UserRow;
import io.iolaus.cypher.access.UserState;
import io.iolaus.cypher.access.UserStore;
import io.iolaus.cypher.audit.AuditLog;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which user here is whom the identity provider means.
///
/// Names may change owners at a provider, subjects may not (OpenID Connect Core 1.0, section 2): a
/// name counts once, at the first login, and only for a user that was made for it. A user with a
/// password is never taken over.
@Component
final class SignOnUsers {

  /// Who changes users here: no user can be called that, so that what a person disabled is told
  /// from what a lost group did.
  private static final String BY = "identity provider (sign-on)";

  private final SignOnProperties properties;
  private final UserStore users;
  private final Accounts accounts;
  private final AuditLog audit;

  SignOnUsers(SignOnProperties properties, UserStore users, Accounts accounts, AuditLog audit) {
    this.properties = properties;
    this.users = users;
    this.accounts = accounts;
    this.audit = audit;
  }

  /// The user as it is now: where groups have roles, with those of its groups.
  UserRow user(IDTokenClaimsSet claims) throws SignOnRefusal {
    requireLevel(claims);
    String subject = claims.getIssuer() + " " + claims.getSubject();
    @Nullable Set<UserRole> roles =
        properties.rolesClaim() == null
            ? null
            : properties.rolesOf(groups(claims, properties.rolesClaim()));
    Optional<UserRow> known = users.bySubject(subject);
    if (roles != null && roles.isEmpty()) {
      if (known.isPresent() && known.get().state() == UserState.ACTIVE) {
        // So that tokens end as well.
        done(
            users.change(known.get().name(), null, UserState.DISABLED, null, BY),
            AuditAct.CHANGE_USER,
            "in no group that has a role");
      }
      throw new SignOnRefusal(
          Reason.ROLES, subject + " is in no group that IOLAUS_SIGN_ON_ROLES names");
    }
    UserRow user = known.isPresent() ? known.get() : first(name(claims), subject, roles);
    if (user.state() == UserState.DISABLED && !(roles != null && BY.equals(user.changedBy()))) {
      throw new SignOnRefusal(Reason.DISABLED, user.name() + " is disabled");
    }
    if (roles != null && (!roles.equals(user.roles()) || user.state() == UserState.DISABLED)) {
      user =
          done(
              users.change(user.name(), roles, UserState.ACTIVE, null, BY),
              AuditAct.CHANGE_USER,
              "roles: " + roles);
    }
    if (UserRole.programsOnly(user.roles())) {
      throw new SignOnRefusal(Reason.ROLES, user.name() + " has only roles for programs");
    }
    return user;
  }

  private void requireLevel(IDTokenClaimsSet claims) throws SignOnRefusal {
    String level = properties.level();
    if (level != null && (claims.getACR() == null || !level.equals(claims.getACR().getValue()))) {
      throw new SignOnRefusal(
          Reason.LEVEL, "a login with acr " + level + " is asked for, was " + claims.getACR());
    }
  }

  private static List<String> groups(IDTokenClaimsSet claims, String claim) {
    List<String> groups = claims.getStringListClaim(claim);
    String one = groups == null ? claims.getStringClaim(claim) : null;
    return groups != null ? groups : one == null ? List.of() : List.of(one);
  }

  private String name(IDTokenClaimsSet claims) throws SignOnRefusal {
    String claim = properties.nameClaim();
    String name = claims.getStringClaim(claim);
    if (name == null || name.isBlank()) {
      throw new SignOnRefusal(
          Reason.UNKNOWN,
          "the token has no claim "
              + claim
              + ": name one that it has in IOLAUS_SIGN_ON_NAME_CLAIM");
    }
    if (claim.equals("email") && Boolean.FALSE.equals(claims.getBooleanClaim("email_verified"))) {
      throw new SignOnRefusal(Reason.UNKNOWN, "nobody has verified the address " + name);
    }
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /// Somebody who was never here by the provider.
  private UserRow first(String name, String subject, @Nullable Set<UserRole> roles)
      throws SignOnRefusal {
    Optional<UserRow> there = users.one(name);
    if (there.isPresent()) {
      return done(users.bind(name, subject, BY), AuditAct.CHANGE_USER, "came for the first time");
    }
    if (roles == null) {
      throw new SignOnRefusal(
          Reason.UNKNOWN,
          "there is no user %s: iolaus users add %s --sign-on".formatted(name, name));
    }
    try {
      return done(
          users.addForSignOn(name, roles, subject, BY), AuditAct.ADD_USER, "roles: " + roles);
    } catch (IllegalArgumentException e) {
      throw new SignOnRefusal(Reason.UNKNOWN, String.valueOf(e.getMessage()), e);
    }
  }

  private UserRow done(UserOutcome outcome, AuditAct act, String reason) throws SignOnRefusal {
    return switch (outcome) {
      case UserOutcome.Done(UserRow user) -> {
        accounts.changed(user.name());
        audit.append(
            AuditNote.of(
                AuditActor.of(BY, AuditActor.Login.NONE, ""),
                act,
                "user",
                user.name(),
                AuditOutcome.ALLOWED,
                reason,
                Map.of()));
        yield user;
      }
      case UserOutcome.Unknown(String name) ->
          throw new SignOnRefusal(Reason.UNKNOWN, "there is no user " + name);
      case UserOutcome.NameTaken(String name) -> throw taken(name);
      case UserOutcome.Changed(UserRow user) -> throw taken(user.name());
      case UserOutcome.LastAdministrator(String name) ->
          throw new SignOnRefusal(
              Reason.ROLES,
              name + " is the last active administrator and would lose that role: make another");
    };
  }

  private static SignOnRefusal taken(String name) {
    return new SignOnRefusal(
        Reason.TAKEN,
        "the user " + name + " has a password, or came by another login of the provider");
  }
}
