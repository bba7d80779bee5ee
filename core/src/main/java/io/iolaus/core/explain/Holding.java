package io.iolaus.core.explain;

import io.iolaus.core.detect.MemberRule;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.ClusterProfile;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.ProfileTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An account held against what a cluster showed, with all or with some of its links.
///
/// The formula is that of the run, {@link ClusterProfile}: each set of links that is kept is an
/// account of a small evidence of its own. What the account itself brought into the profile is
/// taken out first.
final class Holding {

  private record Origin(String detector, Facet facet, AccountView.Thing thing) {}

  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::detector)
          .thenComparing(Origin::facet)
          .thenComparing(o -> o.thing().type())
          .thenComparing(o -> o.thing().key());

  private final StoredProfile profile;
  private final AccountView account;
  private final @Nullable CountedLinks counted;

  /// Where each thing that the account shows is found: in the profile, or as what its detector
  /// would have found.
  private final Map<AccountView.Thing, List<Origin>> origins = new HashMap<>();

  /// Row of the profile, where there is one.
  private final Map<Origin, Integer> rows = new HashMap<>();

  /// @param counted what the account brought into the profile; null where it is no member
  Holding(StoredProfile profile, AccountView account, @Nullable CountedLinks counted) {
    this.profile = profile;
    this.account = account;
    this.counted = counted;
    for (ShownLink link : account.links()) {
      if (link.counts()) {
        note(new AccountView.Thing(link.sign().type(), link.key()), link.sign(), link.shared());
        if (link.range() != null) {
          note(new AccountView.Thing(Sign.RANGE.type(), link.range()), Sign.RANGE, false);
        }
      }
    }
  }

  private void note(AccountView.Thing thing, Sign sign, boolean shared) {
    List<Origin> found = new ArrayList<>();
    for (int place : profile.places(thing)) {
      ProfileRow row = profile.rows().get(place);
      Origin origin = new Origin(row.detector(), row.facet(), thing);
      rows.put(origin, place);
      found.add(origin);
    }
    Origin own = new Origin(sign.detector(), sign.facet(), thing);
    if (shared && !found.contains(own)) {
      found.add(own);
    }
    origins.put(thing, found);
  }

  /// Evidence in each facet for each set of links that is kept.
  List<Map<Facet, Double>> evidence(List<BitSet> kept) {
    int[] facets = new int[kept.size()];
    List<Map<AccountView.Thing, Float>> shown = new ArrayList<>();
    for (int a = 0; a < facets.length; a++) {
      AccountView.Shown one = account.shown(kept.get(a));
      facets[a] = one.facets();
      shown.add(one.strengths());
    }
    return evidence(facets, shown);
  }

  /// For each of these rows the bits by which another member is likelier to show what it is about
  /// than an outsider.
  double[] worth(List<Integer> places) {
    List<Map<AccountView.Thing, Float>> shown = new ArrayList<>();
    for (int place : places) {
      ProfileRow row = profile.rows().get(place);
      shown.add(Map.of(new AccountView.Thing(row.type(), row.key()), 1f));
    }
    List<Map<Facet, Double>> evidence = evidence(new int[places.size()], shown);
    double[] worth = new double[places.size()];
    for (int i = 0; i < worth.length; i++) {
      Facet facet = profile.rows().get(places.get(i)).facet();
      worth[i] = Math.max(0, evidence.get(i).getOrDefault(facet, 0.0));
    }
    return worth;
  }

  private List<Map<Facet, Double>> evidence(
      int[] facets, List<Map<AccountView.Thing, Float>> shown) {
    Map<Origin, List<Integer>> users = new TreeMap<>(ORDER);
    for (int a = 0; a < facets.length; a++) {
      for (AccountView.Thing thing : shown.get(a).keySet()) {
        for (Origin origin : origins.getOrDefault(thing, List.of())) {
          users.computeIfAbsent(origin, o -> new ArrayList<>()).add(a);
        }
      }
    }
    List<SharedThing> things = new ArrayList<>();
    Map<Integer, Integer> rowOf = new LinkedHashMap<>();
    users.forEach((origin, accounts) -> {
      Integer row = rows.get(origin);
      if (row != null) {
        rowOf.put(things.size(), row);
      }
      things.add(thing(origin, accounts, shown));
    });
    ClusterProfile held =
        ClusterProfile.of(
            EvidenceGraph.of(facets, things, profile.bounds()), table(rowOf), new int[0]);
    List<Map<Facet, Double>> evidence = new ArrayList<>();
    for (int a = 0; a < facets.length; a++) {
      evidence.add(held.evidence(a));
    }
    return evidence;
  }

  private static SharedThing thing(
      Origin origin, List<Integer> accounts, List<Map<AccountView.Thing, Float>> shown) {
    float[] strengths = new float[accounts.size()];
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = Objects.requireNonNull(shown.get(accounts.get(i)).get(origin.thing()));
    }
    return new SharedThing(
        origin.detector(),
        origin.facet(),
        origin.thing().type(),
        origin.thing().key(),
        accounts.stream().mapToInt(a -> a).toArray(),
        strengths);
  }

  /// The rows about things that the account shows, without what it brought in itself.
  private ProfileTable table(Map<Integer, Integer> rowOf) {
    List<Integer> things = new ArrayList<>();
    rowOf.forEach((thing, row) -> {
      if (members(profile.rows().get(row), row) > 0) {
        things.add(thing);
      }
    });
    int count = things.size();
    int[] members = new int[count];
    double[] inside = new double[count];
    double[] outside = new double[count];
    for (int i = 0; i < count; i++) {
      int place = Objects.requireNonNull(rowOf.get(things.get(i)));
      ProfileRow row = profile.rows().get(place);
      members[i] = members(row, place);
      inside[i] = row.inside() - (counted == null ? 0 : counted.strength(place));
      outside[i] = row.outside();
    }
    return new ProfileTable(
        profile.size() - (counted == null ? 0 : 1),
        profile.owners(),
        things.stream().mapToInt(t -> t).toArray(),
        members,
        inside,
        outside,
        profile.agreement());
  }

  private int members(ProfileRow row, int place) {
    return row.members() - (counted != null && counted.strength(place) > 0 ? 1 : 0);
  }

  /// How many others of the cluster show what a row is about.
  int others(int place) {
    return members(profile.rows().get(place), place);
  }

  /// Prior log-odds, in bits, that any one account belongs to the cluster.
  double prior() {
    return ClusterProfile.prior(profile.size(), profile.owners());
  }

  /// Places of the profile's rows about what a link leads to: none where the cluster does not show
  /// it.
  List<Integer> rows(ShownLink link) {
    List<Integer> found = new ArrayList<>();
    if (link.counts()) {
      found.addAll(rows(new AccountView.Thing(link.sign().type(), link.key())));
      if (link.range() != null) {
        found.addAll(rows(new AccountView.Thing(Sign.RANGE.type(), link.range())));
      }
    }
    return found;
  }

  private List<Integer> rows(AccountView.Thing thing) {
    List<Integer> found = new ArrayList<>();
    for (int place : profile.places(thing)) {
      if (others(place) > 0) {
        found.add(place);
      }
    }
    return found;
  }

  /// The account's share, 0..1, in what the cluster is after, by these links.
  double own(BitSet kept) {
    if (counted == null) {
      return 0;
    }
    Map<AccountView.Thing, Float> shown = account.shown(kept).strengths();
    double prompts = 0;
    double systems = 0;
    for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
      ShownLink link = account.links().get(i);
      AccountView.Thing thing = new AccountView.Thing(link.sign().type(), link.key());
      double strength = shown.getOrDefault(thing, 0f);
      for (int place : profile.places(thing)) {
        double part = strength * profile.rows().get(place).purpose();
        prompts += link.sign() == Sign.PROMPTS ? part : 0;
        systems += link.sign() == Sign.SYSTEM_PROMPTS ? part : 0;
      }
    }
    double share = Math.max(Math.min(1, Math.max(prompts, systems)), counted.aim());
    // what it does since the run cannot make it worse than the run thought
    return Math.min(share, counted.own());
  }

  /// How many of the cluster's own skeletons the account works off by these links.
  int skeletons(BitSet kept) {
    return (int)
        kept.stream()
            .boxed()
            .flatMap(i -> rows(account.links().get(i)).stream())
            .distinct()
            .filter(this::ownSkeleton)
            .count();
  }

  private boolean ownSkeleton(int place) {
    return MemberRule.ownSkeleton(profile.rows().get(place).purpose(), others(place));
  }

  /// Whether a link leads to one of the cluster's own skeletons.
  boolean skeleton(ShownLink link) {
    return rows(link).stream().anyMatch(this::ownSkeleton);
  }

  /// Whether the account has a part of its own in the cluster whatever it shows.
  boolean active() {
    return counted != null && counted.active();
  }

  /// Whether it has one by these links.
  boolean active(BitSet kept) {
    return kept.stream().anyMatch(i -> doing(account.links().get(i)));
  }

  /// Whether something ties the account, by these links, to more than a handful of the cluster.
  boolean anchored(BitSet kept) {
    return kept.stream().anyMatch(i -> anchor(account.links().get(i)));
  }

  /// Whether what a link leads to ties who shows it to more than a handful of the cluster.
  boolean anchor(ShownLink link) {
    return rows(link).stream().anyMatch(row -> profile.rows().get(row).anchor());
  }

  /// Whether only those show what a link leads to who have a part of their own in the cluster.
  boolean doing(ShownLink link) {
    return rows(link).stream().anyMatch(row -> profile.rows().get(row).doing());
  }

  /// The account's share in what the cluster is after, were nothing known of its prompts.
  double ownWithoutPrompts() {
    return counted == null ? 0 : Math.min(counted.aim(), counted.own());
  }
}
