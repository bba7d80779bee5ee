package io.iolaus.core.lineage;

/// What a run knows of an account that is or was in a cluster.
///
/// @param known whether the run looked at it: not at one that was deleted or withdrawn
/// @param deleted whether it was deleted; one that is neither known nor deleted was withdrawn with
///   the lines that spoke of it
/// @param barred whether it was suspended or decided to be fraudulent
/// @param awake whether it acted within the last fourteen days
/// @param inWindow whether it acted within the window of the run
/// @param recent whether it was created, or first acted, after the moment of the run before
/// @param decided whether people decided that it is legitimate, or not of its cluster
public record AccountPresence(
    boolean known,
    boolean deleted,
    boolean barred,
    boolean awake,
    boolean inWindow,
    boolean recent,
    boolean decided) {

  /// Days without an exchange after which an account counts as silent.
  public static final int SILENT_AFTER = 14;

  /// One that was deleted.
  public static final AccountPresence DELETED =
      new AccountPresence(false, true, false, false, false, false, false);

  /// One of which nothing was ever said, as things stand now.
  public static final AccountPresence WITHDRAWN =
      new AccountPresence(false, false, false, false, false, false, false);

  /// Whether it acts and may.
  public boolean acts() {
    return known && awake && !barred;
  }

  /// Whether it does nothing any more for a reason of its own: it is silent, barred or deleted.
  public boolean rests() {
    return deleted || (known && !decided && !acts());
  }
}
