package io.iolaus.ingest.state;

import io.iolaus.core.days.DayCounts;
import io.iolaus.core.event.Event;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.fold.EdgeFold;
import io.iolaus.ingest.fold.EntityFold;
import io.iolaus.ingest.fold.EventIds;
import io.iolaus.ingest.fold.ExchangeFold;
import io.iolaus.ingest.fold.Fact;
import io.iolaus.ingest.fold.IdentifiedEvent;
import io.iolaus.ingest.fold.Target;
import io.iolaus.ingest.reject.DeadLetter;
import io.iolaus.ingest.write.EntityProperties;
import io.iolaus.ingest.write.FactSet;
import io.iolaus.ingest.write.KnownEvents;
import io.iolaus.ingest.write.LineTally;
import io.iolaus.ingest.write.Properties;
import io.iolaus.ingest.write.Recording;
import io.iolaus.ingest.write.Runs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the graph holds of an account, put together from what segments say of it, one after the
/// other, and what became of their lines: what the writers of `ingest.write` do by reading and
/// writing the graph, without it. `ReplaceIT` and `FirstLoadIT` hold the two together.
public final class AccountState {

  /// The field that names an account's organization.
  public static final String ORGANIZATION = "organization";

  private final String id;
  private final FactSet facts = new FactSet();
  private final Map<Target, EdgeNow> edges = new HashMap<>();
  private final Map<String, FactSet> verdicts = new TreeMap<>();
  private final Set<String> capabilities = new HashSet<>();
  private final EventIds eventIds = new EventIds();
  private @Nullable KnownEvents events;
  private @Nullable ExchangeFold exchanges;
  private final FirstBy known = new FirstBy();
  private long knownFrom = Long.MAX_VALUE;
  private boolean exists;
  private boolean placeholder = true;

  /// An account nothing was said of yet.
  public AccountState(String id) {
    this.id = id;
  }

  /// Takes in what a segment says; uses the fold up.
  ///
  /// @param recording what the segment is of
  /// @param source name of the source, for dead letters
  /// @param conflicts hears of each line that contradicts an earlier one
  public LineCounts apply(
      AccountFold fold, Recording recording, String source, Consumer<String> conflicts) {
    LineTally tally = new LineTally();
    settle(fold, tally, source, conflicts);
    tally.activities(fold.activityLines());
    tally.statements(fold.accountLines());
    state(fold, recording.at(), tally);
    ExchangeFold added = fold.exchanges();
    if (added != null) {
      tally.exchanges(added.days().total());
      known.add(
          exchanges == null ? new DayCounts() : exchanges.days(), added.days(), recording.at());
      if (exchanges == null) {
        exchanges = added;
      } else {
        exchanges.merge(added);
      }
    }
    if (!exists) {
      tally.created(fold.firstTag());
      exists = true;
    }
    knownFrom = Math.min(knownFrom, recording.at());
    fold.forEachEdge((target, edge) -> touch(target, edge, recording, tally));
    fold.verdicts().forEach((by, verdict) -> decide(by, verdict, recording.at(), tally));
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

  private void state(AccountFold fold, long at, LineTally tally) {
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
          if (facts.add(fact, at)) {
            tally.stated(tag);
          }
        });
  }

  private static boolean isOrganization(Fact fact) {
    return fact.field().equals(ORGANIZATION);
  }

  private void touch(Target target, EdgeFold edge, Recording recording, LineTally tally) {
    EdgeNow known = edges.get(target);
    if (known == null) {
      known = new EdgeNow();
      edges.put(target, known);
      tally.created(edge.firstTag());
    }
    known.add(edge, recording);
  }

  private void decide(String by, EntityFold verdict, long at, LineTally tally) {
    tally.statements(verdict.lines());
    FactSet known = verdicts.get(by);
    if (known == null) {
      known = new FactSet();
      verdicts.put(by, known);
      tally.created(verdict.firstTag());
    }
    for (Map.Entry<Fact, Integer> entry : verdict.facts().firstLines().entrySet()) {
      if (known.add(entry.getKey(), at)) {
        tally.stated(entry.getValue());
      }
    }
  }

  public String id() {
    return id;
  }

  /// Whether any segment spoke of it.
  public boolean exists() {
    return exists;
  }

  /// Whether no account line spoke of it.
  public boolean isPlaceholder() {
    return placeholder;
  }

  public FactSet facts() {
    return facts;
  }

  public Map<Target, EdgeNow> edges() {
    return edges;
  }

  /// Verdicts by who gave them.
  public Map<String, FactSet> verdicts() {
    return verdicts;
  }

  /// Capabilities of events with an `eventId` that count.
  public Set<String> capabilities() {
    return capabilities;
  }

  /// The events with an `eventId`; null if there were none.
  public @Nullable KnownEvents events() {
    return events;
  }

  public @Nullable ExchangeFold exchanges() {
    return exchanges;
  }

  /// What its node holds besides the id.
  public Map<String, Object> properties() {
    Map<String, Object> properties =
        new HashMap<>(
            Map.of(
                "placeholder", placeholder,
                "exchanges", 0L,
                "inputTokens", 0L,
                "outputTokens", 0L));
    if (knownFrom > 0) {
      properties.put("knownFrom", Properties.time(knownFrom));
    }
    if (!facts.isEmpty()) {
      Properties.putHolding(properties, facts);
      Properties.putKnown(properties, facts);
    }
    if (events != null) {
      properties.put("eventIds", events.toBytes());
    }
    if (exchanges != null) {
      Properties.putExchanges(properties, exchanges);
      properties.put("known", Runs.starts(known.values(exchanges.days())));
    }
    return properties;
  }

  /// The organization that holds, if it states one.
  public Optional<String> organization() {
    return Optional.ofNullable(facts.holding().get(ORGANIZATION)).map(Fact::value);
  }

  /// Whether its organization is verified.
  public boolean isVerified() {
    Fact verified = facts.holding().get("verified");
    return verified != null && verified.value().equals("true");
  }

  /// Its verdicts as nodes hold them, by their ids.
  public Map<String, Map<String, Object>> verdictNodes() {
    Map<String, Map<String, Object>> nodes = new TreeMap<>(ByteOrder::compare);
    verdicts.forEach((by, said) -> {
      Map<String, Object> properties = EntityProperties.of(EntityFold.Kind.VERDICT, said);
      properties.put("account", id);
      properties.put("by", by);
      nodes.put(id + Fact.SEPARATOR + by, properties);
    });
    return nodes;
  }
}
