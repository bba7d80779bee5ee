package io.iolaus.core.resolve;

import io.iolaus.core.evidence.Facet;
import io.iolaus.core.resolve.Resolution.Group;
import io.iolaus.core.resolve.Resolution.Member;
import io.iolaus.core.resolve.Resolution.Support;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// From shared things to groups of accounts that one operator runs.
///
/// 1. *Blocks.* Users of one thing who agree in another facet as well ({@link BlockFinder}), cut
///    into communities ({@link BlockCommunities}). Evidence is gathered for blocks, because the
///    pairs of a rotating pool rarely share anything twice.
/// 2. *Profiles.* Each community of three or more is held as a block against every account that
///    shares something with it ({@link ClusterProfile}): accounts whose evidence makes membership
///    likelier than not come in, others go. An account belongs to its best group. Groups count as
///    one owner each, so that rarity is that among independent owners.
/// 3. *Admission.* Each group is taken in again, the surest of it first ({@link Admission}), so
///    that a handful of innocents does not vouch for itself.
/// 4. *Re-test.* Groups of which one would take in the other's accounts as readily as its own are
///    one ({@link GroupMerger}).
/// 5. *Tenants.* In the end a group that is several operators behind one supply is parted ({@link
///    TenantSplit}).
/// 6. *Regrowth.* A group that goes on for one that ended is put to it ({@link Regrowth}).
/// 7. *Borders.* Who is not one operator's because people decided so is parted ({@link Borders}).
///
/// What is widely shared says little of itself: it is as frequent outside a group as inside. {@link
/// HubJudge} tells people which of it is mixed. The result is a function of the input alone.
public final class Resolver {

  private static final int PROFILE_ROUNDS = 5;

  /// Bits by which another group must know an account better than its own does: evidence is
  /// bounded, and at its bounds the larger group would win by its size alone.
  static final double STAYS = 3;

  private static final int MIN_GROUP = 3;

  private final EvidenceGraph evidence;
  private final Owners first;
  private final Activity activity;
  private final Apart apart;

  /// @param known whose accounts are, as far as that is known before anything is looked for
  /// @param activity when accounts act
  public Resolver(EvidenceGraph evidence, Owners known, Activity activity) {
    this(evidence, known, activity, Apart.NONE);
  }

  /// @param apart who is not one operator's
  public Resolver(EvidenceGraph evidence, Owners known, Activity activity, Apart apart) {
    if (known.accounts() != evidence.accounts()) {
      throw new IllegalArgumentException(
          "owners of " + known.accounts() + " accounts for " + evidence.accounts());
    }
    this.evidence = evidence;
    this.first = known;
    this.activity = activity;
    this.apart = apart;
  }

  /// Runs the rounds.
  public Resolution resolve() {
    Map<Integer, int[]> groups = groups();
    List<int[]> members = inOrder(groups);
    return described(evidence, members, commonness(groups), Resolver::coverage);
  }

  /// The groups alone: accounts, ascending, by the first of them.
  Map<Integer, int[]> groups() {
    Map<Integer, int[]> groups = seeds();
    for (int round = 0; round < PROFILE_ROUNDS; round++) {
      Map<Integer, int[]> refined = admitted(refine(groups, commonness(groups)));
      Map<Integer, int[]> merged = new GroupMerger(evidence, commonness(refined)).merge(refined);
      boolean settled = same(groups, merged);
      groups = merged;
      if (settled) {
        break;
      }
    }
    Map<Integer, int[]> parted = parted(groups);
    Map<Integer, int[]> whole = new Regrowth(evidence, commonness(parted), activity).join(parted);
    return apart.none() ? whole : drawn(whole);
  }

  private Map<Integer, int[]> drawn(Map<Integer, int[]> groups) {
    Commonness commonness = commonness(groups);
    return new Borders(evidence, apart, group -> ClusterProfile.of(evidence, group, commonness))
        .drawn(groups);
  }

