package io.iolaus.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the interface says about itself at `/openapi`.
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Iolaus")
                .version("v1")
                .description(
                    "Finds networks of API accounts that are run as one. Lists say how much they show"
                        + " of how much; errors are problem JSON with a stable code."))
        .components(
            new Components()
                .addSecuritySchemes("basic", http("basic"))
                .addSecuritySchemes("bearer", http("bearer")))
        .addSecurityItem(new SecurityRequirement().addList("basic"))
        .addSecurityItem(new SecurityRequirement().addList("bearer"))
        .path("/api/v1/metrics", new PathItem().get(metrics()));
  }

  private static SecurityScheme http(String scheme) {
    return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(scheme);
  }

  /// Served by a library, and so not found by itself.
  private static Operation metrics() {
    return new Operation()
        .addTagsItem("status")
        .operationId("metrics")
        .summary("What this process did, for Prometheus")
        .responses(
            new ApiResponses()
                .addApiResponse(
                    "200",
                    new ApiResponse()
                        .description("OK")
                        .content(
                            new Content()
                                .addMediaType(
                                    "text/plain", new MediaType().schema(new StringSchema())))));
  }
}
