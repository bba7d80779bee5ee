package io.iolaus.core.lineage;

import java.util.Locale;

/// Why an account joined or left a cluster.
public enum Change {
  /// Joined: nobody had seen it before.
  NEW("new"),
  /// Joined: it was known, and what it does now ties it.
  EVIDENCE("by new evidence"),
  /// Joined or left: for or from another cluster.
  MOVED("of another cluster"),
  /// Left: it did nothing within the window.
  EXPIRED("silent for the whole window"),
  /// Left: people decided that it is legitimate, or not of the cluster.
  DECIDED("by decision"),
  /// Left: it was deleted.
  DELETED("deleted"),
  /// Left: the lines that spoke of it were withdrawn.
  WITHDRAWN("withdrawn"),
  /// Left: what tied it is worth less, or is gone.
  WEAKER("tied too weakly");

  private final String phrase;

  Change(String phrase) {
    this.phrase = phrase;
  }

  /// As it stands in the graph and in answers.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// For people: stands behind a number.
  String phrase() {
    return phrase;
  }
}