  /// Tenants of one supply, each a group of its own.
  private Map<Integer, int[]> parted(Map<Integer, int[]> groups) {
    TenantSplit tenants = new TenantSplit(evidence);
    Map<Integer, int[]> parted = new HashMap<>();
    groups.values().parallelStream()
        .flatMap(group -> tenants.split(group).stream())
        .toList()
        .forEach(part -> parted.put(part[0], part));
    return parted;
  }

  private Map<Integer, int[]> admitted(Map<Integer, int[]> groups) {
    Admission admission = new Admission(evidence, commonness(groups));
    Map<Integer, int[]> admitted = new HashMap<>();
    groups.entrySet().parallelStream()
        .map(e -> Map.entry(e.getKey(), admission.admit(e.getValue())))
        .filter(e -> e.getValue().length >= MIN_GROUP)
        .toList()
        .forEach(e -> admitted.put(e.getKey(), e.getValue()));
    return admitted;
  }

  private Commonness commonness(Map<Integer, int[]> groups) {
    return new Commonness(evidence, joined(groups));
  }

  private static boolean same(Map<Integer, int[]> before, Map<Integer, int[]> after) {
    return before.size() == after.size()
        && before.entrySet().stream()
            .allMatch(e -> Arrays.equals(e.getValue(), after.get(e.getKey())));
  }

  /// Communities of blocks: what the profiles start from.
  private Map<Integer, int[]> seeds() {
    List<Block> blocks = new BlockFinder(evidence, first).find();
    Map<Integer, int[]> seeds = new HashMap<>();
    for (int[] group : BlockCommunities.of(blocks)) {
      if (group.length >= MIN_GROUP) {
        seeds.put(group[0], group);
      }
    }
    return seeds;
  }

  private Owners joined(Map<Integer, int[]> groups) {
    int[] numbers = new int[first.accounts()];
    for (int a = 0; a < numbers.length; a++) {
      numbers[a] = first.of(a);
    }
    for (int[] group : groups.values()) {
      int number = first.count() + group[0];
      for (int account : group) {
        numbers[account] = number;
      }
    }
    return Owners.of(numbers);
  }

  /// Each group held against all accounts; each account goes to the group it belongs to best.
  private Map<Integer, int[]> refine(Map<Integer, int[]> groups, Commonness commonness) {
    int[] groupOf = new int[evidence.accounts()];
    Arrays.fill(groupOf, -1);
    groups.forEach((group, members) -> Arrays.stream(members).forEach(a -> groupOf[a] = group));
    List<Offer> offers =
        groups.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList().parallelStream()
            .map(e -> offer(e.getKey(), e.getValue(), commonness))
            .toList();
    double[] bestBits = new double[evidence.accounts()];
    int[] bestGroup = new int[evidence.accounts()];
    Arrays.fill(bestGroup, -1);
    for (Offer offer : offers) {
      for (int i = 0; i < offer.accounts().length; i++) {
        int account = offer.accounts()[i];
        double claim = offer.bits()[i] + (groupOf[account] == offer.group() ? STAYS : 0);
        if (bestGroup[account] < 0 || claim > bestBits[account]) {
          bestBits[account] = claim;
          bestGroup[account] = offer.group();
        }
      }
    }
    Map<Integer, IntArrayList> lists = new HashMap<>();
    for (int a = 0; a < bestGroup.length; a++) {
      if (bestGroup[a] >= 0) {
        lists.computeIfAbsent(bestGroup[a], g -> new IntArrayList()).add(a);
      }
    }
    Map<Integer, int[]> refined = new HashMap<>();
    lists.forEach((group, list) -> {
      if (list.size() >= MIN_GROUP) {
        refined.put(group, list.toIntArray());
      }
    });
    return refined;
  }

  /// The accounts that a group would take.
  ///
  /// @param bits by which each is likelier in than out, above 0
  private record Offer(int group, int[] accounts, double[] bits) {}

