package io.iolaus.ingest.journal;

import io.iolaus.ingest.LineCounts;
import java.util.HashMap;
import java.util.Map;

/// What a segment is of.
///
/// @param batch id of its batch
/// @param segment its number within the batch, from 1
/// @param source name of the source it was read from
/// @param head where the source can be recognised by its beginning
/// @param end where the segment ends: all of the source before is in this and earlier segments
/// @param base what another load of the lines comes to that stand before the batch's own
/// @param read lines, blank ones not counted, a broken end included
/// @param rejections rejected lines by reason code
/// @param unknownFields lines with each field that the format does not know
/// @param tailBytes length of a broken end after `end` that was rejected, 0 if there is none
/// @param last whether the source ended here
/// @param sealedAt when it was sealed, in milliseconds since 1970-01-01: from when on what it says
///   is known; 0 where that was not kept
/// @param parts how many parts follow
/// @param partBytes about how much heap the fold of one part takes
public record SegmentHeader(
    String batch,
    int segment,
    String source,
    Prefix head,
    SourcePosition end,
    LineCounts base,
    long read,
    Map<String, Long> rejections,
    Map<String, Long> unknownFields,
    long tailBytes,
    boolean last,
    long sealedAt,
    int parts,
    long partBytes) {

  static final int VERSION = 3;

  /// Segments of this version do not say when they were sealed.
  private static final int WITHOUT_TIME = 2;

  public SegmentHeader {
    rejections = Map.copyOf(rejections);
    unknownFields = Map.copyOf(unknownFields);
  }

  /// A segment that is not sealed yet.
  public SegmentHeader(
      String batch,
      int segment,
      String source,
      Prefix head,
      SourcePosition end,
      LineCounts base,
      long read,
      Map<String, Long> rejections,
      Map<String, Long> unknownFields,
      long tailBytes,
      boolean last) {
    this(
        batch,
        segment,
        source,
        head,
        end,
        base,
        read,
        rejections,
        unknownFields,
        tailBytes,
        last,
        0,
        0,
        0);
  }

  /// Rejected lines.
  public long rejected() {
    return rejections.values().stream().mapToLong(Long::longValue).sum();
  }

  SegmentHeader sealed(long at, int number, long bytes) {
    return new SegmentHeader(
        batch,
        segment,
        source,
        head,
        end,
        base,
        read,
        rejections,
        unknownFields,
        tailBytes,
        last,
        at,
        number,
        bytes);
  }

  void write(CborOut out) {
    out.begin().number(VERSION).text(batch).number(segment).text(source);
    out.number(head.bytes()).bytes(head.digest());
    out.number(end.prefix().bytes()).bytes(end.prefix().digest()).number(end.newlines());
    out.number(base.read()).number(base.rejected());
    out.number(read).number(tailBytes).flag(last).number(sealedAt).number(parts).number(partBytes);
    write(out, rejections);
    write(out, unknownFields);
    out.end();
  }

  static SegmentHeader read(CborIn in) {
    in.begin();
    int version = in.count();
    if (version != VERSION && version != WITHOUT_TIME) {
      throw new IllegalStateException(
          "a journal segment has version " + version + ", this program reads " + VERSION);
    }
    String batch = in.text();
    int segment = in.count();
    String source = in.text();
    Prefix head = new Prefix(in.number(), in.bytes());
    SourcePosition end = new SourcePosition(new Prefix(in.number(), in.bytes()), in.number());
    LineCounts base = LineCounts.repeated(in.number(), in.number());
    long read = in.number();
    long tailBytes = in.number();
    boolean last = in.flag();
    long sealedAt = version == WITHOUT_TIME ? 0 : in.number();
    int parts = in.count();
    long partBytes = in.number();
    Map<String, Long> rejections = readCounts(in);
    Map<String, Long> unknownFields = readCounts(in);
    in.end();
    return new SegmentHeader(
        batch,
        segment,
        source,
        head,
        end,
        base,
        read,
        rejections,
        unknownFields,
        tailBytes,
        last,
        sealedAt,
        parts,
        partBytes);
  }

  private static void write(CborOut out, Map<String, Long> counts) {
    out.number(counts.size());
    counts.forEach((name, count) -> out.text(name).number(count));
  }

  private static Map<String, Long> readCounts(CborIn in) {
    Map<String, Long> counts = new HashMap<>();
    for (int i = in.count(); i > 0; i--) {
      counts.put(in.text(), in.number());
    }
    return counts;
  }
}
