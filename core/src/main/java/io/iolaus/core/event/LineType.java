package io.iolaus.core.event;

import static io.iolaus.core.event.Field.*;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The nine line types, and the fields each of them knows; a field of another type is an unknown
/// one.
enum LineType {
  ACCOUNT_LINE(
      "account", ID, CREATED_AT, AT, STATUS, EMAIL_DOMAIN, COUNTRY, PLAN, ORGANIZATION, VERIFIED),
  PAYMENT_LINE("payment", ACCOUNT, INSTRUMENT, AT, KIND, BIN, ISSUER_COUNTRY, MATCH_KEY),
  EXCHANGE_LINE(
      "exchange",
      ACCOUNT,
      AT,
      IP,
      PROMPT,
      FINGERPRINT,
      SYSTEM,
      CAPABILITY,
      MODEL,
      CLIENT,
      LANGUAGE,
      INPUT_TOKENS,
      OUTPUT_TOKENS,
      COUNT,
      EVENT_ID),
  IDENTIFIER_LINE("identifier", ACCOUNT, KIND, VALUE, AT, EVENT_ID),
  NETWORK_LINE("network", PREFIX, AT, ASN, NAME, USE, COUNTRY),
  ORGANIZATION_LINE(
      "organization", ID, NAME, AT, ALIASES, DOMAINS, ASNS, PREFIXES, BILLING_NAMES, KIND, COUNTRY),
  VERDICT_LINE("verdict", ACCOUNT, VERDICT, AT, BY, NOTE),
  CLAIM_LINE("claim", ORGANIZATION, STATEMENT, BY, AT, CLUSTER, CAMPAIGN, REFERENCE),
  MODEL_LINE("model", ID, RELEASED_AT, NAME);

  private static final Map<String, LineType> BY_NAME = new HashMap<>();

  static {
    for (LineType type : values()) {
      BY_NAME.put(type.jsonName, type);
    }
  }

  final String jsonName;
  final long fields;

  LineType(String jsonName, Field... own) {
    this.jsonName = jsonName;
    long bits = TYPE.bit;
    for (Field field : own) {
      bits |= field.bit;
    }
    fields = bits;
  }

  static @Nullable LineType named(String jsonName) {
    return BY_NAME.get(jsonName);
  }
}
