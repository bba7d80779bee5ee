package io.iolaus.core.event;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which fields a line type has and what JSON they hold: for whoever makes event lines out of
/// something that has no types, such as CSV.
///
/// @param type as it stands on the line
/// @param fields all but `type`, in the order of the reference
/// @param required those without which a line is rejected
public record LineShape(String type, Map<String, Value> fields, Set<String> required) {

  /// What a field holds.
  public enum Value {
    TEXT,
    TIME,
    WHOLE_NUMBER,
    TRUTH,
    TEXTS,
    WHOLE_NUMBERS
  }

  private static final Set<Field> TIMES = EnumSet.of(Field.AT, Field.CREATED_AT, Field.RELEASED_AT);
  private static final Set<Field> NUMBERS =
      EnumSet.of(Field.INPUT_TOKENS, Field.OUTPUT_TOKENS, Field.COUNT, Field.ASN);
  private static final Set<Field> LISTS =
      EnumSet.of(Field.ALIASES, Field.DOMAINS, Field.PREFIXES, Field.BILLING_NAMES);

  public LineShape {
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    required = Set.copyOf(required);
  }

  /// The shape of a line type; empty where there is no such type.
  public static Optional<LineShape> of(String type) {
    return Optional.ofNullable(LineType.named(type)).map(LineShape::of);
  }

  /// The names of all line types.
  public static List<String> types() {
    return Arrays.stream(LineType.values()).map(type -> type.jsonName).toList();
  }

  private static LineShape of(LineType type) {
    Map<String, Value> fields = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      if (field != Field.TYPE && (type.fields & field.bit) != 0) {
        fields.put(field.jsonName, value(field));
      }
    }
    return new LineShape(type.jsonName, fields, required(type));
  }

  private static Value value(Field field) {
    if (TIMES.contains(field)) {
      return Value.TIME;
    }
    if (NUMBERS.contains(field)) {
      return Value.WHOLE_NUMBER;
    }
    if (LISTS.contains(field)) {
      return Value.TEXTS;
    }
    return field == Field.ASNS
        ? Value.WHOLE_NUMBERS
        : field == Field.VERIFIED ? Value.TRUTH : Value.TEXT;
  }

  private static Set<String> required(LineType type) {
    return switch (type) {
      case ACCOUNT_LINE -> Set.of("id", "createdAt");
      case PAYMENT_LINE -> Set.of("account", "instrument", "at");
      case EXCHANGE_LINE -> Set.of("account", "at");
      case IDENTIFIER_LINE -> Set.of("account", "kind", "value", "at");
      case NETWORK_LINE -> Set.of("prefix");
      case ORGANIZATION_LINE -> Set.of("id", "name");
      case VERDICT_LINE -> Set.of("account", "verdict", "at");
      case CLAIM_LINE -> Set.of("organization", "statement", "by", "at");
      case MODEL_LINE -> Set.of("id", "releasedAt");
    };
  }
}
