package io.iolaus.core.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody did that is recorded. Names are part of what is hashed: they never change.
public enum AuditAct {
  /// Logged in, or tried to.
  LOGIN,
  /// Logged out.
  LOGOUT,
  /// Gave a code of a second factor.
  GIVE_SECOND_FACTOR,
  /// Began to set up a second factor.
  ENROL_SECOND_FACTOR,
  /// Set up a second factor.
  CONFIRM_SECOND_FACTOR,
  /// Took a second factor away.
  REMOVE_SECOND_FACTOR,
  /// Chose another password.
  CHANGE_PASSWORD,
  /// Gave somebody another password.
  RESET_PASSWORD,
  /// Ended sessions.
  END_SESSIONS,
  /// Read who the users are.
  READ_USERS,
  /// Made a user.
  ADD_USER,
  /// Changed a user's roles or state.
  CHANGE_USER,
  /// Read which tokens there are.
  READ_TOKENS,
  /// Made a token.
  MAKE_TOKEN,
  /// Revoked a token.
  REVOKE_TOKEN,
  /// Asked for something that their role does not allow.
  ACCESS,
  /// Read an entity: an account, an address, an identifier, what stands for money.
  READ_ENTITY,
  /// Read what stands next to an entity.
  READ_NEIGHBOURS,
  /// Read how two entities are connected.
  READ_PATH,
  /// Read who the members of a cluster are.
  READ_MEMBERS,
  /// Read the link chart of a cluster.
  READ_SUBGRAPH,
  /// Read why accounts are where they are.
  READ_EXPLANATION,
  /// Searched for accounts and what they use.
  SEARCH,
  /// Read rejected lines.
  READ_REJECTIONS,
  /// Read the audit.
  READ_AUDIT,
  /// Took something out of the house, or the audit out of the database.
  EXPORT,
  /// Checked the audit.
  VERIFY_AUDIT,
  /// Decided about accounts or a cluster.
  DECIDE,
  /// Withdrew a decision.
  WITHDRAW_DECISION,
  /// Proposed a bulk act.
  PROPOSE_ACT,
  /// Had a bulk act carried out.
  START_ACT,
  /// Approved somebody else's bulk act.
  APPROVE_ACT,
  /// Stopped a bulk act.
  CANCEL_ACT,
  /// Undid a bulk act.
  UNDO_ACT,
  /// Suppressed something.
  SUPPRESS,
  /// Ended a suppression.
  END_SUPPRESSION,
  /// Read a case, or which there are.
  READ_CASE,
  /// Opened a case.
  OPEN_CASE,
  /// Changed a case, or what is in it.
  CHANGE_CASE,
  /// Wrote, changed or deleted a comment.
  COMMENT_CASE,
  /// Put a version of a detector forward.
  PROPOSE_DETECTOR,
  /// Published a version of a detector.
  APPROVE_DETECTOR,
  /// Took a detector out of use.
  RETIRE_DETECTOR,
  /// Started a detection run.
  START_RUN,
  /// Asked for a preview.
  PREVIEW,
  /// Had messages with an alert sent again.
  REDELIVER_ALERT,
  /// Handed events over.
  POST_EVENTS,
  /// Loaded files.
  INGEST,
  /// Made a new site key.
  ROTATE_KEY;

  /// As it is stored and shown: `read-members`.
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The act that goes by this text.
  public static Optional<AuditAct> of(String text) {
    return Arrays.stream(values()).filter(act -> act.text().equals(text)).findFirst();
  }
}
