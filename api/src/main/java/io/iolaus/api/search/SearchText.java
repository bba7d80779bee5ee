package io.iolaus.api.search;

import io.iolaus.cypher.entity.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody typed: `ip: 203.0.113`, `org:alder lab`, `acc-00`.
///
/// @param type the type a prefix asked for, null for all
/// @param whole all of it in lower case, without the prefix
/// @param words its letters and digits, apart
record SearchText(@Nullable EntityType type, String whole, List<String> words) {

  private static final Map<String, EntityType> PREFIXES =
      Map.of(
          "acct", EntityType.ACCOUNT,
          "pay", EntityType.PAYMENT,
          "ip", EntityType.IP,
          "net", EntityType.NETWORK,
          "id", EntityType.IDENTIFIER,
          "fp", EntityType.PROMPT_FAMILY,
          "pattern", EntityType.PATTERN,
          "org", EntityType.ORGANIZATION,
          "cluster", EntityType.CLUSTER);

  SearchText {
    words = List.copyOf(words);
  }

  static SearchText of(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    int colon = text.indexOf(':');
    // An IPv6 address has colons too, and its first group is no prefix.
    EntityType type = colon < 0 ? null : PREFIXES.get(text.substring(0, colon).strip());
    String whole = type == null ? text : text.substring(colon + 1).strip();
    return new SearchText(type, whole, words(whole));
  }

  /// Letters and digits of any script, in lower case; all else keeps words apart.
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(c -> {
          if (Character.isLetterOrDigit(c)) {
            word.appendCodePoint(c);
          } else if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
          }
        });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
