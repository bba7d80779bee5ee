package io.iolaus.core.attribution;

import io.iolaus.core.attribution.OrganizationTraces.Place;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Support;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Gathers what speaks for and against organizations standing behind a group, and has it weighed.
///
/// **Chance.** What a group shows is held against what accounts outside it show for which the
/// organization does not vouch (its own people bear its marks anyway), and against the habits of
/// the group itself: one that leaves through the gateways of many organizations is tied to none of
/// them by that. **Dependence.** An account is a witness of one thing: two people who sit in an
/// office and write from its mail domain are two witnesses, not four. **Reach.** What accounts bear
/// speaks for them and for those that share a card, a device or a skeleton with them.
///
/// Immutable; may be shared by threads.
public final class Attributor {

  /// Of the users of an address so many must be the group's, or it is a gateway.
  private static final double OWN = 0.95;

  private final OrganizationTraces traces;
  private final EvidenceGraph evidence;
  private final Map<String, List<ClaimEvidence>> claims;
  private final List<ClaimEvidence> ofCampaigns;
  private final Bystanders bystanders;

  /// @param claims by the id of the cluster that they are about
  /// @param ofCampaigns claims that name no cluster
  public Attributor(
      OrganizationTraces traces,
      EvidenceGraph evidence,
      Map<String, List<ClaimEvidence>> claims,
      List<ClaimEvidence> ofCampaigns) {
    this.traces = traces;
    this.evidence = evidence;
    this.claims = Map.copyOf(claims);
    this.ofCampaigns = List.copyOf(ofCampaigns);
    this.bystanders = new Bystanders(traces);
  }

  /// Who may stand behind a group.
  ///
  /// @param cluster id that claims know it by
  /// @param members indexes of its accounts
  /// @param supports what ties it
  /// @param began its first exchange: what was said of campaigns before is not about it; null where
  ///   that is not known
  public Attribution attribute(
      String cluster, int[] members, List<Support> supports, @Nullable Instant began) {
    List<ClaimEvidence> said = new ArrayList<>(claims.getOrDefault(cluster, List.of()));
    // Who takes back what he said, and does not say of what, takes back all of it.
    ofCampaigns.stream().filter(Attributor::takesAllBack).forEach(said::add);
    Group group = new Group(members, supports, evidence);
    List<Finding> findings = new ArrayList<>(Claims.weigh(said));
    Set<String> accused = new HashSet<>();
    findings.forEach(f -> accused.add(f.organization()));
    Map<Integer, Witnesses> witnesses = witnesses(group, members);
    Map<Integer, SeatTies> ties = SeatTies.of(group, traces);
    Set<Integer> candidates = new TreeSet<>(witnesses.keySet());
    candidates.addAll(ties.keySet());
    for (int o = 0; o < traces.organizations().size(); o++) {
      if (accused.contains(traces.organizations().get(o).id())) {
        candidates.add(o);
      }
    }
    Findings made = new Findings(traces, bystanders, group, witnesses, ties);
    candidates.forEach(o -> findings.addAll(made.about(o)));
    List<ClaimEvidence> meanwhile =
        ofCampaigns.stream().filter(c -> began == null || !c.at().isBefore(began)).toList();
    findings.addAll(campaigns(findings, meanwhile));
    Set<String> pointedTo = new HashSet<>();
    findings.stream().filter(Finding::found).forEach(f -> pointedTo.add(f.organization()));
    Set<ClaimEvidence> told = new LinkedHashSet<>(said);
    told.removeIf(c -> takesAllBack(c) && said.stream().allMatch(Attributor::takesAllBack));
    meanwhile.stream().filter(c -> pointedTo.contains(c.organization())).forEach(told::add);
    Attribution weighed = Sensitivity.weigh(findings, traces.organizations().size());
    return new Attribution(
        weighed.outcome(),
        weighed.hypotheses(),
        weighed.matrix(),
        weighed.changes(),
        Claims.statements(List.copyOf(told)));
  }

  private static boolean takesAllBack(ClaimEvidence claim) {
    return claim.statement().equals("withdraws") && claim.campaign() == null;
  }

  /// What is said of campaigns of those organizations that something else than words points to, and
  /// of which nothing is said about this group: it is heard once.
  private List<Finding> campaigns(List<Finding> findings, List<ClaimEvidence> meanwhile) {
    Set<String> accused = new TreeSet<>();
    Claims.standing(meanwhile).forEach(c -> accused.add(c.organization()));
    List<Finding> made = new ArrayList<>();
    for (String organization : accused) {
      List<Finding> own =
          findings.stream()
              .filter(f -> f.found() && f.organization().equals(organization))
              .toList();
      if (!own.isEmpty() && own.stream().noneMatch(f -> f.kind().isSaid())) {
        double rate = (accused.size() - 0.5) / (traces.organizations().size() + 1.0);
        Claims.ofCampaigns(organization, meanwhile, rate).ifPresent(made::add);
      }
    }
    return made;
  }

  /// By organization: who of the group bears what.
  private Map<Integer, Witnesses> witnesses(Group group, int[] members) {
    Map<Integer, Witnesses> witnesses = new TreeMap<>();
    IdentityHashMap<Place, Trace> addresses = new IdentityHashMap<>();
    for (int a : members) {
      for (int o : traces.mail().getOrDefault(a, Set.of())) {
        witnesses.computeIfAbsent(o, w -> new Witnesses()).add(a, Trace.MAIL);
      }
      for (int o : traces.invoices().getOrDefault(a, Set.of())) {
        witnesses.computeIfAbsent(o, w -> new Witnesses()).add(a, Trace.INVOICE);
      }
      for (Place place : bystanders.placesOf(a)) {
        Trace trace = addresses.computeIfAbsent(place, p -> ofAddress(p, group));
        for (int o : place.organizations()) {
          witnesses.computeIfAbsent(o, w -> new Witnesses()).add(a, trace);
        }
      }
    }
    return witnesses;
  }

  private static Trace ofAddress(Place place, Group group) {
    long inside = place.accounts().intStream().filter(group::has).count();
    return inside >= OWN * place.accounts().size() ? Trace.OWN_ADDRESS : Trace.GATEWAY;
  }
}
