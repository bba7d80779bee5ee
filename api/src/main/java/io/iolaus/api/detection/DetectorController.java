package io.iolaus.api.detection;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.audit.AuditedBody;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.ListResponse;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.backtest.Backtest;
import io.iolaus.cypher.backtest.BacktestRecords;
import io.iolaus.cypher.backtest.DetectorPublisher;
import io.iolaus.cypher.decision.DetectorPrecision;
import io.iolaus.cypher.decision.DetectorPrecisionReader;
import io.iolaus.cypher.detector.DetectorDraft;
import io.iolaus.cypher.detector.SiteDetectors;
import io.iolaus.cypher.run.DetectorRunRow;
import io.iolaus.cypher.run.RunReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The detectors there are, what they did, and their versions' way into use and out of it. Who
/// proposes, publishes or retires one is the login.
@RestController
@RequestMapping("/api/v1/detectors")
@Tag(name = "detection")
class DetectorController {

  private static final Pattern ID = Pattern.compile("(?m)^id: *([a-z0-9-]+) *$");

  private final SiteDetectors site;
  private final DetectorPublisher publisher;
  private final BacktestRecords backtests;
  private final RunReader runs;
  private final DetectorPrecisionReader precision;
  private final Cursors cursors;

  DetectorController(
      SiteDetectors site,
      DetectorPublisher publisher,
      BacktestRecords backtests,
      RunReader runs,
      DetectorPrecisionReader precision,
      Cursors cursors) {
    this.site = site;
    this.publisher = publisher;
    this.backtests = backtests;
    this.runs = runs;
    this.precision = precision;
    this.cursors = cursors;
  }

  @GetMapping
  @Operation(summary = "All detectors, with the latest run of each")
  ListResponse<DetectorResponse> list() {
    Map<String, DetectorRunRow> latest = runs.latestByDetector();
    return ListResponse.all(
        site.standing().stream()
            .map(d -> DetectorResponse.of(d, latest.get(d.file().id())))
            .toList());
  }

  @GetMapping("/{id}")
  @Operation(summary = "One detector, with its latest run")
  DetectorResponse one(@PathVariable String id) {
    return DetectorResponse.of(standing(id), runs.latestByDetector().get(id));
  }

  @GetMapping("/precision")
  @Operation(
      summary = "How right each version of each detector was, by what people decided",
      description =
          "`precision` is the part that is fraudulent of those decided about whom the version had"
              + " a part in labelling; null where nothing is decided. Versions of long ago stay.")
  ListResponse<DetectorPrecision> precision() {
    return ListResponse.all(precision.all());
  }

  @GetMapping("/{id}/runs")
  @Operation(summary = "Runs of one detector, the latest first")
  ListResponse<DetectorRunRow> runs(
      @PathVariable String id,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    String detector = standing(id).file().id();
    String query = "detector-runs\n" + detector;
    return ListResponse.of(
        runs.detectorRuns(detector, limit, cursors.read(query, cursor)), cursors, query);
  }

  @GetMapping("/{id}/versions")
  @Operation(summary = "Versions of one detector that were proposed, published or retired here")
  ListResponse<DetectorVersionResponse> versions(@PathVariable String id) {
    List<DetectorVersionResponse> versions =
        site.versions(id).stream().map(DetectorVersionResponse::of).toList();
    if (versions.isEmpty()) {
      standing(id);
    }
    return ListResponse.all(versions);
  }

  @GetMapping("/{id}/backtests")
  @Operation(summary = "Backtests of one detector, the latest first")
  ListResponse<Backtest> backtests(
      @PathVariable String id, @RequestParam(required = false) @Nullable Integer version) {
    List<Backtest> found = backtests.of(id, version);
    if (found.isEmpty() && site.versions(id).isEmpty()) {
      standing(id);
    }
    return ListResponse.all(found);
  }

  /// @param text of the `.cypher` file
  /// @param tests of the `.test.yml` file beside it
  /// @param reason why, for whoever is to approve it
  record ProposalRequest(
      @NotBlank @Size(max = 100_000) String text,
      @NotBlank @Size(max = 1_000_000) String tests,
      @Size(max = 2_000) @Nullable String reason)
      implements AuditedBody {

    @Override
    public String auditedObject() {
      Matcher id = ID.matcher(text);
      return id.find() ? id.group(1) : "";
    }

    @Override
    public @Nullable String auditedReason() {
      return reason;
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Audited(
      value = AuditAct.PROPOSE_DETECTOR,
      type = "detector",
      recording = Audited.Recording.CHANGE)
  @Operation(
      summary = "Put a version of a detector forward; its backtest must not speak against it")
  @ApiResponse(responseCode = "201", description = "Waits for somebody else's approval")
  @ApiResponse(responseCode = "409", description = "Refused by the gate, with every reason")
  @ApiResponse(responseCode = "422", description = "Not a detector that may run, with every place")
  DetectorVersionResponse propose(
      @Valid @RequestBody ProposalRequest request, @Nullable Principal login) {
    Matcher id = ID.matcher(request.text());
    String name = id.find() ? id.group(1) + ".cypher" : "detector.cypher";
    DetectorDraft draft = DetectorDraft.of(name, request.text(), request.tests());
    return DetectorVersionResponse.of(publisher.propose(draft, name(login), request.reason()));
  }

  @PostMapping("/{id}/versions/{version}/approval")
  @Audited(
      value = AuditAct.APPROVE_DETECTOR,
      type = "detector",
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Publish what somebody else put forward")
  @ApiResponse(responseCode = "200", description = "It runs from now on")
  @ApiResponse(responseCode = "409", description = "Refused by the gate, with every reason")
  DetectorVersionResponse approve(
      @PathVariable String id, @PathVariable int version, @Nullable Principal login) {
    return DetectorVersionResponse.of(publisher.approve(id, version, name(login)));
  }

  record RetirementRequest(@NotBlank @Size(max = 2_000) String reason) implements AuditedBody {

    @Override
    public String auditedReason() {
      return reason;
    }
  }

  @PostMapping("/{id}/retirement")
  @Audited(
      value = AuditAct.RETIRE_DETECTOR,
      type = "detector",
      id = "id",
      recording = Audited.Recording.CHANGE)
  @Operation(summary = "Take a detector out of use from the next run on")
  @ApiResponse(responseCode = "200", description = "It runs no more")
  @ApiResponse(responseCode = "409", description = "It does not run")
  DetectorVersionResponse retire(
      @PathVariable String id,
      @Valid @RequestBody RetirementRequest request,
      @Nullable Principal login) {
    return DetectorVersionResponse.of(publisher.retire(id, name(login), request.reason()));
  }

  private SiteDetectors.Standing standing(String id) {
    return site.standing().stream()
        .filter(one -> one.file().id().equals(id))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("detector-not-found", "No detector " + id));
  }

  private static String name(@Nullable Principal login) {
    if (login == null) {
      throw ProblemException.badParameter("nobody is logged in");
    }
    return login.getName();
  }
}
