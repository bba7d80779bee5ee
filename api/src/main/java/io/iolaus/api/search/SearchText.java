package io.iolaus.api.search;

import io.iolaus.cypher.entity.EntityType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody typed: `ip: 203.0.113.0/24`, `org:alder lab`, `acc-00`. Nothing in it is an
/// operator but the prefix.
///
/// @param type the type a prefix asked for, null for all
/// @param whole all of it folded, without the prefix
/// @param words its letters and digits, apart; so many that more would make no difference
/// @param addresses where it names some
record SearchText(
    @Nullable EntityType type, String whole, List<String> words, Optional<AddressSpan> addresses) {

  private static final int MOST_WORDS = 16;

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

  /// @throws io.iolaus.api.problem.ProblemException 400 for addresses that are none behind `ip:` or
  ///   `net:`
  static SearchText of(String typed) {
    String text = SearchWords.fold(typed.strip()).strip();
    int colon = text.indexOf(':');
    // An IPv6 address has colons too, and its first group is no prefix.
    EntityType type = colon < 0 ? null : PREFIXES.get(text.substring(0, colon).strip());
    String whole = type == null ? text : text.substring(colon + 1).strip();
    if (type == EntityType.IP || type == EntityType.NETWORK) {
      AddressSpan.check(whole);
    }
    List<String> words = SearchWords.words(whole);
    return new SearchText(
        type,
        whole,
        words.subList(0, Math.min(MOST_WORDS, words.size())),
        AddressSpan.parse(whole));
  }
}
