package io.iolaus.core.attribution;

import io.iolaus.core.attribution.OrganizationTraces.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What everybody shows, counted once for all groups.
final class Bystanders {
  private final Map<Integer, List<Place>> placesOf = new TreeMap<>();
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
    for (Place place : traces.places()) {
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
    byAccount.forEach((a, organizations) -> organizations.forEach(o -> add(showing, traces, o, a)));
    return showing;
  }

  /// Its own people bear its marks: what counts is who else does.
  private static void add(
      Map<Integer, Set<Integer>> showing, OrganizationTraces traces, int organization, int a) {
    if (traces.seatOf(a) != organization) {
      showing.computeIfAbsent(organization, o -> new HashSet<>()).add(a);
    }
  }

  List<Place> placesOf(int account) {
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
