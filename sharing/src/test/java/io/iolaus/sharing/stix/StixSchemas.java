package io.iolaus.sharing.stix;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON Schemas of STIX 2.1 by OASIS, which are not part of this repository.
final class StixSchemas {

  private static final String BASE =
      "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";

  private final SchemaRegistry registry;
  private final Map<String, String> idsByType = new HashMap<>();

  private StixSchemas(Path folder) throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        String id = JsonMapper.shared().readTree(file).path("$id").asString("");
        if (id.startsWith(BASE) && !file.toString().contains("interop")) {
          texts.put(id, Files.readString(file));
          idsByType.put(file.getFileName().toString().replace(".json", ""), id);
        } else if (id.startsWith("tlp2.0")) {
          texts.put(
              BASE + id,
              Files.readString(file).replace("\"tlp2.0.json\"", "\"" + BASE + id + "\""));
          idsByType.put("tlp2.0", BASE + id);
        }
      }
    }
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(texts)
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /// Looked for at `-Diolaus.stix-schemas`, `$IOLAUS_STIX_SCHEMAS`, `../shared/stix-schemas` next
  /// to the repository.
  static Optional<StixSchemas> find() throws IOException {
    List<String> places =
        Stream.of(
                System.getProperty("iolaus.stix-schemas"),
                System.getenv("IOLAUS_STIX_SCHEMAS"),
                System.getProperty("iolaus.root", "..") + "/../shared/stix-schemas")
            .filter(place -> place != null && !place.isBlank())
            .toList();
    for (String place : places) {
      if (Files.isDirectory(Path.of(place, "schemas"))) {
        return Optional.of(new StixSchemas(Path.of(place)));
      }
    }
    System.err.println("=".repeat(100));
    System.err.println("NOT CHECKED against the STIX 2.1 schemas: none found at " + places);
    System.err.println(
        "Get oasis-open/cti-stix2-json-schemas and set IOLAUS_STIX_SCHEMAS to the folder that holds schemas/.");
    System.err.println("=".repeat(100));
    return Optional.empty();
  }

  /// What is wrong with an object by the schema of its own type: the schema of whole bundles
  /// refuses good ones.
  List<String> problems(JsonNode object) {
    return problems(object, object.get("type").asString());
  }

  List<String> tlpProblems(JsonNode marking) {
    return problems(marking, "tlp2.0");
  }

  private List<String> problems(JsonNode object, String name) {
    Schema schema = registry.getSchema(SchemaLocation.of(idsByType.get(name)));
    return schema.validate(object.toString(), InputFormat.JSON).stream()
        .map(error -> object.get("id").asString() + ": " + error)
        .toList();
  }
}
