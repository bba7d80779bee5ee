package io.iolaus.ingest.fold;

/// Names a line of a segment in one int, and says whether the line always changes something.
///
/// An *activity* (exchange, payment, identifier) adds to counts, so it is never without effect. A
/// *statement* (account, network, verdict, …) has an effect only where it says something new.
/// Tags of earlier lines are smaller.
public final class LineTag {

  /// The most lines a segment may have.
  public static final int MAX_LINES = 1 << 30;

  private LineTag() {}

  /// The tag of the `ordinal`-th line of a segment.
  public static int of(int ordinal, boolean statement) {
    return ordinal << 1 | (statement ? 1 : 0);
  }

  /// Whether the line is a statement.
  public static boolean isStatement(int tag) {
    return (tag & 1) == 1;
  }
}
