package io.iolaus.bench.detect;

import io.iolaus.core.address.IpRanges;
import io.iolaus.core.detect.Derivation;
import io.iolaus.core.detect.Links;
import io.iolaus.core.detect.Population;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.pattern.PatternKind;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.Target;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the link detectors of `cypher/detectors` would find: the same said again in Java.
/// `DetectorParityIT` holds the two against each other.
final class MemoryThings {

  /// Kinds of identifiers that count as payment.
  static final Set<String> PAYERS = Set.of("wallet", "billing-name");

  private final Derivation derivation;
  private final Links links;
  private final Map<String, IntArrayList> instruments = new TreeMap<>();
  private final Map<String, IntArrayList> addresses = new TreeMap<>();
  private final Map<String, IntArrayList> payers = new TreeMap<>();
  private final Map<String, IntArrayList> clients = new TreeMap<>();
  private final Map<String, IntArrayList> identifiers = new TreeMap<>();
  private final BitSet deleted = new BitSet();
  private final List<SharedThing> things = new ArrayList<>();

  private MemoryThings(Population population, Derivation derivation) {
    this.derivation = derivation;
    this.links = new Links(population, derivation);
  }

  /// @param folds what is known of the account with an id
  static List<SharedThing> of(
      Population population,
      Derivation derivation,
      Function<String, @Nullable AccountFold> folds,
      MemoryWindow window) {
    MemoryThings found = new MemoryThings(population, derivation);
    for (int a = 0; a < population.size(); a++) {
      AccountFold fold = folds.apply(population.get(a).id());
      int account = a;
      if (fold == null || "deleted".equals(MemoryEntry.fact(fold, "status"))) {
        found.deleted.set(a);
      } else {
        fold.forEachEdge((target, edge) -> {
          if (window.holds(edge)) {
            found.column(target).add(account);
          }
        });
      }
    }
    return found.all();
  }

  private IntArrayList column(Target target) {
    Map<String, IntArrayList> into =
        switch (target) {
          case Target.Instrument _ -> instruments;
          case Target.Address _ -> addresses;
          case Target.Identifier i when PAYERS.contains(i.kind()) -> payers;
          case Target.Identifier i when i.kind().equals(Target.Identifier.CLIENT) -> clients;
          case Target.Identifier _ -> identifiers;
        };
    return into.computeIfAbsent(target.id(), t -> new IntArrayList(2));
  }

  private List<SharedThing> all() {
    addresses.keySet().removeIf(address -> !IpRanges.isEvidence(address));
    patterns();
    add("shared-address", Facet.NETWORK, "IpAddress", addresses);
    add("shared-client", Facet.CLIENT, "Identifier", clients);
    add("shared-identifier", Facet.CLIENT, "Identifier", identifiers);
    add("shared-instrument", Facet.PAYMENT, "PaymentInstrument", instruments);
    add("shared-network", Facet.NETWORK, "Network", networks());
    add("shared-prompt-family", Facet.PROMPT, "PromptFamily", families(false));
    add("shared-system-prompt", Facet.PROMPT, "PromptFamily", families(true));
    add("shared-wallet-or-billing-name", Facet.PAYMENT, "Identifier", payers);
    return things;
  }

  /// The detector of a pattern is called what its kind is.
  private void patterns() {
    new TreeMap<>(derivation.patterns())
        .forEach((id, pattern) -> {
          PatternKind kind = pattern.kind();
          add(kind.id(), kind.facet(), "Pattern", Map.of(id, alive(pattern.members())));
        });
  }

  private IntArrayList alive(int[] members) {
    return IntArrayList.of(IntStream.of(members).filter(a -> !deleted.get(a)).toArray());
  }

  private Map<String, IntArrayList> families(boolean system) {
    Map<String, IntArrayList> families = new TreeMap<>();
    derivation
        .families()
        .forEach((id, family) -> {
          if (family.system() == system) {
            families.put(id, alive(family.family().accounts()));
          }
        });
    return families;
  }

  /// Prefixes of which two addresses or more were used.
  private Map<String, IntArrayList> networks() {
    Map<String, Set<Integer>> members = new TreeMap<>();
    Map<String, Integer> used = new HashMap<>();
    addresses.forEach((address, accounts) -> {
      String prefix = IpRanges.neighbourhood(address);
      members.computeIfAbsent(prefix, p -> new TreeSet<>()).addAll(accounts);
      used.merge(prefix, 1, Integer::sum);
    });
    Map<String, IntArrayList> networks = new TreeMap<>();
    members.forEach((prefix, accounts) -> {
      if (used.getOrDefault(prefix, 0) >= 2) {
        networks.put(prefix, new IntArrayList(accounts));
      }
    });
    return networks;
  }

  private void add(String detector, Facet facet, String type, Map<String, IntArrayList> found) {
    found.forEach((key, accounts) -> {
      if (accounts.size() >= 2) {
        things.add(links.thing(detector, facet, type, key, accounts.toIntArray()));
      }
    });
  }
}
