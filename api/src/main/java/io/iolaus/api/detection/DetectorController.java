package io.iolaus.api.detection;

import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.detector.DetectorFile;
import io.iolaus.cypher.run.DetectorRunRow;
import io.iolaus.cypher.run.RunReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The detectors there are and what they did.
@RestController
@RequestMapping("/api/v1/detectors")
@Tag(name = "detection")
class DetectorController {

  private final DetectorCatalog catalog;
  private final RunReader runs;
  private final Cursors cursors;

  DetectorController(DetectorCatalog catalog, RunReader runs, Cursors cursors) {
    this.catalog = catalog;
    this.runs = runs;
    this.cursors = cursors;
  }

  @GetMapping
  @Operation(summary = "All detectors, with the latest run of each")
  ListResponse<DetectorResponse> list() {
    Map<String, DetectorRunRow> latest = runs.latestByDetector();
    return ListResponse.all(
        catalog.all().stream().map(d -> DetectorResponse.of(d, latest.get(d.id()))).toList());
  }

  @GetMapping("/{id}/runs")
  @Operation(summary = "Runs of one detector, the latest first")
  ListResponse<DetectorRunRow> runs(
      @PathVariable String id,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    String detector =
        catalog
            .find(id)
            .map(DetectorFile::id)
            .orElseThrow(
                () -> ProblemException.notFound("detector-not-found", "No detector " + id));
    String query = "detector-runs\n" + detector;
    return ListResponse.of(
        runs.detectorRuns(detector, limit, cursors.read(query, cursor)), cursors, query);
  }
}
