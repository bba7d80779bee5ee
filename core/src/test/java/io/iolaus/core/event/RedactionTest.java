package io.iolaus.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {

  @Test
  void showsTheShapeOfALine() {
    assertThat(
            excerpt(
                """
                {"type":"exchange","account":"acc-001","at":"2026-04-22T10:00:00Z","count":0,"prompt":"hello","ip":"203.0.113.7",\
                "client":null,"model":["m"],"capability":{"a":1},"secretField":"x","language":true}\
                """))
        .isEqualTo(
            """
            {"type":"exchange","account":"acc-001","at":"2026-04-22T10:00:00Z","count":"0","prompt":"(text of 5)",\
            "ip":"(text of 11)","client":"(null)","model":"(list)","capability":"(object)","language":"(boolean)","?":"1 unknown"}\
            """);
  }

  @Test
  void showsNothingThatMustNotBeKept() {
    String canary = "Canary9f3";
    for (Field field : Field.values()) {
      for (String value :
          List.of(
              "\"%s words\"",
              "\"%s@mail.example\"", "[\"%s\"]", "{\"%s\":\"%s\"}", "\"%s 4111111111111111\"")) {
        String line = "{\"" + field.jsonName + "\":" + value.replace("%s", canary) + "}";
        assertThat(excerpt(line)).as(line).doesNotContain(canary, "4111");
      }
    }
  }

  @Test
  void masksNumbersThatMayBeCards() {
    assertThat(
            excerpt(
                "{\"count\":4111111111111111,\"id\":\"4111111111111111\",\"account\":\"a-4111-1111-1111-1111\"}"))
        .isEqualTo("{\"count\":\"(number)\",\"id\":\"(text of 16)\",\"account\":\"(text of 21)\"}");
  }

  @Test
  void masksTimesWhoseFractionMayBeACard() {
    assertThat(
            excerpt(
                "{\"at\":\"2026-04-22T10:00:00.4111111111111111Z\",\"createdAt\":\"2026-04-22T10:00:00.123456789Z\"}"))
        .isEqualTo(
            "{\"at\":\"(text of 37)\",\"createdAt\":\"2026-04-22T10:00:00.123456789Z\"}");
  }

  @Test
  void masksUnknownNames() {
    assertThat(excerpt("{\"sk-secret\":1,\"other\":2}")).isEqualTo("{\"?\":\"2 unknown\"}");
  }

  @Test
  void showsABrokenLineAsFarAsItCanBeRead() {
    assertThat(excerpt("{\"type\":\"account\",\"id\":\"a\",\"plan\":\"Cana"))
        .isEqualTo("{\"type\":\"account\",\"id\":\"a\"}");
  }

  @Test
  void showsNothingOfWhatIsNoObject() {
    assertThat(List.of("", "[1]", "\"text\"", "Canary", "{"))
        .allMatch(line -> excerpt(line).equals("{}"));
  }

  private static String excerpt(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return Redaction.excerpt(bytes, 0, bytes.length);
  }
}
