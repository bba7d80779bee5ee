package io.iolaus.core.prompt;

import io.iolaus.core.prompt.FingerprintException.Problem;
import io.iolaus.core.secret.SiteSecret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The text form of sketches: what `iolaus fingerprint` prints and the `fingerprint` field of an
/// event holds.
///
/// `p1.<key id>.<payload>`, URL-safe, at most 285 characters. `p1` is the version of the sketch;
/// the key id, eight characters derived one-way from the site secret, tells whose key it is; the
/// payload is base64url without padding of a byte that gives the width of a shingle in bytes (6 or
/// 8), the prompt's key (8 bytes, big-endian), then the shingles, ascending. A sketch has exactly
/// one text form. Fingerprints made under an earlier secret of this site are read as well: they
/// meet each other, and none made under a later one. Safe for use by several threads.
public final class Fingerprints {

  private static final String VERSION = "p1";
  private static final int KEY_ID_BYTES = 6;
  private static final int HEAD_BYTES = 1 + Long.BYTES;

  private final String keyId;
  private final Set<String> keyIds;

  public Fingerprints(SiteSecret secret) {
    keyId = keyId(secret);
    keyIds =
        Stream.iterate(
                Optional.of(secret), Optional::isPresent, s -> s.flatMap(SiteSecret::earlier))
            .flatMap(Optional::stream)
            .map(Fingerprints::keyId)
            .collect(Collectors.toUnmodifiableSet());
  }

  /// The eight characters by which fingerprints tell under which secret they were made.
  public static String keyId(SiteSecret secret) {
    byte[] digest = secret.hmac("fingerprint-key-id", new byte[0]);
    return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, KEY_ID_BYTES));
  }

  /// The text form of a sketch made under this site's key.
  public String encode(PromptSketch sketch) {
    return encode(sketch, keyId);
  }

  private static String encode(PromptSketch sketch, String keyId) {
    long[] shingles = sketch.shingles();
    int width = ShingleBytes.width(shingles);
    ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + width * shingles.length);
    out.put((byte) width).putLong(sketch.key());
    for (long shingle : shingles) {
      ShingleBytes.put(out, shingle, width);
    }
    return VERSION
        + '.'
        + keyId
        + '.'
        + Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
  }

  /// The sketch in a text form.
  ///
  /// @throws FingerprintException if the text is damaged, of an unknown version, or made under
  ///   another key
  public PromptSketch decode(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3 || !parts[0].matches("p[0-9]{1,4}")) {
      throw malformed();
    }
    if (!parts[0].equals(VERSION)) {
      throw new FingerprintException(
          Problem.UNKNOWN_VERSION, "unknown fingerprint version " + parts[0]);
    }
    if (!keyIds.contains(parts[1])) {
      throw parts[1].matches("[A-Za-z0-9_-]{8}")
          ? new FingerprintException(
              Problem.OTHER_KEY, "made under another key: " + parts[1] + ", not " + keyId)
          : malformed();
    }
    PromptSketch sketch = payload(parts[2]);
    // One sketch, one text: loose base64 and a needless width are refused.
    if (!encode(sketch, parts[1]).equals(text)) {
      throw malformed();
    }
    return sketch;
  }

  private static PromptSketch payload(String text) {
    try {
      ByteBuffer in =
          ByteBuffer.wrap(
              Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1)));
      if (in.remaining() < HEAD_BYTES) {
        throw malformed();
      }
      int width = in.get();
      long key = in.getLong();
      if (!ShingleBytes.isWidth(width) || in.remaining() % width != 0) {
        throw malformed();
      }
      long[] shingles = new long[in.remaining() / width];
      for (int i = 0; i < shingles.length; i++) {
        shingles[i] = ShingleBytes.get(in, width);
      }
      return new PromptSketch(key, shingles);
    } catch (FingerprintException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static FingerprintException malformed() {
    return new FingerprintException(Problem.MALFORMED, "not a fingerprint");
  }
}
