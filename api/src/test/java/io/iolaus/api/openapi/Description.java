package io.iolaus.api.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.iolaus.api.server.Client;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a running server says about itself at `/openapi`, and whether an answer is as it says.
final class Description {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JsonNode root;
  private final Map<String, Schema> schemas = new HashMap<>();
  private final Map<String, Operation> operations = new TreeMap<>();

  /// One operation, as `GET /api/v1/clusters/{id}`.
  ///
  /// @param bodyType media type of its body, empty where it takes none
  /// @param responses statuses
  record Operation(
      String name,
      String method,
      String path,
      List<Parameter> parameters,
      String bodyType,
      Set<String> responses) {}

  /// @param in `query`, `path`, `header`
  record Parameter(String name, String in, JsonNode schema) {

    /// Whether it is a text or a list of texts.
    boolean text() {
      return words().isArray()
          || schema.path("type").toString().contains("string")
          || schema.at("/items/type").toString().contains("string");
    }

    /// The words that it takes, missing where it takes any.
    JsonNode words() {
      JsonNode own = schema.path("enum");
      return own.isMissingNode() ? schema.at("/items/enum") : own;
    }
  }

  Description(Client client) {
    this.root = client.json("/openapi");
    for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
        String method = one.getKey().toUpperCase(java.util.Locale.ROOT);
        String name = method + " " + path.getKey();
        operations.put(
            name,
            new Operation(
                name,
                method,
                path.getKey(),
                parameters(one.getValue()),
                one.getValue().at("/requestBody/content").propertyNames().stream()
                    .findFirst()
                    .orElse(""),
                Set.copyOf(one.getValue().get("responses").propertyNames())));
      }
    }
  }

  Map<String, Operation> operations() {
    return operations;
  }

  private List<Parameter> parameters(JsonNode operation) {
    List<Parameter> all = new ArrayList<>();
    for (JsonNode one : operation.path("parameters")) {
      all.add(
          new Parameter(
              one.get("name").asString(), one.get("in").asString(), resolved(one.get("schema"))));
    }
    return all;
  }

  /// The schema itself in place of a reference to it.
  private JsonNode resolved(JsonNode schema) {
    return schema.has("$ref") ? root.at(schema.get("$ref").asString().substring(1)) : schema;
  }

  /// What of an answer is not as described; empty where all is.
  List<String> complaints(Operation operation, HttpResponse<String> response) {
    String status = String.valueOf(response.statusCode());
    JsonNode described =
        root.get("paths")
            .get(operation.path())
            .get(operation.method().toLowerCase(java.util.Locale.ROOT))
            .path("responses")
            .path(status);
    if (described.isMissingNode()) {
      return List.of("the status " + status + " is not described");
    }
    String type =
        response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "").strip();
    JsonNode content = described.path("content");
    if (response.body().isEmpty()) {
      return content.isMissingNode() || !content.has("application/json")
          ? List.of()
          : List.of("an answer " + status + " has a body by description, and has none");
    }
    JsonNode media = content.path(type);
    if (media.isMissingNode()) {
      return List.of(
          "an answer %s of type %s is not described, but %s"
              .formatted(status, type, content.propertyNames()));
    }
    if (!type.equals("application/json") && !type.endsWith("+json")) {
      return List.of();
    }
    return schema(media.get("schema")).validate(response.body(), InputFormat.JSON).stream()
        .map(Error::toString)
        .limit(5)
        .toList();
  }

  private Schema schema(JsonNode schema) {
    return schemas.computeIfAbsent(
        schema.toString(),
        text -> {
          var whole = JSON.createObjectNode();
          whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
          whole.set("components", root.get("components"));
          whole.set("allOf", JSON.createArrayNode().add(schema));
          return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(whole.toString(), InputFormat.JSON);
        });
  }
}
