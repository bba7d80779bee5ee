package io.iolaus.api.security;

import io.iolaus.cypher.access.UserRow;
import java.util.Locale;

/// What a user who gave the right password has to do before anything else.
public enum Due {
  NOTHING,
  /// Give a code of the second factor.
  SECOND_FACTOR,
  /// Choose a password that nobody else knows.
  NEW_PASSWORD,
  /// Set up a second factor, which a role of the user requires.
  ENROLMENT;

  /// As it is written: `second-factor`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What is due of a user.
  ///
  /// @param factorGiven whether a code of the second factor was given
  /// @param required whether a role of the user requires one
  static Due of(UserRow user, boolean factorGiven, boolean required) {
    if (user.secondFactor() && !factorGiven) {
      return SECOND_FACTOR;
    }
    if (user.passwordDue()) {
      return NEW_PASSWORD;
    }
    return required && !user.secondFactor() ? ENROLMENT : NOTHING;
  }
}
