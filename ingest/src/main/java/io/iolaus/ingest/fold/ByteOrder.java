package io.iolaus.ingest.fold;

/// The order of texts by their UTF-8 bytes, which is the order of their code points.
public final class ByteOrder {

  private ByteOrder() {}

  /// Compares two texts.
  public static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        // UTF-16 puts surrogates (code points above U+FFFF) before U+E000..U+FFFF; bytes do not.
        boolean leftPair = Character.isSurrogate(left);
        boolean rightPair = Character.isSurrogate(right);
        return leftPair == rightPair ? Character.compare(left, right) : leftPair ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
