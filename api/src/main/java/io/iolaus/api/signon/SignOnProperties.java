package io.iolaus.api.signon;

import io.iolaus.api.security.RoleNames;
import io.iolaus.core.access.UserRole;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How people log in by the site's identity provider.
///
/// @param issuer of its tokens; its description is at `/.well-known/openid-configuration` below it;
///   null: people log in with passwords alone
/// @param client what the provider knows this installation as
/// @param publicClient whether it knows it without a secret; else that is `secrets/sign-on.secret`
/// @param name what the provider is called on the log-in page
/// @param redirect where the provider sends people back to, null for below the address they came to
/// @param scopes what is asked for besides `openid`
/// @param nameClaim which claim is the user's name here
/// @param rolesClaim which claim holds the user's groups; null: administrators make the users and
///   give them roles
/// @param roles which group has which role: `GROUP=ROLE`
/// @param level the `acr` that a login must have, null for any
@ConfigurationProperties("iolaus.sign-on")
record SignOnProperties(
    @Nullable URI issuer,
    @DefaultValue("") String client,
    @DefaultValue("false") boolean publicClient,
    @DefaultValue("single sign-on") String name,
    @Nullable URI redirect,
    @DefaultValue({"profile", "email"}) List<String> scopes,
    @DefaultValue("preferred_username") String nameClaim,
    @Nullable String rolesClaim,
    @DefaultValue List<String> roles,
    @Nullable String level) {

  private static final String WHERE =
      "IOLAUS_SIGN_ON_%s must be an https address (http for this machine alone), was %s";

  SignOnProperties {
    issuer = issuer == null || issuer.toString().isBlank() ? null : issuer;
    redirect = redirect == null || redirect.toString().isBlank() ? null : redirect;
    rolesClaim = rolesClaim == null || rolesClaim.isBlank() ? null : rolesClaim;
    level = level == null || level.isBlank() ? null : level;
    scopes = List.copyOf(scopes);
    roles = List.copyOf(roles);
    if (issuer != null) {
      if (!safe(issuer)) {
        throw new IllegalArgumentException(WHERE.formatted("ISSUER", issuer));
      }
      if (redirect != null && !safe(redirect)) {
        throw new IllegalArgumentException(WHERE.formatted("REDIRECT", redirect));
      }
      if (client.isBlank()) {
        throw new IllegalArgumentException(
            "IOLAUS_SIGN_ON_CLIENT is missing: what the identity provider knows this as");
      }
      if ((rolesClaim == null) != roles.isEmpty()) {
        throw new IllegalArgumentException(
            "IOLAUS_SIGN_ON_ROLES_CLAIM and IOLAUS_SIGN_ON_ROLES go together: the claim that holds"
                + " groups, and GROUP=ROLE for each, with commas between");
      }
      byGroup(roles); // Says now what is wrong with one.
    }
  }

  /// Whether what is said there can be read and changed by nobody on the way.
  static boolean safe(URI address) {
    String host = address.getHost();
    if (host == null || address.getUserInfo() != null || address.getFragment() != null) {
      return false;
    }
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme()) && thisMachine(host));
  }

  private static boolean thisMachine(String host) {
    try {
      return (host.equals("localhost") || host.matches("[0-9.]+|\\[[0-9a-fA-F:]+]"))
          && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  boolean on() {
    return issuer != null;
  }

  /// What the provider says who somebody is, where that is on.
  URI requiredIssuer() {
    if (issuer == null) {
      throw new IllegalStateException("there is no identity provider");
    }
    return issuer;
  }

  /// The roles of who is in these groups.
  Set<UserRole> rolesOf(Collection<String> groups) {
    Map<String, Set<UserRole>> known = byGroup(roles);
    Set<UserRole> found = EnumSet.noneOf(UserRole.class);
    groups.forEach(group -> found.addAll(known.getOrDefault(group, Set.of())));
    return found;
  }

  private static Map<String, Set<UserRole>> byGroup(List<String> pairs) {
    Map<String, Set<UserRole>> roles = new HashMap<>();
    for (String pair : pairs) {
      int at = pair.lastIndexOf('=');
      if (at < 1) {
        throw new IllegalArgumentException(
            "IOLAUS_SIGN_ON_ROLES must be GROUP=ROLE, with commas between, was " + pair);
      }
      roles
          .computeIfAbsent(pair.substring(0, at).strip(), group -> EnumSet.noneOf(UserRole.class))
          .addAll(
              RoleNames.roles(
                  "a role of IOLAUS_SIGN_ON_ROLES", List.of(pair.substring(at + 1).strip())));
    }
    return roles;
  }
}
