package io.iolaus.api.openapi;

import io.iolaus.api.once.OnceFilter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/// Describes the problems that any operation may answer with, and that all are problem JSON.
@Component
class ProblemResponses implements GlobalOpenApiCustomizer {

  private static final String NAME = "Problem";

  /// What the parts that stand before each operation answer.
  private static final Map<String, String> ANYWHERE =
      new TreeMap<>(
          Map.of(
              "401",
              "Nobody is logged in, or the credentials are wrong",
              "403",
              "Not allowed for this user, or the token against forged requests is missing",
              "429",
              "Too much at once, or too many wrong passwords: Retry-After says how long to"
                  + " wait",
              "503",
              "The server is busy, or the database does not answer or takes too long:"
                  + " Retry-After"));

  @Override
  public void customise(OpenAPI description) {
    Components components = description.getComponents();
    components.addSchemas(NAME, problem());
    description
        .getPaths()
        .forEach((path, item) -> {
          item.readOperations().forEach(ProblemResponses::complete);
          if (item.getPost() != null && OnceFilter.takes(path)) {
            takesKey(item.getPost());
          }
        });
  }

  private static void takesKey(Operation operation) {
    operation.addParametersItem(
        new HeaderParameter()
            .name(OnceFilter.HEADER)
            .description("The same request under it is done once, and answered the same for a day")
            .schema(new StringSchema().minLength(1).maxLength(255)));
    add(operation.getResponses(), "409", "A request with this key is under way");
    add(operation.getResponses(), "422", "Something else was asked under this key");
  }

  private static void complete(Operation operation) {
    ApiResponses responses = operation.getResponses();
    responses.forEach((status, response) -> {
      if (status.startsWith("4") || status.startsWith("5")) {
        response.setContent(content());
      }
    });
    ANYWHERE.forEach((status, text) -> add(responses, status, text));
    boolean takes = operation.getParameters() != null && !operation.getParameters().isEmpty();
    if (takes || operation.getRequestBody() != null) {
      add(responses, "400", "Something in the request is not as it may be: the detail says what");
      add(responses, "404", "There is no such thing");
    }
    if (operation.getRequestBody() != null) {
      add(responses, "413", "The body is too large");
      add(responses, "415", "The body is of another type");
    }
    add(responses, "406", "Another type of answer was asked for than there is");
  }

  private static void add(ApiResponses responses, String status, String text) {
    if (!responses.containsKey(status)) {
      responses.addApiResponse(status, new ApiResponse().description(text).content(content()));
    }
  }

  private static Content content() {
    return new Content()
        .addMediaType(
            "application/problem+json",
            new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + NAME)));
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("What went wrong, as RFC 9457 has it")
        .addProperty("type", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("code", new StringSchema().description("stable, for programs"))
        .addProperty("detail", new StringSchema().description("for people, with the remedy"))
        .addProperty("instance", new StringSchema())
        .addRequiredItem("status")
        .addRequiredItem("code")
        .addRequiredItem("detail");
  }
}
