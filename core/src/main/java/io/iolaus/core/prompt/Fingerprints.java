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
  private static final String PREFIX = VERSION + '.';
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
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
    long[] shingles = sketch.shingles();
    int width = ShingleBytes.width(shingles);
    ByteBuffer out = ByteBuffer.allocate(HEAD_BYTES + width * shingles.length);
    out.put((byte) width).putLong(sketch.key());
    for (long shingle : shingles) {
      ShingleBytes.put(out, shingle, width);
    }
    return PREFIX + keyId + '.' + ENCODER.encodeToString(out.array());
  }

  /// The sketch in a text form.
  ///
  /// @throws FingerprintException if the text is damaged, of an unknown version, or made under
  ///   another key
  public PromptSketch decode(String text) {
    String id = keyId(text);
    if (!keyIds.contains(id)) {
      throw problem(text);
    }
    return payload(text.substring(PREFIX.length() + id.length() + 1));
  }

  /// The key id in the text form of this version; empty if it cannot be such a text.
  private static String keyId(String text) {
    int end = text.lastIndexOf('.');
    return text.startsWith(PREFIX) && end > PREFIX.length()
        ? text.substring(PREFIX.length(), end)
        : "";
  }

  /// What is wrong with a text whose beginning is not that of a fingerprint of this site.
  private FingerprintException problem(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3 || !parts[0].matches("p[0-9]{1,4}")) {
      return malformed();
    }
    if (!parts[0].equals(VERSION)) {
      return new FingerprintException(
          Problem.UNKNOWN_VERSION, "unknown fingerprint version " + parts[0]);
    }
    return parts[1].matches("[A-Za-z0-9_-]{8}")
        ? new FingerprintException(
            Problem.OTHER_KEY, "made under another key: " + parts[1] + ", not " + keyId)
        : malformed();
  }

  private static PromptSketch payload(String text) {
    try {
      byte[] characters = text.getBytes(StandardCharsets.ISO_8859_1);
      byte[] bytes = Base64.getUrlDecoder().decode(characters);
      ByteBuffer in = ByteBuffer.wrap(bytes);
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
      // One sketch, one text: a needless width and loose base64 are refused.
      if (width != ShingleBytes.width(shingles)
          || !Arrays.equals(ENCODER.encode(bytes), characters)) {
        throw malformed();
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
