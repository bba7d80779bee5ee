package io.iolaus.core.attribution;

import io.iolaus.core.attribution.Attribution.Statement;
import io.iolaus.core.evidence.EvidencePriors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Turns statements about a group into evidence.
///
/// Of each asserter the latest statement about an organization stands; a withdrawn one is as if it
/// had never been made. All who say that the organization runs the group count as one source,
/// however many they are and whatever they refer to: nothing tells whether they have it from each
/// other. So do all who deny it. An organization that speaks about itself confirms; what it denies
/// is next to nothing, because it would deny either way.
public final class Claims {

  private static final double DENIES = -1.5;
  private static final double DENIES_ITSELF = -0.5;

  /// What is said is said of the whole group.
  private static final double WHOLE = 1;

  /// How far a statement has come: never to a fact.
  public enum Status {
    ALLEGED,
    /// Somebody else denies it.
    DISPUTED,
    /// The organization itself says so.
    CONFIRMED,
    WITHDRAWN;

    /// As printed: lower case.
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private Claims() {}

  /// At most three findings an organization: its own confirmation, what others say for it, what is
  /// said against it.
  static List<Finding> weigh(List<ClaimEvidence> claims) {
    Map<String, List<ClaimEvidence>> byOrganization = new TreeMap<>();
    for (ClaimEvidence claim : standing(claims)) {
      byOrganization.computeIfAbsent(claim.organization(), o -> new ArrayList<>()).add(claim);
    }
    List<Finding> findings = new ArrayList<>();
    byOrganization.forEach((organization, said) -> {
      List<ClaimEvidence> support = said.stream().filter(c -> !denies(c)).toList();
      List<ClaimEvidence> denials = said.stream().filter(Claims::denies).toList();
      boolean confirmed = support.stream().anyMatch(ClaimEvidence::bySelf);
      if (!support.isEmpty()) {
        EvidenceKind kind = confirmed ? EvidenceKind.CONFIRMATION : EvidenceKind.CLAIM;
        Status status =
            confirmed ? Status.CONFIRMED : denials.isEmpty() ? Status.ALLEGED : Status.DISPUTED;
        findings.add(Finding.of(organization, kind, kind.maxBits(), WHOLE, text(status, support)));
      }
      if (!denials.isEmpty()) {
        boolean others = denials.stream().anyMatch(c -> !c.bySelf());
        findings.add(
            new Finding(
                organization,
                EvidenceKind.DENIAL,
                true,
                others ? DENIES : DENIES_ITSELF,
                0,
                WHOLE,
                text(Status.DISPUTED, denials)));
      }
    });
    return findings;
  }

  /// What is said of campaigns of an organization: nothing where a third party denies it. How much
  /// that is worth depends on how many organizations such things are said of.
  ///
  /// @param claims about campaigns; others are of no use here
  /// @param rate share of other organizations of which such a thing is said
  static Optional<Finding> ofCampaigns(
      String organization, List<ClaimEvidence> claims, double rate) {
    List<ClaimEvidence> said =
        standing(claims).stream().filter(c -> c.organization().equals(organization)).toList();
    List<ClaimEvidence> support = said.stream().filter(c -> !denies(c)).toList();
    if (support.isEmpty() || said.stream().anyMatch(c -> denies(c) && !c.bySelf())) {
      return Optional.empty();
    }
    EvidenceKind kind = EvidenceKind.CAMPAIGN_CLAIM;
    double bits = Math.min(kind.maxBits(), EvidencePriors.log2(kind.operated() / rate));
    Status status = support.size() < said.size() ? Status.DISPUTED : Status.ALLEGED;
    return bits <= 0
        ? Optional.empty()
        : Optional.of(
            Finding.of(organization, kind, bits, WHOLE, "of a campaign: " + text(status, support)));
  }

  /// All that was said, in the order of time, with what has become of it.
  static List<Statement> statements(List<ClaimEvidence> claims) {
    List<ClaimEvidence> standing = standing(claims);
    return inOrder(claims)
        .map(c ->
            new Statement(
                c.organization(),
                c.statement(),
                c.by(),
                c.at(),
                c.campaign(),
                c.reference(),
                status(c, standing)))
        .toList();
  }

  /// A statement that its asserter has gone back on is withdrawn; one that somebody else
  /// contradicts is disputed.
  private static Status status(ClaimEvidence claim, List<ClaimEvidence> standing) {
    if (!standing.contains(claim)) {
      return Status.WITHDRAWN;
    }
    if (!denies(claim) && claim.bySelf()) {
      return Status.CONFIRMED;
    }
    boolean contradicted =
        standing.stream()
            .anyMatch(
                c -> c.organization().equals(claim.organization()) && denies(c) != denies(claim));
    return contradicted ? Status.DISPUTED : Status.ALLEGED;
  }

  private static Stream<ClaimEvidence> inOrder(List<ClaimEvidence> claims) {
    return claims.stream()
        .sorted(
            Comparator.comparing(ClaimEvidence::at)
                .thenComparing(ClaimEvidence::organization)
                .thenComparing(ClaimEvidence::by)
                .thenComparing(ClaimEvidence::statement));
  }

  /// What each asserter says now about each organization; nothing of one that withdrew.
  static List<ClaimEvidence> standing(List<ClaimEvidence> claims) {
    Map<String, Map<String, ClaimEvidence>> latest = new TreeMap<>();
    inOrder(claims)
        .forEach(claim ->
            latest
                .computeIfAbsent(claim.organization(), o -> new TreeMap<>())
                .put(claim.by(), claim));
    return latest.values().stream()
        .flatMap(said -> said.values().stream())
        .filter(claim -> !claim.statement().equals("withdraws"))
        .toList();
  }

  private static boolean denies(ClaimEvidence claim) {
    return claim.statement().equals("denies");
  }

  private static String text(Status status, List<ClaimEvidence> said) {
    String asserters =
        said.stream()
            .map(ClaimEvidence::by)
            .map(by -> by.isEmpty() ? "somebody" : by)
            .distinct()
            .sorted()
            .limit(5)
            .collect(Collectors.joining(", "));
    String more = said.size() > 5 ? " and others" : "";
    String once = said.size() > 1 ? " (" + said.size() + " statements, counted once)" : "";
    return status.id() + " by " + asserters + more + once;
  }
}
