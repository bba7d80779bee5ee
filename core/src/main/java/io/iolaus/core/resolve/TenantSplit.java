package io.iolaus.core.resolve;

import io.iolaus.core.evidence.Facet;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts groups that are several operators behind one supply: they rent the same exits and fill the
/// same public template, but work off other skeletons besides, with other cards and devices.
///
/// The test is one of independence. Some skeleton parts the group into those who use it and those
/// who do not. If one operator ran them all, who uses it would have nothing to do with who shares a
/// card or a device with whom, and the ties between members that cards and devices make would cross
/// the border as often as chance has it. If next to none of many ties does, there are two
/// operators: two facets say so that have nothing to do with each other. A group with few ties
/// stays together.
///
/// Cost: for each skeleton of a group the number of its cards, devices and accounts.
final class TenantSplit {

  /// The least accounts of an operator.
  private static final int MIN_PART = 5;

  /// Natural logarithm of the chance at which the ties of a group avoid the border for no reason.
  private static final double LOG_CHANCE = Math.log(1e-6);

  /// The most ties that may cross the border, as a part of those that would by chance.
  private static final double MOST_CROSSING = 0.25;

  /// Identifiers that can say less are not one person's.
  private static final double PERSONAL_BITS = 10;

  private static final int ROUNDS = 3;

  /// What an account is taken to do of a skeleton that it was not seen with.
  private static final double UNSEEN = 0.01;

  private final EvidenceGraph evidence;

  TenantSplit(EvidenceGraph evidence) {
    this.evidence = evidence;
  }

  /// The parts of a group, each ascending; the group itself where it is one operator's.
  List<int[]> split(int[] group) {
    List<int[]> parts = new ArrayList<>();
    List<int[]> open = new ArrayList<>(List.of(group));
    while (!open.isEmpty()) {
      int[] next = open.removeLast();
      Parting parting = new Group(next).best();
      if (parting == null) {
        parts.add(next);
      } else {
        open.add(parting.part(next, false));
        open.add(parting.part(next, true));
      }
    }
    parts.sort(
        Comparator.comparingInt((int[] part) -> -part.length).thenComparingInt(part -> part[0]));
    return parts;
  }

  /// A border through a group.
  ///
  /// @param side for each account on which side it is
  /// @param logChance natural logarithm of the chance that so few ties cross it for no reason
  private record Parting(boolean[] side, double logChance) {
    int[] part(int[] group, boolean wanted) {
      IntArrayList part = new IntArrayList();
      for (int i = 0; i < side.length; i++) {
        if (side[i] == wanted) {
          part.add(group[i]);
        }
      }
      return part.toIntArray();
    }
  }

  private final class Group {
    private final int size;

    /// For each account the skeletons that it uses, by how much.
    private final List<Int2DoubleMap> mixes = new ArrayList<>();

    /// Members on one card or device, by their places.
    private final List<int[]> rings = new ArrayList<>();

    Group(int[] accounts) {
      this.size = accounts.length;
      Int2ObjectOpenHashMap<IntArrayList> holders = new Int2ObjectOpenHashMap<>();
      for (int i = 0; i < size; i++) {
        Int2DoubleMap mix = new Int2DoubleOpenHashMap();
        double sum = 0;
        for (int p = evidence.start(accounts[i]); p < evidence.end(accounts[i]); p++) {
          int thing = evidence.thingAt(p);
          if (evidence.thing(thing).facet() == Facet.PROMPT) {
            mix.put(thing, evidence.strengthAt(p));
            sum += evidence.strengthAt(p);
          } else if (personal(thing)) {
            holders.computeIfAbsent(thing, t -> new IntArrayList()).add(i);
          }
        }
        double all = sum;
        mix.replaceAll((thing, strength) -> strength / all);
        mixes.add(mix);
      }
      holders.values().stream()
          .filter(list -> list.size() >= 2)
          .forEach(list -> rings.add(list.toIntArray()));
    }

    private boolean personal(int thing) {
      Facet facet = evidence.thing(thing).facet();
      return (facet == Facet.PAYMENT || facet == Facet.CLIENT)
          && evidence.priors(thing).maxBits() >= PERSONAL_BITS;
    }

