package io.iolaus.core.resolve;

import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A population and what it shares, built in words.
final class World {

  /// The window ends with this day; everybody acts on all days from 0 on unless told otherwise.
  static final int TODAY = 100;

  final List<SharedThing> things = new ArrayList<>();
  final int[] shown;
  final int[] contracts;
  final BitSet settled = new BitSet();
  final int[] firstDay;
  final int[] lastDay;
  final BitSet barred = new BitSet();

  World(int accounts) {
    shown = new int[accounts];
    firstDay = new int[accounts];
    lastDay = new int[accounts];
    Arrays.fill(lastDay, TODAY);
    contracts = IntStream.range(0, accounts).toArray();
  }

  static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  World card(int... members) {
    return share("shared-instrument", Facet.PAYMENT, "PaymentInstrument", "pi", 1, members);
  }

  World device(int... members) {
    return share("shared-identifier", Facet.CLIENT, "Identifier", "device:d", 1, members);
  }

  World tls(int... members) {
    return share("shared-identifier", Facet.CLIENT, "Identifier", "tls:t", 1, members);
  }

  World skeleton(int... members) {
    return share("shared-prompt-family", Facet.PROMPT, "PromptFamily", "f", 1, members);
  }

  World skeleton(double strength, int... members) {
    return share("shared-prompt-family", Facet.PROMPT, "PromptFamily", "f", strength, members);
  }

  /// An address that is one of `of` that each of its users shows.
  World address(int of, int... members) {
    return share("shared-address", Facet.NETWORK, "IpAddress", "ip", 1.0 / of, members);
  }

  World range24(int... members) {
    return share("shared-network", Facet.NETWORK, "Network", "net", 1, members);
  }

  World cohort(int... members) {
    return share("creation-cohort", Facet.CREATION, "Pattern", "cc", 1, members);
  }

  World inStep(int... members) {
    return share("co-timing", Facet.TIMING, "Pattern", "ct", 1, members);
  }

  private World share(
      String detector, Facet facet, String type, String key, double strength, int... members) {
    int[] sorted = members.clone();
    Arrays.sort(sorted);
    float[] strengths = new float[sorted.length];
    Arrays.fill(strengths, (float) strength);
    things.add(new SharedThing(detector, facet, type, key + things.size(), sorted, strengths));
    return this;
  }

  /// These accounts show something of their own in these facets.
  World shows(int[] accounts, Facet... facets) {
    for (int account : accounts) {
      for (Facet facet : facets) {
        shown[account] |= 1 << facet.index();
      }
    }
    return this;
  }

  World contract(int... seats) {
    for (int seat : seats) {
      contracts[seat] = seats[0];
      settled.set(seat);
    }
    return this;
  }

  /// These accounts act on the days between the two.
  World acting(int from, int to, int... accounts) {
    for (int account : accounts) {
      firstDay[account] = from;
      lastDay[account] = to;
    }
    return this;
  }

  World barred(int... accounts) {
    Arrays.stream(accounts).forEach(barred::set);
    return this;
  }

  Activity activity() {
    return new Activity() {
      @Override
      public int first(int account) {
        return firstDay[account];
      }

      @Override
      public int last(int account) {
        return lastDay[account];
      }

      @Override
      public boolean barred(int account) {
        return barred.get(account);
      }

      @Override
      public boolean silent(int account) {
        return lastDay[account] <= TODAY - 14;
      }
    };
  }

  EvidenceGraph graph() {
    return EvidenceGraph.of(shown, things);
  }

  Owners known() {
    return Owners.of(contracts, settled);
  }

  OwnerGraph owners() {
    return OwnerGraph.of(graph(), known());
  }

  Resolution resolve() {
    return new Resolver(graph(), known(), activity()).resolve();
  }

  /// The groups found, as sets of accounts.
  Set<Set<Integer>> groups() {
    return groups(resolve());
  }

  static Set<Set<Integer>> groups(Resolution resolution) {
    return resolution.clusters().stream()
        .map(g -> g.members().stream().map(Resolution.Member::account).collect(Collectors.toSet()))
        .collect(Collectors.toSet());
  }

  static Set<Integer> set(int from, int to) {
    return IntStream.range(from, to).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  /// The same world with account `a` called `names[a]` and its things in another order.
  World renamed(int[] names, long seed) {
    World world = new World(shown.length);
    for (int a = 0; a < shown.length; a++) {
      world.shown[names[a]] = shown[a];
      world.contracts[names[a]] = names[contracts[a]];
      world.settled.set(names[a], settled.get(a));
    }
    for (SharedThing thing : things) {
      int[] order =
          IntStream.range(0, thing.size())
              .boxed()
              .sorted((x, y) -> Integer.compare(names[thing.member(x)], names[thing.member(y)]))
              .mapToInt(i -> i)
              .toArray();
      int[] members = new int[order.length];
      float[] strengths = new float[order.length];
      for (int i = 0; i < order.length; i++) {
        members[i] = names[thing.member(order[i])];
        strengths[i] = thing.strength(order[i]);
      }
      world.things.add(
          new SharedThing(
              thing.detector(), thing.facet(), thing.type(), thing.key(), members, strengths));
    }
    Collections.shuffle(world.things, new Random(seed));
    return world;
  }

  static int[] permutation(int n, long seed) {
    List<Integer> names = IntStream.range(0, n).boxed().collect(Collectors.toList());
    Collections.shuffle(names, new Random(seed));
    return names.stream().mapToInt(i -> i).toArray();
  }
}
