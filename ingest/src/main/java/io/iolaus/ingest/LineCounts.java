package io.iolaus.ingest;

/// What became of lines. `read = applied() + rejected`, `applied() = created + updated + unchanged`.
///
/// @param read lines, blank ones not counted
/// @param created made a node or an edge
/// @param updated changed one
/// @param unchanged had no effect, recognised repeats among them
/// @param rejected went to the dead letters
/// @param exchanges sum of `count` of the exchanges that had an effect
public record LineCounts(
    long read, long created, long updated, long unchanged, long rejected, long exchanges) {

  /// No lines.
  public static final LineCounts NONE = new LineCounts(0, 0, 0, 0, 0, 0);

  public LineCounts {
    if (read != created + updated + unchanged + rejected) {
      throw new IllegalArgumentException(
          "read %d is not created %d + updated %d + unchanged %d + rejected %d"
              .formatted(read, created, updated, unchanged, rejected));
    }
  }

  /// Lines that were accepted.
  public long applied() {
    return created + updated + unchanged;
  }

  /// Both together.
  public LineCounts plus(LineCounts other) {
    return new LineCounts(
        read + other.read,
        created + other.created,
        updated + other.updated,
        unchanged + other.unchanged,
        rejected + other.rejected,
        exchanges + other.exchanges);
  }

  /// What is left without these.
  public LineCounts minus(LineCounts other) {
    return new LineCounts(
        read - other.read,
        created - other.created,
        updated - other.updated,
        unchanged - other.unchanged,
        rejected - other.rejected,
        exchanges - other.exchanges);
  }
}
