package io.iolaus.cypher.act;

/// What became of what somebody wanted to do about a bulk act.
public sealed interface BulkActOutcome {

  /// It is done.
  record Done(BulkActRow act) implements BulkActOutcome {}

  /// There is no such act, account or cluster.
  ///
  /// @param text which, for people
  record Unknown(What what, String text) implements BulkActOutcome {
    /// What is not there.
    public enum What {
      ACT,
      ACCOUNT,
      CLUSTER
    }
  }

  /// Somebody did something about it since it was read.
  record Changed(BulkActRow act) implements BulkActOutcome {}

  /// It is not in a state in which that can be done.
  ///
  /// @param text why, and what can be done
  record NotNow(BulkActRow act, String text) implements BulkActOutcome {}

  /// Somebody else has to do that.
  ///
  /// @param text why
  record SecondPerson(String text) implements BulkActOutcome {}
}
