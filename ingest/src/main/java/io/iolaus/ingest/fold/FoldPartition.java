package io.iolaus.ingest.fold;

import io.iolaus.core.event.Event;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The accounts and entities of one partition of a fold. Used by one thread at a time.
public final class FoldPartition {

  private static final int BYTES_ENTITY = 1500;
  private static final int BYTES_INSTRUMENT = 700;
  private static final int BYTES_CAPABILITY = 200;

  private final Map<String, AccountFold> accounts = new HashMap<>();
  private final Map<EntityKey, EntityFold> entities = new HashMap<>();
  private final Map<String, InstrumentFold> instruments = new HashMap<>();
  private final Set<String> capabilities = new HashSet<>();

  private record EntityKey(EntityFold.Kind kind, String key) {}

  /// Adds an event about an account; returns about how many bytes of heap that took.
  long add(String accountId, Event event, int tag, long line, long offset) {
    long bytes = 0;
    AccountFold account = accounts.get(accountId);
    if (account == null) {
      account = new AccountFold(accountId);
      accounts.put(accountId, account);
      bytes += AccountFold.BYTES_ACCOUNT;
    }
    if (EventIds.of(event) != null) {
      return bytes + account.addIdentified(new IdentifiedEvent(event, tag, line, offset));
    }
    if (event instanceof Event.Payment payment) {
      bytes += instrument(payment);
    } else if (event instanceof Event.Exchange exchange) {
      bytes += capability(exchange);
    }
    return bytes + account.add(event, tag);
  }

  private long instrument(Event.Payment payment) {
    if (payment.kind() == null && payment.bin() == null && payment.issuerCountry() == null) {
      return 0;
    }
    String id = Target.of(payment).id();
    InstrumentFold known = instruments.get(id);
    if (known != null) {
      known.add(payment);
      return 0;
    }
    InstrumentFold fold = new InstrumentFold();
    fold.add(payment);
    instruments.put(id, fold);
    return BYTES_INSTRUMENT;
  }

  private long capability(Event.Exchange exchange) {
    String capability = exchange.capability();
    return capability != null && capabilities.add(capability) ? BYTES_CAPABILITY : 0;
  }

  /// The fold of an entity, to add a line to.
  EntityFold entity(EntityFold.Kind kind, String key) {
    return entities.computeIfAbsent(
        new EntityKey(kind, key), _ -> new EntityFold(kind, key));
  }

  /// About how many bytes of heap an entity line takes.
  static long entityBytes() {
    return BYTES_ENTITY;
  }

  /// The accounts, in no order.
  public Collection<AccountFold> accounts() {
    return accounts.values();
  }

  /// The entities, in no order.
  public Collection<EntityFold> entities() {
    return entities.values();
  }

  /// What payments said about instruments, by their ids.
  public Map<String, InstrumentFold> instruments() {
    return instruments;
  }

  /// Capabilities that exchanges named.
  public Set<String> capabilities() {
    return capabilities;
  }
}
