package io.iolaus.bench.detect;

import io.iolaus.core.attribution.ClaimEvidence;
import io.iolaus.core.attribution.KnownOrganization;
import io.iolaus.core.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Organizations and what was said of them.
final class MemoryOrganizations {

  private final Map<String, Event.Organization> byId = new HashMap<>();
  private final List<Event.Claim> claims = new ArrayList<>();

  void add(Event.Organization organization) {
    byId.put(organization.id(), organization);
  }

  void add(Event.Claim claim) {
    claims.add(claim);
  }

  /// Who vouches for an account of this organization. A reseller vouches for everybody: that
  /// excuses nobody.
  @Nullable String vouching(@Nullable String organization, boolean verified) {
    if (organization == null || !verified) {
      return null;
    }
    Event.Organization known = byId.get(organization);
    return known != null && "reseller".equals(known.kind()) ? null : organization;
  }

  List<KnownOrganization> known() {
    return byId.values().stream().map(MemoryOrganizations::known).toList();
  }

  private static KnownOrganization known(Event.Organization organization) {
    return new KnownOrganization(
        organization.id(),
        Objects.requireNonNullElse(organization.kind(), ""),
        Objects.requireNonNullElse(organization.domains(), List.of()),
        Objects.requireNonNullElse(organization.asns(), List.of()),
        Objects.requireNonNullElse(organization.prefixes(), List.of()),
        Objects.requireNonNullElse(organization.billingNames(), List.of()));
  }

  List<ClaimEvidence> claims() {
    return claims.stream().map(this::claim).toList();
  }

  private ClaimEvidence claim(Event.Claim claim) {
    Event.Organization about = byId.get(claim.organization());
    boolean bySelf =
        about != null
            && (claim.by().equals(about.id())
                || claim.by().equals(about.name())
                || Objects.requireNonNullElse(about.aliases(), List.of()).contains(claim.by()));
    return new ClaimEvidence(
        claim.organization(),
        claim.statement(),
        claim.by(),
        bySelf,
        claim.at(),
        claim.campaign(),
        claim.reference());
  }
}
