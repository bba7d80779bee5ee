package io.iolaus.api.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.iolaus.cypher.explain.CutPreview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A preview that was asked for.
///
/// @param state `queued`, `running`, `done`, `failed`
/// @param preview the outcome, once it is done
/// @param problem why it failed
@JsonInclude(JsonInclude.Include.ALWAYS)
record PreviewResponse(
    String id,
    String cluster,
    List<String> ignoring,
    String state,
    @Nullable CutPreview preview,
    @Nullable String problem) {

  PreviewResponse {
    ignoring = List.copyOf(ignoring);
  }

  PreviewResponse running() {
    return new PreviewResponse(id, cluster, ignoring, "running", null, null);
  }

  PreviewResponse done(CutPreview outcome) {
    return new PreviewResponse(id, cluster, ignoring, "done", outcome, null);
  }

  PreviewResponse failed(String why) {
    return new PreviewResponse(id, cluster, ignoring, "failed", null, why);
  }
}
