package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.safety.CypherTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// A digest of all that decides what a detector finds: facet, parameters and statement, without
/// layout and comments.
final class DetectorDigest {
  private DetectorDigest() {}

  static String of(String facet, List<DetectorParameter> params, String statement) {
    StringBuilder text = new StringBuilder(facet).append('\n');
    params.stream()
        .sorted(Comparator.comparing(DetectorParameter::name))
        .forEach(p ->
            text.append(p.name())
                .append(' ')
                .append(p.type())
                .append(' ')
                .append(p.defaultValue())
                .append(' ')
                .append(p.min())
                .append(' ')
                .append(p.max())
                .append('\n'));
    text.append(CypherTokens.canonical(statement));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
