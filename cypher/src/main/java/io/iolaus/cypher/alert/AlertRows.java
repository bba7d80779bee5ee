package io.iolaus.cypher.alert;

import io.iolaus.cypher.read.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Alerts as they stand in the graph.
final class AlertRows {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

  private AlertRows() {}

  static Alert alert(Value v) {
    return new Alert(
        v.get("id").asString(),
        v.get("place").asLong(),
        v.get("kind").asString(),
        v.get("run").asString(),
        v.get("at").asZonedDateTime().toInstant(),
        v.get("recordedAt").asZonedDateTime().toInstant(),
        v.get("raisedAt").asZonedDateTime().toInstant(),
        Fields.texts(v.get("parents")),
        outcomes(
            Fields.texts(v.get("clusters")),
            Fields.texts(v.get("states")),
            Fields.texts(v.get("organizations")),
            Fields.numbers(v.get("confidences"))),
        v.get("before").asInt(),
        v.get("after").asInt(),
        counts(v.get("joined")),
        counts(v.get("left")),
        v.get("title").asString(),
        v.get("text").asString(),
        Fields.texts(v.get("because")),
        Fields.texts(v.get("detectors")),
        Fields.list(v.get("deliveries"), AlertRows::delivery));
  }

  /// Where who is named was not recorded, nobody is.
  static List<Alert.Outcome> outcomes(
      List<String> ids, List<String> states, List<String> organizations, List<Double> confidences) {
    List<Alert.Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      boolean named = i < organizations.size() && !organizations.get(i).isEmpty();
      outcomes.add(
          new Alert.Outcome(
              ids.get(i),
              i < states.size() ? states.get(i) : "",
              named ? organizations.get(i) : null,
              named ? confidences.get(i) : null));
    }
    return outcomes;
  }

  static Map<String, Integer> counts(Value json) {
    return JSON.readValue(json.asString(), COUNTS);
  }

  private static Alert.Delivery delivery(Value v) {
    return new Alert.Delivery(
        v.get("id").asString(),
        v.get("channel").asString(),
        v.get("state").asString(),
        v.get("attempts").asLong(),
        Fields.instant(v.get("nextAt")),
        Fields.instant(v.get("endedAt")),
        Fields.text(v.get("problem")));
  }
}
