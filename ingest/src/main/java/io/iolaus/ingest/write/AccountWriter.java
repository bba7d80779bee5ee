package io.iolaus.ingest.write;

import io.iolaus.core.event.Event;
import io.iolaus.cypher.write.GraphRow;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.EntityFold;
import io.iolaus.ingest.fold.EventIds;
import io.iolaus.ingest.fold.ExchangeFold;
import io.iolaus.ingest.fold.Fact;
import io.iolaus.ingest.fold.IdentifiedEvent;
import io.iolaus.ingest.reject.DeadLetter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes the accounts of a part: locks them, settles which identified events count, and replaces
/// what the graph holds by that and the fold together.
final class AccountWriter {

  private final PartContext context;
  private final EventIds eventIds = new EventIds();
  private final Set<String> capabilities = new HashSet<>();
  private final OrganizationWriter organizations;

  AccountWriter(PartContext context) {
    this.context = context;
    organizations = new OrganizationWriter(context);
  }

  /// Writes accounts, in byte order of their ids; returns what the graph held of each.
  Map<String, StoredAccount> write(List<AccountFold> accounts) {
    Map<String, StoredAccount> stored = new HashMap<>();
    for (GraphRow row :
        context
            .transaction()
            .runAll("account-lock", accounts.stream().map(AccountFold::id).toList())) {
      stored.put(row.text("id"), new StoredAccount(row));
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (AccountFold account : accounts) {
      StoredAccount before = stored.get(account.id());
      if (before == null) {
        throw new IllegalStateException("account-lock gave back no " + account.id());
      }
      Map<String, Object> properties = merge(account, before);
      // Also where only edges change, which are written later in this transaction.
      properties.put("changed", context.recording().stamp());
      rows.add(Map.of("id", account.id(), "properties", properties));
      if (before.isNew()) {
        context.tally().created(account.firstTag());
      }
    }
    context.transaction().runAll("account-write", rows);
    organizations.write();
    return stored;
  }

  /// Capabilities of identified events that count.
  Set<String> capabilities() {
    return capabilities;
  }

  /// The properties that change.
  private Map<String, Object> merge(AccountFold account, StoredAccount before) {
    Map<String, Object> properties = new HashMap<>();
    settleIdentified(account, before, properties);
    LineTally tally = context.tally();
    tally.activities(account.activityLines());
    tally.statements(account.accountLines());
    account.verdicts().values().stream().mapToInt(EntityFold::lines).forEach(tally::statements);
    putFacts(account, before, properties);
    putExchanges(account.exchanges(), before, properties);
    return properties;
  }

  private void settleIdentified(
      AccountFold account, StoredAccount before, Map<String, Object> properties) {
    if (account.identified().isEmpty()) {
      return;
    }
    KnownEvents known = before.events();
    for (IdentifiedEvent identified : account.identified()) {
      Event event = identified.event();
      switch (known.add(eventIds.idDigest(event), eventIds.contentDigest(event))) {
        case NEW -> {
          account.add(event, identified.tag());
          if (event instanceof Event.Exchange exchange && exchange.capability() != null) {
            capabilities.add(exchange.capability());
          }
        }
        case REPEAT -> context.tally().repeat();
        case CONFLICT -> conflict(account.id(), identified);
      }
    }
    properties.put("eventIds", known.toBytes());
  }

  private void conflict(String account, IdentifiedEvent identified) {
    context.tally().conflict();
    context
        .deadLetters()
        .add(
            DeadLetter.conflict(
                    context.source(),
                    identified.line(),
                    identified.offset(),
                    identified.event(),
                    account)
                .toJson());
  }

  private void putFacts(AccountFold account, StoredAccount before, Map<String, Object> properties) {
    if (before.isNew() && context.recording().at() > 0) {
      properties.put("knownFrom", Properties.time(context.recording().at()));
    }
    if (before.isNew() || (account.accountLines() > 0 && before.isPlaceholder())) {
      properties.put("placeholder", account.accountLines() == 0);
    }
    FactSet facts = before.facts();
    organizations.mention(account.facts(), facts);
    boolean changed = false;
    for (Map.Entry<Fact, Integer> entry : account.facts().firstLines().entrySet()) {
      if (facts.add(entry.getKey(), context.recording().at())) {
        changed = true;
        context.tally().stated(entry.getValue());
      }
    }
    if (changed) {
      Properties.putHolding(properties, facts);
      Properties.putKnown(properties, facts);
      organizations.link(account.id(), before, properties);
    }
  }

  private void putExchanges(
      @Nullable ExchangeFold added, StoredAccount before, Map<String, Object> properties) {
    if (added == null) {
      if (before.isNew()) {
        properties.putAll(Map.of("exchanges", 0L, "inputTokens", 0L, "outputTokens", 0L));
      }
      return;
    }
    context.tally().exchanges(added.days().total());
    ExchangeFold stored = before.exchanges().orElseGet(ExchangeFold::new);
    added.merge(stored);
    Properties.putExchanges(properties, added);
    properties.put(
        "known",
        Runs.starts(
            Runs.grown(
                stored.days(),
                added.days(),
                Runs.ofStarts(before.known(), stored.days().size()),
                context.recording().at())));
  }
}
