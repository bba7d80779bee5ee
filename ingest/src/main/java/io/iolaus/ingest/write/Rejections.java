package io.iolaus.ingest.write;

import io.iolaus.core.event.ReasonCode;
import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphTransaction;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.reject.DeadLetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A batch's rejected lines by reason code, as parallel lists on its node.
///
/// @param counts lines by code, the broken end left out: it is read again with its source
/// @param tail the code of the broken end, empty where there is none
public record Rejections(Map<String, Long> counts, String tail) {

  public Rejections {
    counts = Map.copyOf(counts);
  }

  /// What a batch has with this segment; its node is locked.
  ///
  /// @param letters of the segment, the broken end last
  /// @param rejected how many lines it rejected, conflicts included
  static Rejections after(
      GraphTransaction transaction, SegmentHeader header, List<String> letters, long rejected) {
    GraphRow row = transaction.run("batch-rejections", Map.of("id", header.batch())).getFirst();
    Map<String, Long> counts = new HashMap<>();
    List<String> codes = row.texts("codes");
    long[] lines = row.numbers("counts");
    for (int i = 0; i < lines.length; i++) {
      counts.put(codes.get(i), lines[i]);
    }
    of(header, rejected).forEach((code, count) -> counts.merge(code, count, Long::sum));
    String tail = header.tailBytes() > 0 ? DeadLetter.code(letters.getLast()) : "";
    counts.computeIfPresent(tail, (_, count) -> count > 1 ? count - 1 : null);
    return new Rejections(counts, tail);
  }

  /// The rejected lines of one segment.
  public static Map<String, Long> of(SegmentHeader header, long rejected) {
    Map<String, Long> counts = new HashMap<>(header.rejections());
    long conflicts = rejected - header.rejected();
    if (conflicts > 0) {
      counts.merge(ReasonCode.CONFLICT.id(), conflicts, Long::sum);
    }
    return counts;
  }

  /// Puts them into properties of a batch.
  public void put(Map<String, Object> properties) {
    Map<String, Long> sorted = new TreeMap<>(counts);
    properties.put("rejectionCodes", List.copyOf(sorted.keySet()));
    properties.put("rejectionCounts", List.copyOf(sorted.values()));
    properties.put("tailReason", tail);
  }
}
