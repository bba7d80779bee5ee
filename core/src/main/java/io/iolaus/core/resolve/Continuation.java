package io.iolaus.core.resolve;

import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.Resolution.Group;
import io.iolaus.core.resolve.Resolution.Member;
import io.iolaus.core.resolve.Resolution.Support;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/// Goes on from a resolution: what it learnt of its groups holds, and only accounts that moved, who
/// share something else or something more or less than they did, are asked again.
///
/// 1. *Claims.* Each account that moved goes to the group that claims it best by the profile that
///    the resolution left, as in a round of {@link Resolver}: to the one that it was of, to another
///    one, or to none.
/// 2. *Components.* Those that no group claims, and those of nobody who share things of two facets
///    with one of them, are resolved among themselves, held against the whole population as it is
///    now. New groups come of this.
/// 3. *Groups* that an account came to, left or moved in are described anew by what they show now;
///    the others stand as they are.
///
/// The result is a function of the resolution and of the evidence as it is now: how many runs there
/// were in between plays no part, nor in which order things came.
public final class Continuation {

  private static final int MIN_GROUP = 3;

  /// What more accounts than this share leads to nobody: it is everybody's.
  private static final int WIDE = 500;

  /// No group.
  private static final int NONE = -1;

  private final EvidenceGraph before;
  private final Owners owners;
  private final List<Group> groups;
  private final int[] groupOf;

  /// By thing the groups that it speaks for.
  private final Int2ObjectOpenHashMap<IntArrayList> speaksFor = new Int2ObjectOpenHashMap<>();

  private final Int2DoubleOpenHashMap coverage = new Int2DoubleOpenHashMap();

  /// @param before what the resolution found its groups in
  /// @param known whose accounts were known to be whose then
  public Continuation(EvidenceGraph before, Owners known, Resolution found) {
    this.before = before;
    this.owners = known;
    this.groups = found.clusters();
    this.groupOf = new int[before.accounts()];
    Arrays.fill(groupOf, NONE);
    coverage.defaultReturnValue(1);
    for (int g = 0; g < groups.size(); g++) {
      Group group = groups.get(g);
      ClusterProfile profile = profile(before, g);
      for (int thing : group.profile().things()) {
        if (profile.bits(thing) >= ClusterProfile.COUNTS) {
          speaksFor.computeIfAbsent(thing, t -> new IntArrayList(1)).add(g);
        }
      }
      for (Member member : group.members()) {
        groupOf[member.account()] = g;
      }
      for (Support support : group.supports()) {
        coverage.put(support.thing(), support.coverage());
      }
    }
  }

  /// The groups as they are now.
  ///
  /// @param groups those that stand and those that were described anew
  /// @param standing for each, its place in the resolution if nothing about it changed, else -1
  public record Now(List<Group> groups, List<Integer> standing) {
    public Now {
      groups = List.copyOf(groups);
      standing = List.copyOf(standing);
    }
  }

  /// Resolves what moved.
  ///
  /// @param now the same accounts and things by the same indexes, and others behind them; a thing
  ///   that nobody shares any more is there with no users
  /// @param known whose accounts are known to be whose
  /// @param other accounts that are something else than they were, whatever they share
  public Now resolve(
      EvidenceGraph now, Owners known, Activity activity, Apart apart, BitSet other) {
    if (now.accounts() < before.accounts() || now.things().size() < before.things().size()) {
      throw new IllegalArgumentException("accounts or things are missing that there were before");
    }
    BitSet moved = moved(now, known);
    int[] group = claimed(now, known, moved);
    Map<Integer, int[]> fresh = fresh(now, known, activity, apart, moved, group);
    return described(now, known, changed(group, moved, other), group, fresh);
  }

  /// Accounts whose row of the evidence, or whose owner, is another one.
  private BitSet moved(EvidenceGraph now, Owners known) {
    BitSet moved = new BitSet(now.accounts());
    for (int a = 0; a < now.accounts(); a++) {
      if (a >= before.accounts() || owners.open(a) != known.open(a) || !sameRow(now, a)) {
        moved.set(a);
      }
    }
    return moved;
  }

  private boolean sameRow(EvidenceGraph now, int account) {
    int length = before.end(account) - before.start(account);
    if (now.end(account) - now.start(account) != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      int then = before.start(account) + i;
      int at = now.start(account) + i;
      if (before.thingAt(then) != now.thingAt(at)
          || before.strengthAt(then) != now.strengthAt(at)) {
        return false;
      }
    }
    return true;
  }

  /// For each account the group that it is of now, {@link #NONE} for none.
  private int[] claimed(EvidenceGraph now, Owners known, BitSet moved) {
    int[] group = Arrays.copyOf(groupOf, now.accounts());
    Arrays.fill(group, before.accounts(), group.length, NONE);
    ClusterProfile[] profiles = new ClusterProfile[groups.size()];
    moved.stream().forEach(a -> group[a] = known.open(a) ? best(now, a, group[a], profiles) : NONE);
    return group;
  }

