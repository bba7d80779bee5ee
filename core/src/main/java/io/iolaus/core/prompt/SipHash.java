package io.iolaus.core.prompt;

/// SipHash-2-4, a keyed pseudorandom function with 64-bit results that is quick on short inputs
/// (J.-P. Aumasson and D. J. Bernstein, "SipHash: a fast short-input PRF", INDOCRYPT 2012). Without
/// the 128-bit key its results cannot be told from random ones, so a guessed text cannot be tested
/// against them.
///
/// Input comes as little-endian 64-bit words between [#start] and [#finish]. Not safe for several
/// threads.
final class SipHash {

  private final long k0;
  private final long k1;
  private long v0;
  private long v1;
  private long v2;
  private long v3;

  SipHash(long k0, long k1) {
    this.k0 = k0;
    this.k1 = k1;
    start();
  }

  void start() {
    v0 = k0 ^ 0x736f6d6570736575L;
    v1 = k1 ^ 0x646f72616e646f6dL;
    v2 = k0 ^ 0x6c7967656e657261L;
    v3 = k1 ^ 0x7465646279746573L;
  }

  /// Takes the next whole word.
  void add(long word) {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  }

  /// Takes the last, partial word: its top byte must be the input's length in bytes mod 256.
  long finish(long lastWord) {
    add(lastWord);
    v2 ^= 0xff;
    round();
    round();
    round();
    round();
    return v0 ^ v1 ^ v2 ^ v3;
  }

  /// The same for words that stand side by side: `words[from .. from + count)`, then the last one.
  /// Several times as quick, because nothing but local variables changes.
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

  private void round() {
    v0 += v1;
    v2 += v3;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v1;
    v0 += v3;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 = Long.rotateLeft(v2, 32);
  }
}
