package io.iolaus.ingest.journal;

import java.util.Arrays;

/// The beginning of a source: how many decompressed bytes, and their SHA-256.
public record Prefix(long bytes, byte[] digest) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Prefix that
        && bytes == that.bytes
        && Arrays.equals(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digest);
  }

  @Override
  public String toString() {
    return bytes + " bytes";
  }
}
