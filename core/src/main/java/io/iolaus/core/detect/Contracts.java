package io.iolaus.core.detect;

import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Owners;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.BitSet;
import java.util.stream.IntStream;

/// Who is known to be somebody's before anything is looked for: verified seats of organizations,
/// those who pay with what such seats pay with, and who was decided to be legitimate.
public final class Contracts {

  /// So many verified seats of one organization, and half of those on it, make an instrument that
  /// organization's.
  public static final int MIN_SEATS = 3;

  private final Population population;
  private final EvidenceGraph evidence;

  Contracts(Population population, EvidenceGraph evidence) {
    this.population = population;
    this.evidence = evidence;
  }

  /// Independent owners as they are known. Settled are seats, those whom an organization pays for,
  /// and who was decided to be legitimate: each of these last for itself.
  Owners owners() {
    int[] numbers = population.contracts();
    int[] all = numbers.clone();
    BitSet settled = new BitSet(all.length);
    for (int a = 0; a < all.length; a++) {
      settled.set(a, seat(a) || population.get(a).verdict() == Verdict.LEGITIMATE);
    }
    for (SharedThing thing : evidence.things()) {
      if (instrument(thing)) {
        Int2IntOpenHashMap seats = new Int2IntOpenHashMap();
        members(thing).filter(this::seat).forEach(a -> seats.addTo(numbers[a], 1));
        for (Int2IntMap.Entry entry : seats.int2IntEntrySet()) {
          if (entry.getIntValue() >= MIN_SEATS && 2 * entry.getIntValue() >= thing.size()) {
            members(thing)
                .filter(a -> !seat(a))
                .forEach(a -> {
                  all[a] = entry.getIntKey();
                  settled.set(a);
                });
          }
        }
      }
    }
    return Owners.of(all, settled);
  }

  /// Whether any verified seat pays with a thing.
  boolean seatsPayWith(SharedThing thing) {
    return instrument(thing) && members(thing).anyMatch(this::seat);
  }

  private boolean seat(int account) {
    return population.get(account).verifiedBy() != null;
  }

  private static boolean instrument(SharedThing thing) {
    return thing.type().equals("PaymentInstrument");
  }

  private static IntStream members(SharedThing thing) {
    return IntStream.range(0, thing.size()).map(thing::member);
  }
}
