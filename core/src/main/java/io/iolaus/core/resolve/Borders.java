package io.iolaus.core.resolve;

import io.iolaus.core.resolve.Apart.Bar;
import io.iolaus.core.resolve.Apart.Pair;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws the borders that people have decided on through groups that were found.
///
/// Who is barred from a cluster leaves the group that may go on as it. A group that holds two
/// accounts which are not one operator's is cut between them where the least evidence is lost:
/// accounts and the things they share are a network, each tie as strong as the thing says in bits
/// by the part of the account's activity that is on it, and the least cut parts the two. Where a
/// group is two operators that little joins, that is the border between them; where it is one, the
/// account that less ties leaves. Of several pairs the one that is parted most cheaply comes first.
/// Groups that hold no such pair stay as they are.
final class Borders {

  private static final int MIN_GROUP = 3;

  /// A group may go on as a cluster from this part of the smaller of the two on, see lineage.
  private static final double GOES_ON = 1 / 3.0;

  /// Capacities are whole: thousandths of bits.
  private static final double UNIT = 1_000;

  /// Ties by decision are cut only where it cannot be helped.
  private static final int BOND = 1 << 28;

  private final EvidenceGraph evidence;
  private final Apart apart;
  private final Function<int[], ClusterProfile> profiles;
  private final Map<Integer, List<Bar>> bars;

  /// @param profiles what a group shows, and how much that says
  Borders(EvidenceGraph evidence, Apart apart, Function<int[], ClusterProfile> profiles) {
    this.evidence = evidence;
    this.apart = apart;
    this.profiles = profiles;
    this.bars = apart.bars().stream().collect(Collectors.groupingBy(Bar::account));
  }

  /// The groups, by the first of their accounts, as people have it.
  Map<Integer, int[]> drawn(Map<Integer, int[]> groups) {
    Map<Integer, int[]> drawn = new HashMap<>();
    for (int[] group : groups.values()) {
      for (int[] part : parts(unbarred(group))) {
        drawn.put(part[0], part);
      }
    }
    return drawn;
  }

  private int[] unbarred(int[] group) {
    return some(
        group,
        account ->
            bars.getOrDefault(account, List.of()).stream().noneMatch(bar -> goesOn(group, bar)));
  }

  private static boolean goesOn(int[] group, Bar bar) {
    return bar.clusters().stream()
        .anyMatch(cluster -> {
          long common = Arrays.stream(group).filter(a -> in(cluster, a)).count();
          return common > 0 && common >= GOES_ON * Math.min(cluster.length, group.length - 1);
        });
  }

  private static boolean in(int[] ascending, int account) {
    return Arrays.binarySearch(ascending, account) >= 0;
  }

  private List<int[]> parts(int[] group) {
    List<int[]> parts = new ArrayList<>();
    List<int[]> open = new ArrayList<>(List.of(group));
    while (!open.isEmpty()) {
      int[] next = open.removeLast();
      List<Pair> inside = inside(next, apart.pairs());
      if (!inside.isEmpty()) {
        boolean[] side = new Ties(next).cheapest(inside);
        open.add(some(next, account -> side[Arrays.binarySearch(next, account)]));
        open.add(some(next, account -> !side[Arrays.binarySearch(next, account)]));
      } else if (next.length >= MIN_GROUP) {
        parts.add(next);
      }
    }
    return parts;
  }

  private static List<Pair> inside(int[] group, List<Pair> pairs) {
    return pairs.stream().filter(p -> in(group, p.first()) && in(group, p.second())).toList();
  }

  private static int[] some(int[] group, IntPredicate kept) {
    return Arrays.stream(group).filter(kept).toArray();
  }

  /// The ties of one group, as a network of its accounts and what they share.
  private final class Ties {
    private final int[] group;
    private final ClusterProfile profile;
    private final Int2IntOpenHashMap things = new Int2IntOpenHashMap();

    Ties(int[] group) {
      this.group = group;
      this.profile = profiles.apply(group);
      for (int thing : profile.things()) {
        if (profile.bits(thing) > 0) {
          things.put(thing, group.length + things.size());
        }
      }
    }

    /// For each account on which side it is when the pair is parted that costs least.
    boolean[] cheapest(List<Pair> pairs) {
      long least = Long.MAX_VALUE;
      boolean[] best = new boolean[0];
      for (Pair pair : pairs) {
        int first = Arrays.binarySearch(group, pair.first());
        int second = Arrays.binarySearch(group, pair.second());
        LeastCut cut = network();
        long cost = cut.part(first, second);
        if (cost < least) {
          least = cost;
          boolean[] one = cut.ofSource(first);
          boolean[] other = cut.ofSink(second);
          // as few leave as can be
          best = accounts(one) <= accounts(other) ? one : other;
        }
      }
      return Arrays.copyOf(best, group.length);
    }

    private long accounts(boolean[] side) {
      return IntStream.range(0, group.length).filter(i -> side[i]).count();
    }

    private LeastCut network() {
      LeastCut cut = new LeastCut(group.length + things.size());
      for (int i = 0; i < group.length; i++) {
        for (int p = evidence.start(group[i]); p < evidence.end(group[i]); p++) {
          int thing = evidence.thingAt(p);
          if (things.containsKey(thing)) {
            int capacity = (int) Math.round(UNIT * profile.bits(thing) * evidence.strengthAt(p));
            cut.tie(i, things.get(thing), Math.max(1, capacity));
          }
        }
      }
      for (Pair bond : inside(group, apart.bonds())) {
        cut.tie(
            Arrays.binarySearch(group, bond.first()),
            Arrays.binarySearch(group, bond.second()),
            BOND);
      }
      return cut;
    }
  }
}
