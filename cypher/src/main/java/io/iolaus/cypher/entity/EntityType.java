package io.iolaus.cypher.entity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What kinds of things an analyst meets, with their label in the graph and the properties that may
/// be shown. What is not listed here is never shown: summaries in bytes, sets of facts, keyed
/// shingles.
@SuppressWarnings("ImmutableEnumChecker") // the lists are from List.of
public enum EntityType {
  ACCOUNT(
      "account",
      "Account",
      "createdAt",
      "status",
      "emailDomain",
      "country",
      "plan",
      "organization",
      "verified",
      "placeholder",
      "exchanges",
      "inputTokens",
      "outputTokens",
      "firstSeen",
      "lastSeen"),
  PAYMENT(
      "payment",
      "PaymentInstrument",
      "instrument",
      "matchKey",
      "kind",
      "bin",
      "issuerCountry",
      "accounts"),
  IP("ip", "IpAddress", "version", "prefix", "evidence", "accounts"),
  NETWORK("network", "Network", "asn", "name", "use", "country"),
  IDENTIFIER("identifier", "Identifier", "kind", "value", "keyed", "accounts"),
  PROMPT_FAMILY("prompt-family", "PromptFamily", "kind", "accounts", "prompts"),
  PATTERN("pattern", "Pattern", "kind", "label", "accounts", "chance"),
  ORGANIZATION(
      "organization",
      "Organization",
      "name",
      "aliases",
      "domains",
      "asns",
      "prefixes",
      "billingNames",
      "kind",
      "country",
      "placeholder"),
  CLUSTER(
      "cluster",
      "Cluster",
      "state",
      "score",
      "linked",
      "abusive",
      "accounts",
      "reviewAccounts",
      "exchanges",
      "firstSeen",
      "lastSeen",
      "capabilities",
      "facets",
      "organization",
      "confidence");

  private final String text;
  private final String label;
  private final List<String> shown;

  EntityType(String text, String label, String... shown) {
    this.text = text;
    this.label = label;
    this.shown = List.of(shown);
  }

  /// As it stands in URLs and in JSON.
  @JsonValue
  public String text() {
    return text;
  }

  /// As it stands in the graph.
  public String label() {
    return label;
  }

  /// Properties that may be shown.
  public List<String> shown() {
    return shown;
  }

  /// Whether all that is shown of it was stated, and when and since when it is known is kept.
  boolean stated() {
    return this == ACCOUNT || this == NETWORK || this == ORGANIZATION;
  }

  /// The type of that name, empty where there is none.
  public static Optional<EntityType> of(String text) {
    return Arrays.stream(values()).filter(t -> t.text.equals(text)).findFirst();
  }

  public static EntityType ofLabel(String label) {
    return Arrays.stream(values())
        .filter(t -> t.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no entity type has the label " + label));
  }

  /// All names, for messages.
  public static String names() {
    return Arrays.stream(values()).map(EntityType::text).collect(Collectors.joining(", "));
  }
}
