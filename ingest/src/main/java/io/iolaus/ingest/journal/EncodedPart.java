package io.iolaus.ingest.journal;

/// A part as a segment holds it. Each decoding gives a part of its own, which the caller may
/// change.
public final class EncodedPart {

  private final byte[] encoded;

  EncodedPart(byte[] encoded) {
    this.encoded = encoded;
  }

  /// Whether it holds accounts; else it holds what other lines speak of.
  public boolean isOfAccounts() {
    return PartCodec.countAccounts(encoded) > 0;
  }

  /// The part.
  public Part decode() {
    return PartCodec.decode(encoded);
  }
}
