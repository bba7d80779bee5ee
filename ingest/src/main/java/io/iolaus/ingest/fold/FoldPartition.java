package io.iolaus.ingest.fold;

import io.iolaus.core.event.Event;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The accounts and entities of one partition of a fold. Used by one thread at a time.
public final class FoldPartition {

  private static final int BYTES_ENTITY = 1500;
  private static final int BYTES_INSTRUMENT = 700;
  private static final int BYTES_CAPABILITY = 200;

  private Map<String, AccountFold> accounts = new Object2ObjectOpenHashMap<>();
  private final Map<EntityKey, EntityFold> entities = new HashMap<>();
  private final Map<String, InstrumentFold> instruments = new HashMap<>();
  private final Set<String> capabilities = new HashSet<>();
  private @Nullable AccountFold last;
  private @Nullable String lastCapability;
  // Of what takeAccounts gives.
  private long accountBytes;

  private record EntityKey(EntityFold.Kind kind, String key) {}

  /// Adds an event; returns about how many bytes of heap that took.
  ///
  /// @param ordinal its place among the lines of the segment
  long add(Event event, int ordinal, long line, long offset) {
    int activity = LineTag.of(ordinal, false);
    int statement = LineTag.of(ordinal, true);
    if (event instanceof Event.Exchange exchange) { // Nearly always.
      return account(exchange.account(), event, activity, line, offset);
    }
    return switch (event) {
      case Event.Exchange e -> account(e.account(), e, activity, line, offset);
      case Event.Payment e -> account(e.account(), e, activity, line, offset);
      case Event.Identifier e -> account(e.account(), e, activity, line, offset);
      case Event.Account e -> account(e.id(), e, statement, line, offset);
      case Event.Verdict e -> account(e.account(), e, statement, line, offset);
      case Event.Network e -> {
        EntityFolder.add(entity(EntityFold.Kind.NETWORK, e.prefix()), e, statement);
        yield EntityFolder.bytes(e);
      }
      case Event.Organization e -> {
        EntityFolder.add(entity(EntityFold.Kind.ORGANIZATION, e.id()), e, statement);
        yield EntityFolder.bytes(e);
      }
      case Event.Model e -> {
        EntityFolder.add(entity(EntityFold.Kind.MODEL, e.id()), e, statement);
        yield EntityFolder.bytes(e);
      }
      case Event.Claim e -> {
        EntityFolder.add(entity(EntityFold.Kind.CLAIM, EntityFolder.claimId(e)), e, statement);
        yield EntityFolder.bytes(e);
      }
    };
  }

  private long account(String accountId, Event event, int tag, long line, long offset) {
    int bytes = 0;
    AccountFold account = last;
    if (account == null || !isSame(accountId, account.id())) {
      account = accounts.get(accountId);
      if (account == null) {
        account = new AccountFold(accountId);
        accounts.put(accountId, account);
        bytes = AccountFold.BYTES_ACCOUNT;
      }
      last = account;
    }
    long staying = 0;
    if (EventIds.of(event) != null) {
      bytes += account.addIdentified(new IdentifiedEvent(event, tag, line, offset));
    } else {
      if (event instanceof Event.Exchange exchange) {
        staying = capability(exchange);
      } else if (event instanceof Event.Payment payment) {
        staying = instrument(payment);
      }
      bytes += account.add(event, tag);
    }
    accountBytes += bytes;
    return staying + bytes;
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
    if (capability == null || isSame(capability, lastCapability)) {
      return 0;
    }
    lastCapability = capability;
    return capabilities.add(capability) ? BYTES_CAPABILITY : 0;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(String a, @Nullable String b) {
    return a == b;
  }

  private EntityFold entity(EntityFold.Kind kind, String key) {
    return entities.computeIfAbsent(new EntityKey(kind, key), _ -> new EntityFold(kind, key));
  }

  /// About how many bytes of heap an entity line takes besides its texts.
  static long entityBytes() {
    return BYTES_ENTITY;
  }

  /// About how many bytes of heap the accounts take.
  long accountBytes() {
    return accountBytes;
  }

  /// The accounts, in no order, which the partition then forgets; all else stays.
  public Collection<AccountFold> takeAccounts() {
    Collection<AccountFold> taken = accounts.values();
    accounts = new Object2ObjectOpenHashMap<>();
    last = null;
    accountBytes = 0;
    return taken;
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