    /// The border that chance explains least; none where it explains every one.
    @Nullable Parting best() {
      if (size < 2 * MIN_PART || rings.isEmpty()) {
        return null;
      }
      Int2IntOpenHashMap users = new Int2IntOpenHashMap();
      mixes.forEach(mix -> mix.keySet().forEach(thing -> users.addTo(thing, 1)));
      // by what they are called: what the order of things in the evidence is plays no part
      int[] skeletons =
          users
              .keySet()
              .intStream()
              .boxed()
              .sorted(Comparator.comparing(thing -> evidence.thing(thing).key()))
              .mapToInt(thing -> thing)
              .toArray();
      Parting best = null;
      for (int skeleton : skeletons) {
        int count = users.get(skeleton);
        if (count >= MIN_PART && size - count >= MIN_PART) {
          Parting parting = judged(settled(skeleton));
          if (parting != null && (best == null || parting.logChance() < best.logChance())) {
            best = parting;
          }
        }
      }
      return best;
    }

    /// From the users of a skeleton to the accounts that work like them: each goes to the side
    /// whose mix of skeletons explains its own better.
    private boolean[] settled(int skeleton) {
      boolean[] side = new boolean[size];
      for (int i = 0; i < size; i++) {
        side[i] = mixes.get(i).containsKey(skeleton);
      }
      for (int round = 0; round < ROUNDS; round++) {
        Int2DoubleMap inside = mean(side, true);
        Int2DoubleMap outside = mean(side, false);
        boolean[] next = new boolean[size];
        for (int i = 0; i < size; i++) {
          double bits = 0;
          for (Int2DoubleMap.Entry entry : mixes.get(i).int2DoubleEntrySet()) {
            bits +=
                entry.getDoubleValue()
                    * Math.log(
                        (inside.get(entry.getIntKey()) + UNSEEN)
                            / (outside.get(entry.getIntKey()) + UNSEEN));
          }
          next[i] = bits == 0 ? side[i] : bits > 0;
        }
        if (Arrays.equals(side, next)) {
          break;
        }
        side = next;
      }
      return side;
    }

    private Int2DoubleMap mean(boolean[] side, boolean wanted) {
      Int2DoubleOpenHashMap mean = new Int2DoubleOpenHashMap();
      int count = 0;
      for (int i = 0; i < size; i++) {
        if (side[i] == wanted) {
          count++;
          for (Int2DoubleMap.Entry entry : mixes.get(i).int2DoubleEntrySet()) {
            mean.addTo(entry.getIntKey(), entry.getDoubleValue());
          }
        }
      }
      double accounts = Math.max(1, count);
      mean.replaceAll((thing, sum) -> sum / accounts);
      return mean;
    }

    /// The border, if far fewer ties cross it than would by chance.
    private @Nullable Parting judged(boolean[] side) {
      int inside = 0;
      for (boolean in : side) {
        inside += in ? 1 : 0;
      }
      if (inside < MIN_PART || size - inside < MIN_PART) {
        return null;
      }
      double part = inside / (double) size;
      double byChance = 2 * part * (1 - part);
      int ties = 0;
      double crossing = 0;
      for (int[] ring : rings) {
        int in = 0;
        for (int place : ring) {
          in += side[place] ? 1 : 0;
        }
        double n = ring.length;
        // n accounts on one card are n - 1 ties; of their pairs so many cross
        ties += ring.length - 1;
        crossing += (n - 1) * (2 * in * (n - in) / (n * (n - 1)));
      }
      double expected = ties * byChance;
      double log = logLowerTail(crossing, ties, byChance);
      return crossing <= MOST_CROSSING * expected && log <= LOG_CHANCE
          ? new Parting(side, log)
          : null;
    }
  }

  /// Natural logarithm of an upper bound on P(X ≤ k) for X ~ Binomial(n, p), by the Chernoff bound
  /// `exp(-n D(k/n ‖ p))` (Hoeffding, Probability inequalities for sums of bounded random
  /// variables, 1963, theorem 1).
  ///
  /// @param k below n p, else 0 is returned
  static double logLowerTail(double k, int n, double p) {
    double q = n == 0 ? p : k / n;
    if (q >= p) {
      return 0;
    }
    double first = q == 0 ? 0 : q * Math.log(q / p);
    return -n * (first + (1 - q) * Math.log((1 - q) / (1 - p)));
  }
}
