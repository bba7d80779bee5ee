package io.iolaus.ingest.fold;

import io.iolaus.core.event.Event;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What payment lines say about an instrument itself.
///
/// Every payment states it again, so of equal values only the latest time is kept: the set stays as
/// small as the number of different values, and which value holds is the same.
public final class InstrumentFold {

  private final Map<Fact, Fact> latest = new HashMap<>(4);

  /// Adds what a payment line says.
  public void add(Event.Payment payment) {
    long at = payment.at().toEpochMilli();
    add("kind", at, payment.kind());
    add("bin", at, payment.bin());
    add("issuerCountry", at, payment.issuerCountry());
  }

  private void add(String field, long at, @Nullable String value) {
    if (value != null) {
      add(new Fact(field, at, value));
    }
  }

  /// Adds one fact.
  public void add(Fact fact) {
    Fact key = new Fact(fact.field(), 0, fact.value());
    latest.merge(key, fact, (a, b) -> a.at() >= b.at() ? a : b);
  }

  /// The facts, one for each field and value.
  public Collection<Fact> facts() {
    return latest.values();
  }
}
