package io.iolaus.api.security;

import java.util.Locale;
import org.springframework.security.core.Authentication;

/// What users may do.
public enum Roles {
  /// Everything.
  ADMIN,
  /// Hand over events, and see what became of them.
  INGEST,
  /// Read the figures for a monitoring system.
  METRICS;

  private String authority() {
    return "ROLE_" + name();
  }

  /// The name of the service account that has this role alone, and of its secret in the home.
  String account() {
    return name().toLowerCase(Locale.ROOT);
  }

  private boolean has(Authentication user) {
    return user.getAuthorities().stream().anyMatch(a -> authority().equals(a.getAuthority()));
  }

  /// Whether a user may hand over events and see nothing else.
  public static boolean ingestOnly(Authentication user) {
    return INGEST.has(user) && !ADMIN.has(user);
  }
}
