package io.iolaus.core.attribution;

import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Support;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A population of 8,000 with labs and a group of 100, the accounts 0 to 99, that one skeleton
/// ties.
final class World {

  static final int ACCOUNTS = 8_000;
  static final int GROUP = 100;
  static final Instant DAY = Instant.parse("2026-06-01T00:00:00Z");

  /// Seats of the first lab are the accounts from here on, those of the next lab forty later.
  static final int SEATS = 7_000;

  private static final int STAFF = 40;

  final OrganizationTraces traces;
  final List<SharedThing> things = new ArrayList<>();
  final List<ClaimEvidence> claims = new ArrayList<>();
  private final List<ClaimEvidence> campaigns = new ArrayList<>();
  private int[] members = range(0, GROUP);
  private boolean skeleton = true;

  World(String... labs) {
    List<KnownOrganization> organizations = new ArrayList<>();
    for (String lab : labs) {
      organizations.add(lab(lab, "lab"));
    }
    traces = new OrganizationTraces(organizations, ACCOUNTS);
    for (int l = 0; l < labs.length; l++) {
      for (int s = 0; s < STAFF; s++) {
        traces.seat(SEATS + l * STAFF + s, labs[l]);
      }
    }
  }

  static KnownOrganization lab(String id, String kind) {
    return new KnownOrganization(
        id, kind, List.of(id + ".example"), List.of(asn(id)), List.of(), List.of(id + " Ltd"));
  }

  private static long asn(String id) {
    return 64_500L + id.charAt(id.length() - 1);
  }

  static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  World mail(String lab, int... accounts) {
    Arrays.stream(accounts).forEach(a -> traces.mail(a, lab + ".example"));
    return this;
  }

  /// Each account from an address of its own in the network of the lab.
  World network(String lab, int... accounts) {
    for (int a : accounts) {
      traces.address(a, "203.%d.%d.1".formatted(asn(lab) % 200, a % 250), asn(lab));
    }
    return this;
  }

  /// All from one address, which seats and others use as well.
  World gateway(String lab, int... accounts) {
    for (int a : accounts) {
      traces.address(a, "203.%d.251.1".formatted(asn(lab) % 200), asn(lab));
    }
    return this;
  }

  World invoice(String lab, int... accounts) {
    Arrays.stream(accounts).forEach(a -> traces.billingName(a, lab + " Ltd"));
    return this;
  }

  /// So many seats of the first lab (or of the one at a place) share so many skeletons of the
  /// group.
  World seats(int place, int seats, int skeletons) {
    int from = SEATS + place * STAFF;
    for (int s = 0; s < skeletons; s++) {
      share(Facet.PROMPT, "f", concat(range(0, GROUP), range(from, from + seats)));
    }
    return this;
  }

  /// The group is tied by nothing but what is added.
  World tiedBy(int[]... cards) {
    skeleton = false;
    for (int[] card : cards) {
      share(Facet.PAYMENT, "card", card);
    }
    return this;
  }

  /// A part of the group has a skeleton of its own besides.
  World partOf(int... accounts) {
    share(Facet.PROMPT, "part", accounts);
    return this;
  }

  World claim(String lab, String statement, String by, int day) {
    claims.add(
        new ClaimEvidence(
            lab, statement, by, by.equals(lab), DAY.plusSeconds(86_400L * day), null, "report-1"));
    return this;
  }

  /// Said of a campaign on a day; the group began on day 0.
  World campaign(String lab, String statement, String by, int day) {
    return unplaced(lab, statement, by, day, "spring");
  }

  /// Said of nothing in particular.
  World unplaced(String lab, String statement, String by, int day) {
    return unplaced(lab, statement, by, day, null);
  }

  private World unplaced(
      String lab, String statement, String by, int day, @Nullable String campaign) {
    campaigns.add(
        new ClaimEvidence(
            lab, statement, by, by.equals(lab), DAY.plusSeconds(86_400L * day), campaign, null));
    return this;
  }

  World members(int... accounts) {
    members = accounts;
    return this;
  }

  private void share(Facet facet, String key, int[] accounts) {
    float[] strengths = new float[accounts.length];
    Arrays.fill(strengths, 1);
    things.add(new SharedThing("test", facet, "Thing", key + things.size(), accounts, strengths));
  }

  private static int[] concat(int[] one, int[] other) {
    return IntStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
  }

  Attribution attribute() {
    if (skeleton) {
      share(Facet.PROMPT, "skeleton", range(0, GROUP));
    }
    EvidenceGraph evidence = EvidenceGraph.of(new int[ACCOUNTS], things);
    List<Support> supports =
        IntStream.range(0, things.size())
            .mapToObj(t -> new Support(t, things.get(t).size(), 6, 1))
            .toList();
    return new Attributor(traces, evidence, Map.of("c-1", claims), campaigns)
        .attribute("c-1", members, supports, DAY);
  }
}
