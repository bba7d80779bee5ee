package io.iolaus.ingest.journal;

import io.iolaus.ingest.fold.SegmentFold;

/// A part as a segment holds it. Each decoding gives a part of its own, which the caller may
/// change.
public final class EncodedPart {

  private final byte[] encoded;

  EncodedPart(byte[] encoded) {
    this.encoded = encoded;
  }

  /// All of a fold as one part, for one transaction.
  public static EncodedPart of(SegmentFold fold) {
    return new EncodedPart(PartCodec.encode(PartCutter.whole(fold)));
  }

  /// The part.
  public Part decode() {
    return PartCodec.decode(encoded);
  }
}
