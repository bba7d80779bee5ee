package io.iolaus.api.explain;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.lineage.MissingClusters;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.explain.AccountExplanation;
import io.iolaus.cypher.explain.ClusterExplanation;
import io.iolaus.cypher.explain.ExplanationReader;
import io.iolaus.cypher.explain.MembershipExplanation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Why accounts are where they are. Ids of accounts go in the query, since they may have slashes.
@RestController
@Tag(name = "explanations")
class ExplanationController {

  private final ExplanationReader explanations;
  private final MissingClusters missing;

  ExplanationController(ExplanationReader explanations, MissingClusters missing) {
    this.explanations = explanations;
    this.missing = missing;
  }

  @GetMapping("/api/v1/entities/account/explanation")
  @Audited(value = AuditAct.READ_EXPLANATION, type = "account", id = "id")
  @Operation(summary = "Why an account is in its cluster, or what keeps it out of the nearest ones")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "409", description = "`not-explained`: written by another version")
  AccountExplanation account(@RequestParam @NotBlank @Size(max = 600) String id) {
    return explanations
        .account(id)
        .orElseThrow(() -> ProblemException.notFound("entity-not-found", "No account " + id));
  }

  @GetMapping("/api/v1/clusters/{id}/explanation")
  @Audited(value = AuditAct.READ_EXPLANATION, type = "cluster", id = "id")
  @Operation(summary = "What ties a cluster, what was discounted, and who is nearly in it")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "409", description = "`not-explained`: written by another version")
  ClusterExplanation cluster(@PathVariable String id) {
    return explanations.cluster(id).orElseThrow(() -> missing.problem(id));
  }

  @GetMapping("/api/v1/clusters/{id}/members/explanation")
  @Audited(value = AuditAct.READ_EXPLANATION, type = "account", id = "account")
  @Operation(summary = "Why an account is in a cluster, or is not, and what would free it")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "409", description = "`not-explained`: written by another version")
  MembershipExplanation membership(
      @PathVariable String id, @RequestParam @NotBlank @Size(max = 600) String account) {
    return explanations
        .membership(id, account)
        .orElseThrow(() ->
            ProblemException.notFound(
                "entity-not-found", "No cluster " + id + ", or no account " + account));
  }
}
