package io.iolaus.sharing.stix;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A STIX bundle; it has neither a version nor times of its own.
@JsonPropertyOrder({"type", "id", "objects"})
record Bundle(String type, String id, List<StixObject> objects) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(
              in -> in.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  Bundle(String id, List<StixObject> objects) {
    this("bundle", id, List.copyOf(objects));
  }

  /// One text for one bundle, whatever the platform.
  String json() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this).replace("\r\n", "\n")
        + "\n";
  }
}
