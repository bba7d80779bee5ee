package io.iolaus.api.search;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Finds prompts like one that is pasted. The text is in the body alone: addresses are logged on
/// their way, bodies are not.
@RestController
@Tag(name = "search")
class PromptSearchController {

  private static final int MOST_BYTES = 64 << 10;

  private final PromptSearch prompts;
  private final LuceneEntitySearch search;

  PromptSearchController(PromptSearch prompts, LuceneEntitySearch search) {
    this.prompts = prompts;
    this.search = search;
  }

  /// @param items the likest first
  /// @param index how far the index stands for the graph
  record PromptSearchResponse(List<AlikeFamily> items, int shown, IndexState index) {
    PromptSearchResponse {
      items = List.copyOf(items);
    }
  }

  @PostMapping(value = "/api/v1/search/prompts", consumes = MediaType.TEXT_PLAIN_VALUE)
  @Audited(value = AuditAct.SEARCH, recording = Audited.Recording.FOLDED)
  @Operation(
      summary = "Prompt families like a pasted prompt",
      description =
          "The body is the prompt: plain text in UTF-8, at most 64 KiB. It is compared by its keyed"
              + " sketch and never stored or logged.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
  PromptSearchResponse like(
      HttpServletRequest request, @RequestParam(defaultValue = "10") @Min(1) @Max(50) int limit)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new ProblemException(
          new Problem(
              HttpStatus.CONTENT_TOO_LARGE,
              "too-large",
              "A prompt to compare has at most 65536 bytes: its beginning and end are what"
                  + " counts"));
    }
    IndexState index = search.state();
    List<AlikeFamily> found = prompts.like(text(body), limit);
    return new PromptSearchResponse(found, found.size(), index);
  }

  private static String text(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      if (text.isBlank()) {
        throw ProblemException.badParameter("the body must be the text of a prompt, was empty");
      }
      return text;
    } catch (CharacterCodingException e) {
      // Without the cause: what is said of it must not quote the text.
      throw ProblemException.badParameter("the body must be text in UTF-8");
    }
  }
}
