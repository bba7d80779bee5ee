package io.iolaus.bench.detect;

import io.iolaus.core.abuse.AccountTraits;
import io.iolaus.core.activity.ActivityWindow;
import io.iolaus.core.address.IpRanges;
import io.iolaus.core.detect.Population;
import io.iolaus.core.detect.StoredActivity;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.core.prompt.PromptReservoir;
import io.iolaus.core.prompt.SampledPrompts;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.EdgeFold;
import io.iolaus.ingest.fold.ExchangeFold;
import io.iolaus.ingest.fold.Fact;
import io.iolaus.ingest.fold.Target;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a run reads of one account, put together as `queries/detect/population.cypher` does.
final class MemoryEntry {

  private final Map<String, Long> networkUse = new HashMap<>();
  private final Map<String, Integer> instruments = new HashMap<>();
  private final Set<String> prefixes = new HashSet<>();
  private int addresses;
  private int identifiers;

  private final MemoryNetworks networks;
  private final Function<String, String> kindOf;

  /// @param kindOf kind of the instrument with an id
  MemoryEntry(MemoryNetworks networks, Function<String, String> kindOf) {
    this.networks = networks;
    this.kindOf = kindOf;
  }

  private void edge(Target target, EdgeFold edge) {
    switch (target) {
      case Target.Address address -> {
        addresses++;
        prefixes.add(IpRanges.neighbourhood(address.address()));
        networkUse.merge(networks.use(address.address()), edge.total(), Long::sum);
      }
      case Target.Identifier identifier -> {
        // Wallets and names on invoices say how it pays, not with what it came.
        if (!MemoryThings.PAYERS.contains(identifier.kind())) {
          identifiers++;
        }
      }
      case Target.Instrument instrument ->
          instruments.merge(kindOf.apply(instrument.id()), 1, Integer::sum);
    }
  }

  Population.Entry of(
      String id,
      AccountFold fold,
      MemoryWindow window,
      @Nullable String vouching,
      Verdict verdict) {
    fold.forEachEdge(this::edge);
    ExchangeFold exchanges = fold.exchanges();
    StoredActivity stored =
        exchanges == null
            ? StoredActivity.none()
            : new StoredActivity(exchanges.activity().toBytes(), window.from(), window.asOf());
    ActivityWindow activity = stored.read();
    PromptReservoir prompts = exchanges == null ? new PromptReservoir() : exchanges.prompts();
    SampledPrompts sampled = prompts.sampled(false, window.from(), window.asOf());
    String created = fact(fold, "createdAt");
    AccountTraits traits =
        AccountTraits.of(
            created == null ? Instant.EPOCH : Instant.parse(created),
            verdict == Verdict.FRAUDULENT || "suspended".equals(fact(fold, "status")),
            activity,
            networkUse,
            addresses,
            prefixes.size(),
            instruments);
    int shown =
        bit(Facet.PAYMENT, !instruments.isEmpty())
            | bit(Facet.NETWORK, addresses > 0)
            | bit(Facet.CLIENT, identifiers > 0)
            | bit(Facet.PROMPT, !sampled.isEmpty());
    return new Population.Entry(
        id,
        fact(fold, "emailDomain"),
        vouching,
        traits,
        stored,
        sampled,
        prompts.sampled(true, window.from(), window.asOf()),
        prefixes.size(),
        shown,
        verdict,
        exchanges == null ? null : Instant.ofEpochMilli(exchanges.firstMillis()),
        exchanges == null ? null : Instant.ofEpochMilli(exchanges.lastMillis()));
  }

  /// What was said last of a field, or null.
  static @Nullable String fact(AccountFold fold, String field) {
    return fold.facts().firstLines().keySet().stream()
        .filter(f -> f.field().equals(field))
        .max(Comparator.naturalOrder())
        .map(Fact::value)
        .orElse(null);
  }

  private static int bit(Facet facet, boolean set) {
    return set ? 1 << facet.index() : 0;
  }
}
