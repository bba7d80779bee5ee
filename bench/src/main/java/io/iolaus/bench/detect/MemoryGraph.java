package io.iolaus.bench.detect;

import io.iolaus.core.attribution.ClaimEvidence;
import io.iolaus.core.attribution.OrganizationTraces;
import io.iolaus.core.detect.Derivation;
import io.iolaus.core.detect.Population;
import io.iolaus.core.event.Event;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the graph would hold of some events, as far as detection reads it: kept in memory, so that
/// hundreds of populations can be judged without a database. Events with an `eventId` count each
/// time they come.
public final class MemoryGraph {

  private final Map<String, AccountFold> accounts = new TreeMap<>();
  private final MemoryNetworks networks = new MemoryNetworks();
  private final MemoryOrganizations organizations = new MemoryOrganizations();
  private final Map<String, Map<String, Event.Verdict>> verdicts = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Instant until;
  private long latest = Long.MIN_VALUE;
  private int lines;

  /// Takes in all events.
  public MemoryGraph() {
    this(Instant.MAX);
  }

  /// Takes in what happened before a moment, as the graph was then. What is known of networks,
  /// organizations and models counts whenever it was said.
  public MemoryGraph(Instant until) {
    this.until = until;
  }

  /// Before which moment it takes events in.
  public Instant until() {
    return until;
  }

  /// Takes in one event.
  public void add(Event event) {
    lines++;
    switch (event) {
      case Event.Account e -> account(e.id(), e, e.at());
      case Event.Payment e -> {
        if (account(e.account(), e, e.at()) && e.kind() != null) {
          kinds.put(Target.of(e).id(), e.kind());
        }
      }
      case Event.Identifier e -> account(e.account(), e, e.at());
      case Event.Exchange e -> account(e.account(), e, e.at());
      case Event.Verdict e -> {
        if (account(e.account(), e, e.at())) {
          verdicts
              .computeIfAbsent(e.account(), a -> new HashMap<>())
              .merge(e.by(), e, (old, now) -> now.at().isBefore(old.at()) ? old : now);
        }
      }
      case Event.Network e -> networks.add(e);
      case Event.Organization e -> organizations.add(e);
      case Event.Claim e -> {
        if (e.at().isBefore(until)) {
          organizations.add(e);
        }
      }
      case Event.Model _ -> {}
    }
  }

  /// Returns whether it is early enough.
  private boolean account(String id, Event event, Instant at) {
    if (!at.isBefore(until)) {
      return false;
    }
    latest = Math.max(latest, at.toEpochMilli());
    accounts.computeIfAbsent(id, AccountFold::new).add(event, lines);
    return true;
  }

  private MemoryWindow window() {
    return MemoryWindow.endingAt(LocalDate.ofInstant(Instant.ofEpochMilli(latest), ZoneOffset.UTC));
  }

  /// All accounts in byte order of their ids (which are ASCII here).
  Population population() {
    MemoryWindow window = window();
    List<Population.Entry> entries = new ArrayList<>();
    accounts.forEach((id, fold) ->
        entries.add(
            new MemoryEntry(networks, instrument -> kinds.getOrDefault(instrument, "card"))
                .of(id, fold, window, vouching(fold), verdict(id))));
    return new Population(entries);
  }

  private @Nullable String vouching(AccountFold fold) {
    return organizations.vouching(
        MemoryEntry.fact(fold, "organization"), "true".equals(MemoryEntry.fact(fold, "verified")));
  }

  private Verdict verdict(String account) {
    return Verdict.of(
        verdicts.getOrDefault(account, Map.of()).values().stream()
            .map(Event.Verdict::verdict)
            .toList());
  }

  /// What was said about organizations.
  List<ClaimEvidence> claims() {
    return organizations.claims();
  }

  /// Which accounts bear a trace of which organization.
  OrganizationTraces traces(Population population) {
    MemoryWindow window = window();
    OrganizationTraces traces = new OrganizationTraces(organizations.known(), population.size());
    for (int a = 0; a < population.size(); a++) {
      int account = a;
      Population.Entry entry = population.get(a);
      if (entry.verifiedBy() != null) {
        traces.seat(a, entry.verifiedBy());
      }
      if (entry.emailDomain() != null) {
        traces.mail(a, entry.emailDomain());
      }
      AccountFold fold = accounts.get(entry.id());
      if (fold != null) {
        fold.forEachEdge((target, edge) -> {
          if (window.holds(edge)) {
            trace(traces, account, target);
          }
        });
      }
    }
    return traces;
  }

  private void trace(OrganizationTraces traces, int account, Target target) {
    if (target instanceof Target.Address address) {
      Long asn = networks.of(address.address()).map(Event.Network::asn).orElse(null);
      traces.address(account, address.address(), asn);
    } else if (target instanceof Target.Identifier name && name.kind().equals("billing-name")) {
      traces.billingName(account, name.value());
    }
  }

  /// Everything that the link detectors would find.
  List<SharedThing> things(Population population, Derivation derivation) {
    return MemoryThings.of(population, derivation, accounts::get, window());
  }
}
