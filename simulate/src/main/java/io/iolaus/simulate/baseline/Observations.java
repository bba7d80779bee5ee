package io.iolaus.simulate.baseline;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What events show of accounts, in arrays: the input of every baseline. Accounts are numbers in
/// the byte order of their ids, so that ties are broken by ids.
///
/// {@link ObservationBuilder} makes it.
public final class Observations {

  private final List<String> ids;
  private final Map<Kind, Incidence> things;
  private final BitSet vouched;
  private final BitSet flagged;
  private final ExchangeLog exchanges;
  private final TextSample.Signed texts;

  Observations(
      List<String> ids,
      Map<Kind, Incidence> things,
      BitSet vouched,
      BitSet flagged,
      ExchangeLog exchanges,
      TextSample.Signed texts) {
    this.ids = List.copyOf(ids);
    this.things = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Incidence known = things.get(kind);
      this.things.put(kind, known == null ? Incidence.of(ids.size(), 0, new long[0]) : known);
    }
    this.vouched = (BitSet) vouched.clone();
    this.flagged = (BitSet) flagged.clone();
    this.exchanges = exchanges;
    this.texts = texts;
  }

  public int accounts() {
    return ids.size();
  }

  public String id(int account) {
    return ids.get(account);
  }

  /// Things of one kind; an empty matrix where the events have none.
  Incidence things(Kind kind) {
    return Objects.requireNonNull(things.get(kind));
  }

  /// Whether an organization that is no reseller vouches for the account.
  boolean vouched(int account) {
    return vouched.get(account);
  }

  /// Whether the account was suspended, or some verdict calls it fraudulent.
  boolean flagged(int account) {
    return flagged.get(account);
  }

  ExchangeLog exchanges() {
    return exchanges;
  }

  /// Some prompts of each account.
  TextSample.Signed texts() {
    return texts;
  }
}
