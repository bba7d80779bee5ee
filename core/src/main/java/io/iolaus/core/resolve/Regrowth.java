package io.iolaus.core.resolve;

import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import it.unimi.dsi.fastutil.ints.Int2BooleanMap;
import it.unimi.dsi.fastutil.ints.Int2BooleanOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts a group to the one that it goes on for: an operator whose accounts were taken down, or who
/// left them, and who is back with others.
///
/// Whoever comes back has other cards, exits and machines; these speak against one operator, and
/// for as long as both act side by side that decides. Where one group ended before the other began
/// it does not: what an operator can least do without are its skeletons. A group is the other's
/// regrowth if nearly all of its accounts began when nearly all of the other's had ended, and they
/// work off skeletons of the other that hardly anybody else has.
final class Regrowth {

  /// The part of a group's accounts that must have ended, or begun.
  private static final double NEARLY_ALL = 0.8;

  /// Fewer accounts are no operator that was taken down.
  private static final int MIN_OLD = 8;

  /// Mean bits by which the old group must claim the accounts of the new one by their skeletons.
  private static final double MIN_BITS = 5;

  /// So many of the old group must show a skeleton.
  private static final int MIN_SHOWING = 3;

  /// The part of who shows a skeleton that must be of the two groups.
  private static final double OWN = 0.75;

  /// System prompts are left out: most are a framework's, and its users are few in a small world.
  private static final String SKELETONS = "shared-prompt-family";

  private final EvidenceGraph evidence;
  private final Commonness commonness;
  private final Activity activity;

  Regrowth(EvidenceGraph evidence, Commonness commonness, Activity activity) {
    this.evidence = evidence;
    this.commonness = commonness;
    this.activity = activity;
  }

  /// A group of which nearly all accounts had ended on a day.
  private record Ended(int[] accounts, int day) {}

  /// The groups, those that go on for another put to it.
  ///
  /// @param groups accounts, ascending, by the first of them
  Map<Integer, int[]> join(Map<Integer, int[]> groups) {
    List<int[]> sorted =
        groups.values().stream().sorted(Comparator.comparingInt(group -> group[0])).toList();
    List<Ended> ended = sorted.stream().flatMap(group -> ended(group).stream()).toList();
    Map<Integer, Integer> into = new HashMap<>();
    sorted.parallelStream()
        .filter(group -> !ended.isEmpty())
        .map(group -> new int[] {group[0], forerunner(group, ended)})
        .filter(pair -> pair[1] >= 0)
        .toList()
        .forEach(pair -> into.put(pair[0], pair[1]));
    Map<Integer, List<int[]>> parts = new HashMap<>();
    for (int[] group : sorted) {
      parts.computeIfAbsent(root(group[0], into), g -> new ArrayList<>()).add(group);
    }
    Map<Integer, int[]> joined = new HashMap<>();
    for (List<int[]> one : parts.values()) {
      int[] all = one.stream().flatMapToInt(Arrays::stream).sorted().toArray();
      joined.put(all[0], all);
    }
    return joined;
  }

  /// A group goes on for one that ended before it began: there is no circle.
  private static int root(int group, Map<Integer, Integer> into) {
    int root = group;
    for (Integer next = into.get(root); next != null; next = into.get(root)) {
      root = next;
    }
    return root;
  }

  private Collection<Ended> ended(int[] group) {
    if (group.length < MIN_OLD) {
      return List.of();
    }
    int[] lasts = Arrays.stream(group).filter(this::ended).map(activity::last).sorted().toArray();
    int needed = (int) Math.ceil(NEARLY_ALL * group.length);
    return lasts.length < needed ? List.of() : List.of(new Ended(group, lasts[needed - 1]));
  }

  private boolean ended(int account) {
    return activity.barred(account) || activity.silent(account);
  }

  /// The first account of the group that another goes on for, -1 where there is none.
  private int forerunner(int[] group, List<Ended> ended) {
    int best = -1;
    double most = MIN_BITS;
    for (Ended old : ended) {
      if (old.accounts()[0] != group[0] && began(group, old.day())) {
        double bits = claim(old.accounts(), group);
        if (bits > most) {
          most = bits;
          best = old.accounts()[0];
        }
      }
    }
    return best;
  }

  /// Whether nearly all of a group began on a day or after it.
  private boolean began(int[] group, int day) {
    long after = Arrays.stream(group).filter(a -> activity.first(a) >= day).count();
    return after >= NEARLY_ALL * group.length;
  }

  /// Mean bits by which a group claims the accounts of another by their skeletons; 0 where these
  /// work off hardly any that are the two's alone.
  private double claim(int[] old, int[] group) {
    ClusterProfile profile = ClusterProfile.of(evidence, old, commonness);
    FacetBits sum = new FacetBits(evidence);
    Int2BooleanMap own = new Int2BooleanOpenHashMap();
    double bits = 0;
    int working = 0;
    for (int account : group) {
      bits += profile.bitsOf(account, ClusterProfile.NO_THING, sum)[Facet.PROMPT.index()];
      boolean works =
          evidence
              .thingsOf(account)
              .filter(t -> evidence.thing(t).detector().equals(SKELETONS))
              .filter(t -> profile.members(t) >= MIN_SHOWING)
              .anyMatch(t -> own.computeIfAbsent(t, thing -> own(thing, old, group)));
      working += works ? 1 : 0;
    }
    return working < NEARLY_ALL * group.length ? 0 : bits / group.length;
  }

  /// Whether most who show a thing are of one of two groups.
  private boolean own(int thing, int[] old, int[] group) {
    SharedThing shared = evidence.thing(thing);
    int inside = 0;
    for (int p = 0; p < shared.size(); p++) {
      int account = shared.member(p);
      inside +=
          Arrays.binarySearch(old, account) >= 0 || Arrays.binarySearch(group, account) >= 0
              ? 1
              : 0;
    }
    return inside >= OWN * shared.size();
  }
}
