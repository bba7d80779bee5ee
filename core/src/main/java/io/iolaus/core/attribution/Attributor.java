package io.iolaus.core.attribution;

import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Support;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
  private final Bystanders bystanders;

  /// @param claims by the id of the cluster that they are about
  public Attributor(
      OrganizationTraces traces, EvidenceGraph evidence, Map<String, List<ClaimEvidence>> claims) {
    this.traces = traces;
    this.evidence = evidence;
    this.claims = Map.copyOf(claims);
    this.bystanders = new Bystanders(traces);
  }

  /// Who may stand behind a group.
  ///
  /// @param cluster id that claims know it by
  /// @param members indexes of its accounts
  /// @param supports what ties it
  public Attribution attribute(String cluster, int[] members, List<Support> supports) {
    List<ClaimEvidence> said = claims.getOrDefault(cluster, List.of());
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
    Attribution weighed = Sensitivity.weigh(findings, traces.organizations().size());
    return new Attribution(
        weighed.outcome(),
        weighed.hypotheses(),
        weighed.matrix(),
        weighed.changes(),
        Claims.statements(said));
  }

  /// By organization: who of the group bears what.
  private Map<Integer, Witnesses> witnesses(Group group, int[] members) {
    Map<Integer, Witnesses> witnesses = new TreeMap<>();
    for (int a : members) {
      for (int o : traces.mail().getOrDefault(a, Set.of())) {
        witnesses.computeIfAbsent(o, w -> new Witnesses()).add(a, Trace.MAIL);
      }
      for (int o : traces.invoices().getOrDefault(a, Set.of())) {
        witnesses.computeIfAbsent(o, w -> new Witnesses()).add(a, Trace.INVOICE);
      }
      for (OrganizationTraces.Place place : bystanders.placesOf(a)) {
        long inside = place.accounts().intStream().filter(group::has).count();
        Trace trace = inside >= OWN * place.accounts().size() ? Trace.OWN_ADDRESS : Trace.GATEWAY;
        for (int o : place.organizations()) {
          witnesses.computeIfAbsent(o, w -> new Witnesses()).add(a, trace);
        }
      }
    }
    return witnesses;
  }

  /// What everybody shows, counted once for all groups.
  static final class Bystanders {
    private final Map<Integer, List<OrganizationTraces.Place>> placesOf = new TreeMap<>();
    private final Map<Trace, Map<Integer, Set<Integer>>> showing = new EnumMap<>(Trace.class);
    private final int[] seats;
    private final int accounts;

    Bystanders(OrganizationTraces traces) {
      this.accounts = traces.accounts();
      this.seats = new int[traces.organizations().size()];
      for (int a = 0; a < accounts; a++) {
        if (traces.seatOf(a) != OrganizationTraces.NOBODY) {
          seats[traces.seatOf(a)]++;
        }
      }
      Map<Integer, Set<Integer>> onNetwork = new TreeMap<>();
      for (OrganizationTraces.Place place : traces.places()) {
        for (int a : place.accounts()) {
          placesOf.computeIfAbsent(a, x -> new ArrayList<>()).add(place);
          place.organizations().forEach(o -> add(onNetwork, traces, o, a));
        }
      }
      showing.put(Trace.OWN_ADDRESS, onNetwork);
      showing.put(Trace.GATEWAY, onNetwork);
      showing.put(Trace.MAIL, byOrganization(traces, traces.mail()));
      showing.put(Trace.INVOICE, byOrganization(traces, traces.invoices()));
    }

    private static Map<Integer, Set<Integer>> byOrganization(
        OrganizationTraces traces, Map<Integer, Set<Integer>> byAccount) {
      Map<Integer, Set<Integer>> showing = new TreeMap<>();
      byAccount.forEach(
          (a, organizations) -> organizations.forEach(o -> add(showing, traces, o, a)));
      return showing;
    }

    /// Its own people bear its marks: what counts is who else does.
    private static void add(
        Map<Integer, Set<Integer>> showing, OrganizationTraces traces, int organization, int a) {
      if (traces.seatOf(a) != organization) {
        showing.computeIfAbsent(organization, o -> new HashSet<>()).add(a);
      }
    }

    List<OrganizationTraces.Place> placesOf(int account) {
      return placesOf.getOrDefault(account, List.of());
    }

    /// Accounts outside a group, none of its seats, that bear a trace of an organization.
    int outside(int organization, Trace trace, Group group) {
      return (int)
          showing.getOrDefault(trace, Map.of()).getOrDefault(organization, Set.of()).stream()
              .filter(a -> !group.has(a))
              .count();
    }

    /// Accounts outside a group that the organization does not vouch for.
    int strangers(int organization, Group group) {
      return Math.max(0, accounts - group.size() - seats[organization]);
    }

    int seats(int organization) {
      return seats[organization];
    }

    int allSeats() {
      int all = 0;
      for (int of : seats) {
        all += of;
      }
      return all;
    }
  }
}
