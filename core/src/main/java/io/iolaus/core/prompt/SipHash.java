package io.iolaus.core.prompt;

/// SipHash-2-4, a keyed pseudorandom function with 64-bit results that is quick on short inputs
/// (J.-P. Aumasson and D. J. Bernstein, "SipHash: a fast short-input PRF", INDOCRYPT 2012). Without
/// the 128-bit key its results cannot be told from random ones, so a guessed text cannot be tested
/// against them.
///
/// Safe for use by several threads.
final class SipHash {

  private final long k0;
  private final long k1;

  SipHash(long k0, long k1) {
    this.k0 = k0;
    this.k1 = k1;
  }

  /// The hash of little-endian 64-bit words: `words[from .. from + count)`, then a last one.
  ///
  /// @param lastWord its top byte is the input's length in bytes mod 256, where that may differ for
  ///   the same words
  long of(long[] words, int from, int count, long lastWord) {
    long a = k0 ^ 0x736f6d6570736575L;
    long b = k1 ^ 0x646f72616e646f6dL;
    long c = k0 ^ 0x6c7967656e657261L;
    long d = k1 ^ 0x7465646279746573L;
    for (int i = 0; i <= count; i++) {
      long word = i == count ? lastWord : words[from + i];
      d ^= word;
      for (int round = 0; round < 2; round++) {
        a += b;
        c += d;
        b = Long.rotateLeft(b, 13) ^ a;
        d = Long.rotateLeft(d, 16) ^ c;
        a = Long.rotateLeft(a, 32);
        c += b;
        a += d;
        b = Long.rotateLeft(b, 17) ^ c;
        d = Long.rotateLeft(d, 21) ^ a;
        c = Long.rotateLeft(c, 32);
      }
      a ^= word;
    }
    c ^= 0xff;
    for (int round = 0; round < 4; round++) {
      a += b;
      c += d;
      b = Long.rotateLeft(b, 13) ^ a;
      d = Long.rotateLeft(d, 16) ^ c;
      a = Long.rotateLeft(a, 32);
      c += b;
      a += d;
      b = Long.rotateLeft(b, 17) ^ c;
      d = Long.rotateLeft(d, 21) ^ a;
      c = Long.rotateLeft(c, 32);
    }
    return a ^ b ^ c ^ d;
  }
}