  private Offer offer(int group, int[] members, Commonness commonness) {
    ClusterProfile profile = ClusterProfile.of(evidence, members, commonness);
    int[] candidates = candidates(members, profile);
    double[] bits = new double[candidates.length];
    int count = 0;
    for (int account : candidates) {
      double claim = profile.claims(account);
      if (claim > 0) {
        candidates[count] = account;
        bits[count++] = claim;
      }
    }
    return new Offer(group, Arrays.copyOf(candidates, count), Arrays.copyOf(bits, count));
  }

  /// The group itself and every account of nobody known that shares something of weight with it in
  /// two facets: with fewer no average of what it shows can come to that.
  private int[] candidates(int[] group, ClusterProfile profile) {
    Int2IntOpenHashMap facets = new Int2IntOpenHashMap();
    for (int thing : profile.things()) {
      if (profile.bits(thing) >= ClusterProfile.COUNTS) {
        int facet = 1 << evidence.thing(thing).facet().index();
        for (int p = 0; p < evidence.thing(thing).size(); p++) {
          int account = evidence.thing(thing).member(p);
          if (first.open(account)) {
            facets.put(account, facets.get(account) | facet);
          }
        }
      }
    }
    IntOpenHashSet candidates = new IntOpenHashSet(group);
    for (Int2IntMap.Entry entry : facets.int2IntEntrySet()) {
      if (Integer.bitCount(entry.getIntValue()) >= ClusterProfile.MIN_FACETS) {
        candidates.add(entry.getIntKey());
      }
    }
    int[] sorted = candidates.toIntArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static List<int[]> inOrder(Map<Integer, int[]> groups) {
    return groups.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  /// What is said of groups: how sure each account is of its own, and what ties them.
  ///
  /// @param groups accounts, ascending
  /// @param commonness of things among owners of whom each group is one
  /// @param coverage which part of the users of some things something else ties together
  static Resolution described(
      EvidenceGraph evidence, List<int[]> groups, Commonness commonness, Coverage coverage) {
    List<ClusterProfile> profiles =
        groups.parallelStream()
            .map(group -> ClusterProfile.of(evidence, group, commonness))
            .toList();
    Int2DoubleMap covered =
        coverage.of(
            evidence,
            commonness.owners(),
            profiles.stream()
                .flatMapToInt(profile -> Arrays.stream(profile.things()))
                .distinct()
                .toArray());
    return new Resolution(
        IntStream.range(0, groups.size())
            .parallel()
            .mapToObj(i -> described(groups.get(i), profiles.get(i), covered))
            .toList());
  }

  /// Tells which part of the users of things, 0..1, something else ties together.
  interface Coverage {
    Int2DoubleMap of(EvidenceGraph evidence, Owners owners, int[] things);
  }

  private static Int2DoubleMap coverage(EvidenceGraph evidence, Owners owners, int[] things) {
    return new HubJudge(evidence, OwnerGraph.of(evidence, owners)).coverage(things);
  }

  private static Group described(int[] group, ClusterProfile profile, Int2DoubleMap coverage) {
    List<Member> members = new ArrayList<>();
    for (int account : group) {
      Map<Facet, Double> facets = profile.evidence(account);
      members.add(new Member(account, facets, sum(facets) + profile.prior()));
    }
    List<Support> supports = new ArrayList<>();
    for (int thing : profile.things()) {
      supports.add(
          new Support(thing, profile.members(thing), profile.bits(thing), coverage.get(thing)));
    }
    supports.sort(
        Comparator.comparingDouble((Support s) -> -s.bits() * s.members())
            .thenComparingInt(Support::thing));
    return new Group(members, supports, profile.table());
  }

  private static double sum(Map<Facet, Double> facets) {
    double sum = 0;
    for (Facet facet : Facet.values()) {
      sum += facets.getOrDefault(facet, 0.0);
    }
    return sum;
  }
}
