package io.iolaus.core.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How soon a case has to be done.
public enum CasePriority {
  LOW,
  NORMAL,
  HIGH,
  URGENT;

  /// As it stands in the graph and in answers.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The priority of that name, empty where there is none.
  public static Optional<CasePriority> of(String text) {
    return Arrays.stream(values()).filter(priority -> priority.text().equals(text)).findFirst();
  }
}
