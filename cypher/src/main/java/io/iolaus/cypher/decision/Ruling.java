package io.iolaus.cypher.decision;

import io.iolaus.core.decision.DecisionKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wants to decide.
///
/// @param reason for those who read it later
/// @param accounts two, one beside a cluster, or none; those that are judged each for itself
/// @param cluster null for two accounts
/// @param at when it was decided; null: at the graph's own time
public record Ruling(
    DecisionKind kind,
    String by,
    String reason,
    List<String> accounts,
    @Nullable String cluster,
    @Nullable Instant at) {

  /// The longest reason, and name.
  public static final int MAX_TEXT = 2_000;

  public Ruling {
    accounts = List.copyOf(accounts);
    required("who decides", by);
    required("the reason", reason);
  }

  /// Checks a text of people's.
  ///
  /// @throws IllegalArgumentException if it is empty or too long
  public static void required(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " must not be empty");
    }
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          what + " must have at most " + MAX_TEXT + " characters, had " + text.length());
    }
  }
}
