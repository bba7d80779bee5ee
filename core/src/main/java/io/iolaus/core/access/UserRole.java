package io.iolaus.core.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// What a user, or a token of a user, may do. Which routes that opens stands in one file, the route
/// matrix of the server.
public enum UserRole {
  /// Reads what was found.
  VIEWER,
  /// Investigates: reads, decides, starts runs.
  ANALYST,
  /// Leads analysts: suppresses as well, approves and retires detectors.
  LEAD,
  /// Puts detectors forward, approves those of others.
  DETECTOR_AUTHOR,
  /// Shares findings with others outside.
  SHARING_OFFICER,
  /// Reads everything, users and their roles included, and changes nothing.
  AUDITOR,
  /// Hands over events, and sees what became of them; for programs.
  INGEST,
  /// Reads the figures for a monitoring system; for programs.
  METRICS,
  /// Everything, users included.
  ADMINISTRATOR;

  /// As it is written: `detector-author`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The role that is written so.
  public static Optional<UserRole> of(String text) {
    return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
  }

  /// Whether it is made for programs, which bring a token or a secret with each request and never
  /// log in.
  public boolean isForPrograms() {
    return this == INGEST || this == METRICS;
  }

  /// Whether these roles are for programs alone.
  public static boolean programsOnly(Collection<UserRole> roles) {
    return roles.stream().allMatch(UserRole::isForPrograms);
  }
}
