package io.iolaus.ingest.replace;

import io.iolaus.core.event.Event;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.EdgeFold;
import io.iolaus.ingest.fold.EntityFold;
import io.iolaus.ingest.fold.EventIds;
import io.iolaus.ingest.fold.ExchangeFold;
import io.iolaus.ingest.fold.Fact;
import io.iolaus.ingest.fold.IdentifiedEvent;
import io.iolaus.ingest.fold.Target;
import io.iolaus.ingest.reject.DeadLetter;
import io.iolaus.ingest.write.FactSet;
import io.iolaus.ingest.write.KnownEvents;
import io.iolaus.ingest.write.LineTally;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the graph holds of an account, put together from what segments say of it, one after the
/// other, and what became of their lines: what the writers of `ingest.write` do by reading and
/// writing the graph, without it. `ReplaceIT` holds the two together.
final class AccountState {

  private final String id;
  private final FactSet facts = new FactSet();
  private final Map<Target, EdgeNow> edges = new HashMap<>();
  private final Map<String, FactSet> verdicts = new TreeMap<>();
  private final Set<String> capabilities = new HashSet<>();
  private final EventIds eventIds = new EventIds();
  private @Nullable KnownEvents events;
  private @Nullable ExchangeFold exchanges;
  private boolean exists;
  private boolean placeholder = true;

  /// An account nothing was said of yet.
  AccountState(String id) {
    this.id = id;
  }

  /// Takes in what a segment says; uses the fold up.
  ///
  /// @param seq number of the batch
  /// @param source name of the source, for dead letters
  /// @param conflicts hears of each line that contradicts an earlier one
  LineCounts apply(AccountFold fold, long seq, String source, Consumer<String> conflicts) {
    LineTally tally = new LineTally();
    settle(fold, tally, source, conflicts);
    tally.activities(fold.activityLines());
    tally.statements(fold.accountLines());
    state(fold, tally);
    ExchangeFold added = fold.exchanges();
    if (added != null) {
      tally.exchanges(added.days().total());
      if (exchanges == null) {
        exchanges = new ExchangeFold();
      }
      exchanges.merge(added);
    }
    if (!exists) {
      tally.created(fold.firstTag());
      exists = true;
    }
    fold.forEachEdge((target, edge) -> touch(target, edge, seq, tally));
    fold.verdicts().forEach((by, verdict) -> decide(by, verdict, tally));
    return tally.counts();
  }

  private void settle(
      AccountFold fold, LineTally tally, String source, Consumer<String> conflicts) {
    if (fold.identified().isEmpty()) {
      return;
    }
    KnownEvents known = events == null ? new KnownEvents() : events;
    events = known;
    for (IdentifiedEvent identified : List.copyOf(fold.identified())) {
      Event event = identified.event();
      switch (known.add(eventIds.idDigest(event), eventIds.contentDigest(event))) {
        case NEW -> {
          fold.add(event, identified.tag());
          if (event instanceof Event.Exchange exchange && exchange.capability() != null) {
            capabilities.add(exchange.capability());
          }
        }
        case REPEAT -> tally.repeat();
        case CONFLICT -> {
          tally.conflict();
          conflicts.accept(
              DeadLetter.conflict(source, identified.line(), identified.offset(), event, id)
                  .toJson());
        }
      }
    }
  }

  private void state(AccountFold fold, LineTally tally) {
    placeholder &= fold.accountLines() == 0;
    Map<String, Integer> mentions = new HashMap<>();
    fold.facts()
        .firstLines()
        .forEach((fact, tag) -> {
          if (isOrganization(fact) && !facts.states(fact.field(), fact.value())) {
            mentions.merge(fact.value(), tag, Math::min);
          }
        });
    mentions.values().forEach(tally::created);
    fold.facts()
        .firstLines()
        .forEach((fact, tag) -> {
          if (facts.add(fact)) {
            tally.stated(tag);
          }
        });
  }

  private static boolean isOrganization(Fact fact) {
    return fact.field().equals(ORGANIZATION);
  }

  /// The field that names an account's organization.
  static final String ORGANIZATION = "organization";

  private void touch(Target target, EdgeFold edge, long seq, LineTally tally) {
    EdgeNow known = edges.get(target);
    if (known == null) {
      known = new EdgeNow();
      edges.put(target, known);
      tally.created(edge.firstTag());
    }
    known.add(edge, seq);
  }

  private void decide(String by, EntityFold verdict, LineTally tally) {
    tally.statements(verdict.lines());
    FactSet known = verdicts.get(by);
    if (known == null) {
      known = new FactSet();
      verdicts.put(by, known);
      tally.created(verdict.firstTag());
    }
    for (Map.Entry<Fact, Integer> entry : verdict.facts().firstLines().entrySet()) {
      if (known.add(entry.getKey())) {
        tally.stated(entry.getValue());
      }
    }
  }

  String id() {
    return id;
  }

  /// Whether any segment spoke of it.
  boolean exists() {
    return exists;
  }

  boolean isPlaceholder() {
    return placeholder;
  }

  FactSet facts() {
    return facts;
  }

  Map<Target, EdgeNow> edges() {
    return edges;
  }

  /// Verdicts by who gave them.
  Map<String, FactSet> verdicts() {
    return verdicts;
  }

  /// Capabilities of events with an `eventId` that count.
  Set<String> capabilities() {
    return capabilities;
  }

  /// The events with an `eventId`; null if there were none.
  @Nullable KnownEvents events() {
    return events;
  }

  @Nullable ExchangeFold exchanges() {
    return exchanges;
  }
}
