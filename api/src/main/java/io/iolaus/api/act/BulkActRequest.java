package io.iolaus.api.act;

import io.iolaus.api.audit.AuditedBody;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.act.AccountSet;
import io.iolaus.core.evidence.Facet;
import io.iolaus.cypher.act.Choice;
import io.iolaus.cypher.decision.Ruling;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody proposes to decide about many accounts.
///
/// @param kind `confirmed` or `false-positive`
/// @param accounts whom it is about; null for members
/// @param members whom it is about; null for accounts
record BulkActRequest(
    @Pattern(regexp = "confirmed|false-positive") String kind,
    @NotBlank @Size(max = Ruling.MAX_TEXT) String reason,
    @Size(min = 1, max = AccountSet.MAX) @Nullable List<@NotBlank @Size(max = 600) String> accounts,
    @Valid @Nullable MembersRequest members)
    implements AuditedBody {

  /// Members of a cluster.
  ///
  /// @param state `labelled` or `review`, null for all
  /// @param minMembership, maxMembership bounds, included, of how surely they are members
  /// @param onlyFacet the kind of evidence that alone ties them, null for whatever does
  record MembersRequest(
      @NotBlank @Size(max = 200) String cluster,
      @Pattern(regexp = "labelled|review") @Nullable String state,
      @DecimalMin("0") @DecimalMax("1") @Nullable Double minMembership,
      @DecimalMin("0") @DecimalMax("1") @Nullable Double maxMembership,
      @Nullable String onlyFacet) {}

  @Override
  public String auditedObject() {
    return members == null ? "" : members.cluster();
  }

  @Override
  public String auditedReason() {
    return kind
        + (accounts == null ? "" : " about " + accounts.size() + " accounts")
        + ": "
        + reason;
  }

  Choice choice() {
    if (accounts != null && members == null) {
      return new Choice.Accounts(accounts);
    }
    if (members == null || accounts != null) {
      throw ProblemException.badParameter("name accounts, or members of a cluster: one of the two");
    }
    String facet = members.onlyFacet();
    if (facet != null && Arrays.stream(Facet.values()).noneMatch(f -> f.id().equals(facet))) {
      throw ProblemException.badParameter(
          "onlyFacet must be one of "
              + Arrays.stream(Facet.values()).map(Facet::id).collect(Collectors.joining(", "))
              + ", was "
              + facet);
    }
    return new Choice.Members(
        members.cluster(),
        members.state(),
        members.minMembership(),
        members.maxMembership(),
        facet);
  }
}
