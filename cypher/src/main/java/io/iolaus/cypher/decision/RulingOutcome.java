package io.iolaus.cypher.decision;

import java.util.List;

/// What became of what somebody wanted to decide.
public sealed interface RulingOutcome {

  /// It is decided, or withdrawn.
  record Taken(DecisionRow decision) implements RulingOutcome {}

  /// It names something that is not there.
  ///
  /// @param text which, for people, and what to do
  record Unknown(What what, String text) implements RulingOutcome {
    /// What is not there.
    public enum What {
      ACCOUNT,
      CLUSTER,
      DECISION
    }
  }

  /// It cannot hold beside these.
  record Contradicted(List<DecisionRow> by) implements RulingOutcome {
    public Contradicted {
      by = List.copyOf(by);
    }

    /// For people, and what to do.
    public String text() {
      return "it cannot hold beside "
          + String.join(", and ", by.stream().map(DecisionRow::named).toList())
          + ": withdraw "
          + (by.size() == 1 ? "that" : "one of these")
          + " first";
    }
  }

  /// It was withdrawn before.
  record AlreadyWithdrawn(DecisionRow decision) implements RulingOutcome {}
}
