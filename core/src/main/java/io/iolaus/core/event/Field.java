package io.iolaus.core.event;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every field that any line type knows.
enum Field {
  TYPE("type"),
  ID("id"),
  CREATED_AT("createdAt"),
  AT("at"),
  STATUS("status"),
  EMAIL_DOMAIN("emailDomain"),
  COUNTRY("country"),
  PLAN("plan"),
  ORGANIZATION("organization"),
  VERIFIED("verified"),
  ACCOUNT("account"),
  INSTRUMENT("instrument"),
  KIND("kind"),
  BIN("bin"),
  ISSUER_COUNTRY("issuerCountry"),
  MATCH_KEY("matchKey"),
  IP("ip"),
  PROMPT("prompt"),
  FINGERPRINT("fingerprint"),
  SYSTEM("system"),
  CAPABILITY("capability"),
  MODEL("model"),
  CLIENT("client"),
  LANGUAGE("language"),
  INPUT_TOKENS("inputTokens"),
  OUTPUT_TOKENS("outputTokens"),
  COUNT("count"),
  EVENT_ID("eventId"),
  VALUE("value"),
  PREFIX("prefix"),
  ASN("asn"),
  NAME("name"),
  USE("use"),
  ALIASES("aliases"),
  DOMAINS("domains"),
  ASNS("asns"),
  PREFIXES("prefixes"),
  BILLING_NAMES("billingNames"),
  VERDICT("verdict"),
  BY("by"),
  NOTE("note"),
  STATEMENT("statement"),
  CLUSTER("cluster"),
  CAMPAIGN("campaign"),
  REFERENCE("reference"),
  RELEASED_AT("releasedAt");

  static final int COUNT_OF_FIELDS = values().length;

  private static final Map<String, Field> BY_NAME = new HashMap<>();

  static {
    for (Field field : values()) {
      BY_NAME.put(field.jsonName, field);
    }
  }

  final String jsonName;

  /// Where a line keeps the value: an index that lives as long as the program, and is stored
  /// nowhere.
  @SuppressWarnings("EnumOrdinal")
  final int slot = ordinal();

  /// One bit for each field: sets of fields are `long`s.
  final long bit = 1L << slot;

  Field(String jsonName) {
    this.jsonName = jsonName;
  }

  static @Nullable Field named(String jsonName) {
    return BY_NAME.get(jsonName);
  }
}