  private int best(EvidenceGraph now, int account, int own, ClusterProfile[] profiles) {
    Int2IntOpenHashMap facets = new Int2IntOpenHashMap();
    for (int p = now.start(account); p < now.end(account); p++) {
      IntArrayList spokenFor = speaksFor.get(now.thingAt(p));
      int facet = 1 << now.thing(now.thingAt(p)).facet().index();
      for (int i = 0; spokenFor != null && i < spokenFor.size(); i++) {
        facets.put(spokenFor.getInt(i), facets.get(spokenFor.getInt(i)) | facet);
      }
    }
    int best = NONE;
    double most = 0;
    for (Int2IntMap.Entry entry : facets.int2IntEntrySet()) {
      int g = entry.getIntKey();
      if (Integer.bitCount(entry.getIntValue()) >= ClusterProfile.MIN_FACETS) {
        if (profiles[g] == null) {
          profiles[g] = profile(now, g);
        }
        double claim = profiles[g].claims(account);
        if (claim > 0) {
          claim += g == own ? Resolver.STAYS : 0;
          if (claim > most || (claim == most && g < best)) {
            most = claim;
            best = g;
          }
        }
      }
    }
    return best;
  }

  private ClusterProfile profile(EvidenceGraph evidence, int g) {
    return ClusterProfile.of(evidence, groups.get(g).profile(), accounts(groups.get(g)));
  }

  private static int[] accounts(Group group) {
    return group.members().stream().mapToInt(Member::account).toArray();
  }

  /// Groups of those whom no group claims: accounts, ascending, by the first of them.
  private Map<Integer, int[]> fresh(
      EvidenceGraph now, Owners known, Activity activity, Apart apart, BitSet moved, int[] group) {
    BitSet asked = new BitSet(now.accounts());
    IntPredicate free = a -> group[a] == NONE && known.open(a);
    Neighbourhood neighbourhood = new Neighbourhood(now);
    moved.stream()
        .filter(free)
        .forEach(a -> {
          asked.set(a);
          neighbourhood.of(
              a,
              b -> {
                if (free.test(b)) {
                  asked.set(b);
                }
              });
        });
    if (asked.cardinality() < MIN_GROUP) {
      return Map.of();
    }
    int[] numbers = new int[now.accounts()];
    BitSet settled = new BitSet(now.accounts());
    for (int a = 0; a < numbers.length; a++) {
      numbers[a] = group[a] == NONE ? known.of(a) : known.count() + group[a];
      settled.set(a, !asked.get(a));
    }
    return new Resolver(now, Owners.of(numbers, settled), activity, apart).groups();
  }

  /// Finds who shares things of two facets with an account; for one account after the other.
  private static final class Neighbourhood {
    private final EvidenceGraph now;
    private final int[] facets;
    private final IntArrayList met = new IntArrayList();

    Neighbourhood(EvidenceGraph now) {
      this.now = now;
      this.facets = new int[now.accounts()];
    }

    /// Hands over those who do.
    void of(int account, IntConsumer near) {
      for (int p = now.start(account); p < now.end(account); p++) {
        SharedThing thing = now.thing(now.thingAt(p));
        int facet = 1 << thing.facet().index();
        for (int m = 0; m < thing.size() && thing.size() <= WIDE; m++) {
          int other = thing.member(m);
          if (facets[other] == 0) {
            met.add(other);
          }
          facets[other] |= facet;
        }
      }
      for (int i = 0; i < met.size(); i++) {
        int other = met.getInt(i);
        if (Integer.bitCount(facets[other]) >= ClusterProfile.MIN_FACETS) {
          near.accept(other);
        }
        facets[other] = 0;
      }
      met.clear();
    }
  }

  /// Groups that somebody came to or left, or in which somebody is something else than before.
  private BitSet changed(int[] group, BitSet moved, BitSet other) {
    BitSet changed = new BitSet(groups.size());
    BitSet all = (BitSet) moved.clone();
    all.or(other);
    all.stream()
        .forEach(a -> {
          if (group[a] != NONE) {
            changed.set(group[a]);
          }
          if (a < groupOf.length && groupOf[a] != NONE) {
            changed.set(groupOf[a]);
          }
        });
    return changed;
  }

  private Now described(
      EvidenceGraph now, Owners known, BitSet changed, int[] group, Map<Integer, int[]> fresh) {
    Map<Integer, IntArrayList> members = new HashMap<>();
    int[] numbers = new int[now.accounts()];
    for (int a = 0; a < group.length; a++) {
      numbers[a] = group[a] == NONE ? known.of(a) : known.count() + group[a];
      if (group[a] != NONE && changed.get(group[a])) {
        members.computeIfAbsent(group[a], g -> new IntArrayList()).add(a);
      }
    }
    List<int[]> anew = new ArrayList<>();
    changed.stream()
        .forEach(g -> {
          IntArrayList list = members.get(g);
          if (list != null && list.size() >= MIN_GROUP) {
            anew.add(list.toIntArray());
          }
        });
    fresh
        .values()
        .forEach(list -> {
          anew.add(list);
          for (int account : list) {
            numbers[account] = known.count() + groups.size() + list[0];
          }
        });
    Commonness commonness = new Commonness(now, Owners.of(numbers));
    Resolution described =
        Resolver.described(now, anew, commonness, (evidence, all, things) -> coverage);
    List<Group> result = new ArrayList<>();
    List<Integer> standing = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      if (!changed.get(g)) {
        result.add(groups.get(g));
        standing.add(g);
      }
    }
    for (Group one : described.clusters()) {
      result.add(one);
      standing.add(NONE);
    }
    return new Now(result, standing);
  }
}
