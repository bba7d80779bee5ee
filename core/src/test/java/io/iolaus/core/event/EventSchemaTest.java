package io.iolaus.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the published JSON Schema and the reference page against the decoder.
class EventSchemaTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(EventLines.repositoryFile("docs/event-v1.schema.json"));

  /// What a schema cannot say.
  private static final Set<ReasonCode> BEYOND_THE_SCHEMA =
      Set.of(
          ReasonCode.MALFORMED_JSON,
          ReasonCode.DUPLICATE_KEY,
          ReasonCode.TIME_RANGE,
          ReasonCode.INVALID_COUNTRY,
          ReasonCode.INVALID_TEXT,
          ReasonCode.INVALID_ADDRESS,
          ReasonCode.INVALID_PREFIX,
          ReasonCode.PREFIX_HOST_BITS,
          ReasonCode.INVALID_FINGERPRINT,
          ReasonCode.FINGERPRINT_VERSION,
          ReasonCode.FINGERPRINT_KEY,
          ReasonCode.CARD_NUMBER);

  static List<String> accepted() {
    return EventLines.accepted();
  }

  static List<EventLines.Bad> rejectedForWhatASchemaCanSay() {
    return EventLines.rejected().stream()
        .filter(bad -> !BEYOND_THE_SCHEMA.contains(ReasonCode.byId(bad.code()).orElseThrow()))
        // Half a surrogate pair is text to a schema; 30 February is a date to a pattern.
        .filter(bad -> !bad.line().contains("half \\ud83d") && !bad.line().contains("02-29"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void everyAcceptedLineValidates(String line) {
    assertThat(SCHEMA.validate(line, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rejectedForWhatASchemaCanSay")
  void rejectedLinesDoNotValidate(EventLines.Bad bad) {
    assertThat(SCHEMA.validate(bad.line(), InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void everyMutatedLineThatIsAcceptedValidates() {
    Random random = new Random(20261121);
    List<String> values =
        List.of(
            "null",
            "0",
            "1",
            "2.0",
            "1.5",
            "-1",
            "1e9",
            "\"\"",
            "\"x\"",
            "true",
            "[]",
            "[\"x\"]",
            "{}",
            "\"active\"",
            "\"DE\"",
            "\"card\"",
            "\"lab\"",
            "\"2026-04-21T08:00:00Z\"",
            "\"10.0.0.0/8\"",
            "[1]",
            "\"10.1.1.1\"",
            "\"424242\"",
            "\"a\\nb\"",
            "\"\\u0001\"");
    int checked = 0;
    for (int i = 0; i < 20_000; i++) {
      String line = accepted().get(random.nextInt(accepted().size())).strip();
      Field field = Field.values()[random.nextInt(Field.values().length)];
      String member = "\"" + field.jsonName + "\":" + values.get(random.nextInt(values.size()));
      String mutated = line.substring(0, line.length() - 1) + "," + member + "}";
      if (EventLines.decode(mutated) instanceof Decoded.Accepted) {
        checked++;
        assertThat(SCHEMA.validate(mutated, InputFormat.JSON))
            .as("seed 20261121: " + mutated)
            .isEmpty();
      }
    }
    assertThat(checked).isGreaterThan(1_000);
  }

  @Test
  void theSchemaHasTheFieldsOfEveryLineType() {
    var schema =
        tools.jackson.databind.json.JsonMapper.shared()
            .readTree(
                EventLines.repositoryFile("docs/event-v1.schema.json")
                    .getBytes(StandardCharsets.UTF_8));
    for (LineType type : LineType.values()) {
      long fields = 0;
      for (String name : schema.at("/$defs/" + type.jsonName + "/properties").propertyNames()) {
        fields |= Field.named(name).bit;
      }
      assertThat(fields).as(type.jsonName).isEqualTo(type.fields);
    }
  }

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void theReferenceExplainsEveryReasonCode(ReasonCode code) {
    assertThat(EventLines.repositoryFile("docs/events.md")).contains("| `" + code.id() + "` |");
  }

  @ParameterizedTest
  @EnumSource(Field.class)
  void theReferenceExplainsEveryField(Field field) {
    assertThat(EventLines.repositoryFile("docs/events.md")).contains("`" + field.jsonName + "`");
  }
}
