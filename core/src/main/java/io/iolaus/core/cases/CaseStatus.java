package io.iolaus.core.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How far a case is.
public enum CaseStatus {
  /// Nobody has begun with it.
  OPEN,
  /// Somebody is at it.
  INVESTIGATING,
  /// Somebody else's answer is waited for: the clock stands.
  WAITING,
  /// Done, with an outcome: the clock stands.
  CLOSED;

  /// As it stands in the graph and in answers.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The status of that name, empty where there is none.
  public static Optional<CaseStatus> of(String text) {
    return Arrays.stream(values()).filter(status -> status.text().equals(text)).findFirst();
  }

  /// What a case may become next. A closed one is taken up again by investigating it.
  public Set<CaseStatus> next() {
    return switch (this) {
      case OPEN -> Set.of(INVESTIGATING, WAITING, CLOSED);
      case INVESTIGATING -> Set.of(OPEN, WAITING, CLOSED);
      case WAITING -> Set.of(INVESTIGATING, CLOSED);
      case CLOSED -> Set.of(INVESTIGATING);
    };
  }

  /// The same, for messages.
  public String nextNames() {
    return next().stream().sorted().map(CaseStatus::text).collect(Collectors.joining(", "));
  }

  /// Whether time does not count in it.
  public boolean clockStands() {
    return this == WAITING || this == CLOSED;
  }
}
