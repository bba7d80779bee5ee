package io.iolaus.core.attribution;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The accounts of a group that bear traces of one organization. Each is a witness of one kind:
/// those that bear several are dealt to the kind with the fewest.
final class Witnesses {

  static final Witnesses NONE = new Witnesses();

  private final Map<Integer, Set<Trace>> borne = new TreeMap<>();

  void add(int account, Trace trace) {
    borne.computeIfAbsent(account, a -> EnumSet.noneOf(Trace.class)).add(trace);
  }

  /// The accounts that bear a trace, whatever else they bear.
  Set<Integer> accounts(Trace trace) {
    Set<Integer> accounts = new TreeSet<>();
    borne.forEach((account, traces) -> {
      if (traces.contains(trace)) {
        accounts.add(account);
      }
    });
    return accounts;
  }

  /// Whether enough accounts bear a trace to be no accident.
  boolean isShown(Trace trace) {
    return borne.values().stream().filter(traces -> traces.contains(trace)).count()
        >= Finding.LEAST_WITNESSES;
  }

  /// All accounts that bear anything.
  Set<Integer> accounts() {
    return borne.keySet();
  }

  /// How many witnesses there are of each trace when every account counts once. Who bears an
  /// address of the organization's own is no witness of its gateway.
  Map<Trace, Integer> dealt() {
    Map<Trace, Integer> dealt = new EnumMap<>(Trace.class);
    for (Trace trace : Trace.values()) {
      dealt.put(trace, 0);
    }
    for (int many = 1; many <= Trace.values().length; many++) {
      for (Set<Trace> traces : borne.values()) {
        if (traces.size() == many) {
          dealt.merge(fewest(traces, dealt), 1, Integer::sum);
        }
      }
    }
    return dealt;
  }

  private static Trace fewest(Set<Trace> traces, Map<Trace, Integer> dealt) {
    Trace best = traces.iterator().next();
    for (Trace trace : traces) {
      if (dealt.getOrDefault(trace, 0) < dealt.getOrDefault(best, 0)) {
        best = trace;
      }
    }
    return best;
  }
}
