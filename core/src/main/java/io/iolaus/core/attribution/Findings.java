package io.iolaus.core.attribution;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes findings about organizations of what one group shows.
final class Findings {

  /// Where so many strangers are on a network, and more of them than seats, anybody may be.
  private static final int CROWD = 10;

  /// From so many on, seats of other organizations tell how often seats are tied by chance.
  private static final int ENOUGH_SEATS = 50;

  /// A gateway that so many of the group use is its exit, not a slip.
  private static final double EXIT = 0.5;

  /// Who shows a trace of so many organizations besides is tied to none of them by it.
  private static final int HABIT = 3;

  private final OrganizationTraces traces;
  private final Bystanders bystanders;
  private final Group group;
  private final Map<Integer, Witnesses> witnesses;
  private final Map<Integer, SeatTies> ties;
  private final Map<Trace, Integer> shown = new EnumMap<>(Trace.class);

  Findings(
      OrganizationTraces traces,
      Bystanders bystanders,
      Group group,
      Map<Integer, Witnesses> witnesses,
      Map<Integer, SeatTies> ties) {
    this.traces = traces;
    this.bystanders = bystanders;
    this.group = group;
    this.witnesses = witnesses;
    this.ties = ties;
    for (Witnesses of : witnesses.values()) {
      for (Trace trace : Trace.values()) {
        shown.merge(trace, of.isShown(trace) ? 1 : 0, Integer::sum);
      }
    }
  }

  /// What the group shows, and could have shown, of an organization.
  List<Finding> about(int o) {
    KnownOrganization organization = traces.organizations().get(o);
    List<Finding> findings = new ArrayList<>();
    if (bystanders.seats(o) > 0) {
      findings.add(seats(o, organization));
    }
    Witnesses own = witnesses.getOrDefault(o, Witnesses.NONE);
    Map<Trace, Integer> dealt = own.dealt();
    if (Trace.GATEWAY.possible(organization)) {
      Finding address = borne(o, Trace.OWN_ADDRESS, network(o, Trace.OWN_ADDRESS, own), own, dealt);
      Finding gateway = borne(o, Trace.GATEWAY, network(o, Trace.GATEWAY, own), own, dealt);
      // One network is one kind, however it is used.
      findings.add(gateway.operates() > address.operates() ? gateway : address);
    }
    if (Trace.INVOICE.possible(organization)) {
      findings.add(borne(o, Trace.INVOICE, EvidenceKind.INVOICE, own, dealt));
    }
    if (Trace.MAIL.possible(organization)) {
      findings.add(borne(o, Trace.MAIL, EvidenceKind.MAIL, own, dealt));
    }
    return findings;
  }

  /// Whether an address in the organization's networks can be had without a foothold inside.
  private EvidenceKind network(int o, Trace trace, Witnesses own) {
    int outside = bystanders.outside(o, trace, group);
    boolean crowd = outside >= CROWD && outside > bystanders.seats(o);
    boolean exit = own.accounts(trace).size() >= EXIT * group.size();
    return traces.organizations().get(o).letsStrangersIn()
            || exit
            || (crowd && trace == Trace.GATEWAY)
        ? EvidenceKind.OPEN_NETWORK
        : EvidenceKind.NETWORK;
  }

  private Finding borne(
      int o, Trace trace, EvidenceKind kind, Witnesses own, Map<Trace, Integer> dealt) {
    KnownOrganization organization = traces.organizations().get(o);
    int others = shown.getOrDefault(trace, 0) - (own.isShown(trace) ? 1 : 0);
    if (others >= HABIT) {
      return Finding.nothing(organization.id(), kind);
    }
    int witnesses = dealt.getOrDefault(trace, 0);
    if (witnesses < Finding.LEAST_WITNESSES) {
      return Finding.silent(organization.id(), kind);
    }
    int outside = bystanders.outside(o, trace, group);
    double rate = (outside + 0.5) / (bystanders.strangers(o, group) + 1.0);
    Set<Integer> accounts = own.accounts(trace);
    return Finding.counted(
        organization.id(),
        kind,
        witnesses,
        group.size(),
        Math.min(1, rate),
        Math.min(group.reach(accounts), group.bound(own.accounts())),
        accounts.size() + " " + words(trace) + " (" + outside + " elsewhere)");
  }

  private Finding seats(int o, KnownOrganization organization) {
    SeatTies own = ties.getOrDefault(o, SeatTies.NONE);
    int tied = own.seats().size();
    return Finding.counted(
        organization.id(),
        own.isTemplate(bystanders.seats(o)) ? EvidenceKind.TEMPLATE : EvidenceKind.SEATS,
        tied,
        bystanders.seats(o),
        Math.max(strangers(o, own), otherSeats(o)),
        Math.min(
            group.share(own.members()),
            group.bound(witnesses.getOrDefault(o, Witnesses.NONE).accounts())),
        tied
            + " verified seats share "
            + own.things().size()
            + " of the cluster's own cards, devices or prompts ("
            + (bystanders.seats(o) - tied)
            + " do not)");
  }

  /// How many unrelated accounts show what ties the seats.
  private double strangers(int o, SeatTies own) {
    int showing = own.members().cardinality() - group.inside(own.members()) - own.seats().size();
    return Math.min(1, (Math.max(0, showing) + 0.5) / (bystanders.strangers(o, group) + 1.0));
  }

  /// How many seats of other organizations are tied in the same way, where there are enough to
  /// tell.
  private double otherSeats(int o) {
    int tied = 0;
    for (Map.Entry<Integer, SeatTies> entry : ties.entrySet()) {
      tied += entry.getKey() == o ? 0 : entry.getValue().seats().size();
    }
    int all = bystanders.allSeats() - bystanders.seats(o);
    return all < ENOUGH_SEATS ? 0 : Math.min(1, (tied + 0.5) / (all + 1.0));
  }

  private static String words(Trace trace) {
    return switch (trace) {
      case OWN_ADDRESS ->
          "accounts came from addresses in its networks that hardly anybody else uses";
      case GATEWAY -> "accounts came through a gateway of its networks";
      case INVOICE -> "accounts are invoiced in its name";
      case MAIL -> "accounts use an e-mail domain of it";
    };
  }
}
