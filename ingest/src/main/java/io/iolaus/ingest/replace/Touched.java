package io.iolaus.ingest.replace;

import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.EntityFold;
import io.iolaus.ingest.fold.Fact;
import io.iolaus.ingest.fold.Target;
import io.iolaus.ingest.journal.Part;
import io.iolaus.ingest.state.AccountState;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.HashSet;
import java.util.Set;

/// What the segments speak of that go and that come: all that may change.
final class Touched {

  // By hash: one too many is put together again for nothing, and comes out as it was.
  private final LongOpenHashSet accounts = new LongOpenHashSet();
  final Set<EntityKey> entities = new HashSet<>();
  final Set<String> instruments = new HashSet<>();
  final Set<String> capabilities = new HashSet<>();
  final Set<String> organizations = new HashSet<>();

  void add(Part part) {
    for (AccountFold account : part.accounts()) {
      accounts.add(hash(account.id()));
      mentions(account, organizations);
      Capabilities.of(account, capabilities::add);
      account.otherTargets().stream()
          .filter(Target.Instrument.class::isInstance)
          .forEach(target -> instruments.add(target.id()));
    }
    for (EntityFold entity : part.entities()) {
      entities.add(EntityKey.of(entity));
      if (entity.kind() == EntityFold.Kind.ORGANIZATION) {
        organizations.add(entity.key());
      }
      mentions(entity, organizations);
    }
    // Whether one that is named no more is to stay depends on lines of its own.
    organizations.forEach(id -> entities.add(new EntityKey(EntityFold.Kind.ORGANIZATION, id)));
    capabilities.addAll(part.capabilities());
  }

  boolean hasAccount(String id) {
    return accounts.contains(hash(id));
  }

  /// How many accounts.
  int accounts() {
    return accounts.size();
  }

  /// The organizations that account lines name.
  static void mentions(AccountFold account, Set<String> into) {
    for (Fact fact : account.facts().firstLines().keySet()) {
      if (fact.field().equals(AccountState.ORGANIZATION)) {
        into.add(fact.value());
      }
    }
  }

  /// The organization a claim is about.
  static void mentions(EntityFold entity, Set<String> into) {
    if (entity.kind() == EntityFold.Kind.CLAIM) {
      for (Fact fact : entity.facts().firstLines().keySet()) {
        if (fact.field().equals("organization")) {
          into.add(fact.value());
        }
      }
    }
  }

  private static long hash(String id) {
    long hash = 0x9E3779B97F4A7C15L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0xD6E8FEB86659FD93L;
      hash ^= hash >>> 32;
    }
    return hash;
  }
}
