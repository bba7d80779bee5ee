package io.iolaus.ingest.journal;

import io.iolaus.ingest.LineCounts;
import java.util.ArrayList;
import java.util.List;

/// What the graph knows of a batch.
///
/// @param seq its place in the order in which batches were begun
/// @param head where its source can be recognised by its beginning
/// @param end how much of the source is in the graph
/// @param segments how many segments are in the graph
/// @param earlier places where it ended before, ascending; some, where there were many
/// @param base what another load of the lines comes to that stand before the batch's own and belong
///   to other batches
/// @param counts what became of the lines, a broken end included
/// @param tailBytes length of a broken end after `end` that was rejected, 0 if there is none
/// @param deadLetterBytes length of its dead letters without the broken end
/// @param complete whether the source was read to its end
public record BatchState(
    String id,
    long seq,
    Prefix head,
    SourcePosition end,
    List<KnownPoint> earlier,
    int segments,
    LineCounts base,
    LineCounts counts,
    long tailBytes,
    long deadLetterBytes,
    boolean complete) {

  // Enough to recognise a source that goes another way after an earlier load, without growing for
  // ever.
  private static final int MOST_EARLIER = 64;

  public BatchState {
    earlier = List.copyOf(earlier);
  }

  /// What the ids of batches begin with that were handed over under an id.
  public static final String DELIVERY = "h-";

  /// Whether it was handed over under an id: it never grows.
  public boolean isDelivery() {
    return id.startsWith(DELIVERY);
  }

  /// The place where it ends now.
  public KnownPoint point() {
    LineCounts lines = base.plus(countsBeforeTail());
    return new KnownPoint(end, lines.read(), lines.rejected());
  }

  /// Whether it ends here, or did before (as far as that is remembered).
  public boolean isKnown(SourcePosition position) {
    return end.equals(position) || earlier.stream().anyMatch(point -> point.end().equals(position));
  }

  /// The earlier places of a batch that moves on from here. Of too many every second one is
  /// dropped.
  public List<KnownPoint> earlierFromHere() {
    List<KnownPoint> points = new ArrayList<>();
    for (int i = 0; i < earlier.size(); i++) {
      if (earlier.size() < MOST_EARLIER || i % 2 == 1) {
        points.add(earlier.get(i));
      }
    }
    if (end.prefix().bytes() > 0) {
      points.add(point());
    }
    return points;
  }

  /// The batch behind one more segment.
  ///
  /// @param added what became of its lines
  public BatchState advanced(SegmentHeader header, LineCounts added, long letterBytes) {
    return new BatchState(
        id,
        seq,
        header.head(),
        header.end(),
        // A replay does not move it.
        header.end().equals(end) ? earlier : earlierFromHere(),
        header.segment(),
        header.base(),
        countsBeforeTail().plus(added),
        header.tailBytes(),
        letterBytes,
        header.last());
  }

  /// The counts without a broken end, which is read again whenever its source is.
  public LineCounts countsBeforeTail() {
    return tailBytes == 0
        ? counts
        : new LineCounts(
            counts.read() - 1,
            counts.created(),
            counts.updated(),
            counts.unchanged(),
            counts.rejected() - 1,
            counts.exchanges());
  }
}
