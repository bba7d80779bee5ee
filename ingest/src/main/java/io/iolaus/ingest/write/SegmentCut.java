package io.iolaus.ingest.write;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SegmentHeader;
import java.util.HexFormat;
import java.util.Map;

/// How a segment is cut: where it ends and how large its parts are.
///
/// Parts of it are known by their numbers, so all who write it must have cut it alike: workers with
/// other bounds, or with another source that begins like this one, would take each other's parts
/// for their own.
///
/// @param segment its number within the batch
/// @param end the source up to its end
/// @param parts how many parts
/// @param partBytes about how much heap the fold of one part takes
public record SegmentCut(int segment, Prefix end, int parts, long partBytes) {

  private static final HexFormat HEX = HexFormat.of();

  /// How this segment is cut.
  public static SegmentCut of(SegmentHeader header) {
    return new SegmentCut(
        header.segment(), header.end().prefix(), header.parts(), header.partBytes());
  }

  static SegmentCut read(GraphRow row) {
    return new SegmentCut(
        Math.toIntExact(row.number("segment")),
        new Prefix(row.number("end"), HEX.parseHex(row.text("digest"))),
        Math.toIntExact(row.number("parts")),
        row.number("partBytes"));
  }

  /// As a batch keeps it.
  public Map<String, Object> properties() {
    return Map.of(
        "cutSegment", segment,
        "cutEnd", end.bytes(),
        "cutDigest", HEX.formatHex(end.digest()),
        "cutParts", parts,
        "cutPartBytes", partBytes);
  }
}
