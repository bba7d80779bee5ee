package io.iolaus.core.act;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far a bulk act is.
public enum BulkActState {
  /// Its accounts are fixed and its forecast is there; nothing is decided.
  PROPOSED,
  /// To be carried out: started, or agreed to by a second person.
  APPROVED,
  /// Some of its accounts are decided about.
  RUNNING,
  /// All of them are.
  DONE,
  /// Somebody stopped it; what was decided until then holds.
  CANCELLED,
  /// It could not go on; what was decided until then holds.
  FAILED,
  /// What it decided is withdrawn.
  UNDONE;

  /// As it stands in the graph and in answers.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state of that name, empty where there is none.
  public static Optional<BulkActState> of(String text) {
    return Arrays.stream(values()).filter(state -> state.text().equals(text)).findFirst();
  }

  /// Whether somebody may still stop it.
  public boolean cancellable() {
    return switch (this) {
      case PROPOSED, APPROVED, RUNNING -> true;
      case DONE, CANCELLED, FAILED, UNDONE -> false;
    };
  }

  /// Whether it has come to an end that can be taken back.
  public boolean undoable() {
    return switch (this) {
      case DONE, CANCELLED, FAILED -> true;
      case PROPOSED, APPROVED, RUNNING, UNDONE -> false;
    };
  }
}
