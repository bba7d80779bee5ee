package io.iolaus.core.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What somebody decided.
public enum DecisionKind {
  /// Two accounts, or an account and a cluster, are one operator's.
  SAME,
  /// They are not.
  DIFFERENT,
  /// Nobody can tell: takes back what the same person said before, and has no other effect.
  UNSURE,
  /// A cluster is what it looks like: who is labelled in it is fraudulent. Or these accounts are.
  CONFIRMED,
  /// A cluster is not: its accounts are legitimate. Or these accounts are.
  FALSE_POSITIVE;

  /// As it stands in the graph and in answers: `false-positive`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind of that name, empty where there is none.
  public static Optional<DecisionKind> of(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
  }

  /// All names, for messages.
  public static String names() {
    return Arrays.stream(values()).map(DecisionKind::text).collect(Collectors.joining(", "));
  }

  /// Whether it judges: it is about a whole cluster, or about accounts each for itself.
  public boolean ofClusters() {
    return this == CONFIRMED || this == FALSE_POSITIVE;
  }
}
