package io.iolaus.simulate.baseline;

import io.iolaus.core.address.IpRanges;
import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.Event;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketch;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gathers what events show, in any order of lines. Lines that the event format rejects are left
/// out, as ingest does. Not for use by several threads.
public final class ObservationBuilder {

  private static final int ACCOUNT_DAY = 86_400;

  private final EventDecoder decoder;
  private final Map<String, Integer> accounts = new LinkedHashMap<>();
  private final Map<String, Event.Account> latest = new HashMap<>();
  private final Map<String, String> organizations = new HashMap<>();
  private final Map<Kind, ThingColumn> columns = new EnumMap<>(Kind.class);
  private final Map<String, AddressThing> addresses = new HashMap<>();
  private final Map<String, Integer> models = new HashMap<>();
  private final Set<String> convicted = new HashSet<>();
  private final TextSample texts = new TextSample();
  private final IntArrayList who = new IntArrayList();
  private final IntArrayList when = new IntArrayList();
  private final IntArrayList places = new IntArrayList();
  private final IntArrayList systems = new IntArrayList();
  private final IntArrayList modelNumbers = new IntArrayList();

  /// What is linked of an address; null where it is no evidence.
  private record AddressThing(@Nullable String neighbourhood) {}

  public ObservationBuilder() {
    // Under which key prompts are sketched shows in no result.
    SiteSecret secret = SiteSecret.of(new byte[SiteSecret.KEY_BYTES]);
    this.decoder = new EventDecoder(secret, new PromptSketcher(secret));
  }

  /// Takes the line in `buffer[from, to)`, without its line feed.
  public void line(byte[] buffer, int from, int to) {
    if (decoder.decode(buffer, from, to) instanceof Decoded.Accepted(Event event, var _)) {
      accept(event);
      if (event instanceof Event.Exchange exchange && exchange.prompt() != null) {
        PromptSketch sketch = exchange.prompt();
        texts.add(
            number(exchange.account()),
            sketch.key(),
            () -> signature(sketch, PromptText.of("prompt", buffer, from, to)));
      }
    }
  }

  private static int[] signature(PromptSketch sketch, String text) {
    return text.isEmpty() ? MinHash.of(sketch.shingles()) : MinHash.of(text);
  }

  void accept(Event event) {
    switch (event) {
      case Event.Account account -> account(account);
      case Event.Payment payment -> payment(payment);
      case Event.Exchange exchange -> exchange(exchange);
      case Event.Identifier identifier ->
          add(
              identifier.account(),
              Kind.ofIdentifier(identifier.kind()),
              identifier.kind() + ":" + identifier.value());
      case Event.Organization organization -> {
        if (organization.kind() != null) {
          organizations.put(organization.id(), organization.kind());
        }
      }
      case Event.Verdict verdict -> {
        number(verdict.account());
        if (verdict.verdict().equals("fraudulent")) {
          convicted.add(verdict.account());
        }
      }
      case Event.Network _, Event.Claim _, Event.Model _ -> {}
    }
  }

  private void account(Event.Account account) {
    number(account.id());
    latest.merge(account.id(), account, ObservationBuilder::later);
  }

  /// The later statement, with what only the earlier one says.
  private static Event.Account later(Event.Account a, Event.Account b) {
    return a.at().isAfter(b.at()) ? merged(b, a) : merged(a, b);
  }

  private static Event.Account merged(Event.Account early, Event.Account late) {
    Boolean verified = late.verified() != null ? late.verified() : early.verified();
    return new Event.Account(
        late.id(),
        late.createdAt(),
        late.at(),
        late.status() != null ? late.status() : early.status(),
        null,
        null,
        null,
        late.organization() != null ? late.organization() : early.organization(),
        verified);
  }

  private void payment(Event.Payment payment) {
    String matchKey = Objects.requireNonNullElse(payment.matchKey(), "-");
    add(payment.account(), Kind.INSTRUMENT, matchKey + ":" + payment.instrument());
    if (payment.bin() != null) {
      add(payment.account(), Kind.BIN, payment.bin());
    }
  }

  private void exchange(Event.Exchange exchange) {
    int account = number(exchange.account());
    int place = -1;
    if (exchange.ip() != null) {
      String neighbourhood =
          addresses.computeIfAbsent(exchange.ip(), ObservationBuilder::address).neighbourhood();
      if (neighbourhood != null) {
        column(Kind.ADDRESS).add(account, exchange.ip());
        place = column(Kind.NEIGHBOURHOOD).add(account, neighbourhood);
      }
    }
    if (exchange.client() != null) {
      column(Kind.CLIENT).add(account, exchange.client());
    }
    if (exchange.prompt() != null) {
      column(Kind.PROMPT).add(account, exchange.prompt().key());
    }
    int system =
        exchange.system() == null ? -1 : column(Kind.SYSTEM).add(account, exchange.system().key());
    if (exchange.count() == 1) {
      who.add(account);
      when.add((int) (exchange.atMillis() / 1000));
      places.add(place);
      systems.add(system);
      modelNumbers.add(
          exchange.model() == null
              ? -1
              : models.computeIfAbsent(exchange.model(), _ -> models.size()).intValue());
    }
  }

  private static AddressThing address(String ip) {
    return new AddressThing(IpRanges.isEvidence(ip) ? IpRanges.neighbourhood(ip) : null);
  }

  private void add(String account, Kind kind, Object thing) {
    column(kind).add(number(account), thing);
  }

  private int number(String account) {
    return accounts.computeIfAbsent(account, _ -> accounts.size());
  }

  private ThingColumn column(Kind kind) {
    return columns.computeIfAbsent(kind, _ -> new ThingColumn());
  }

  /// What was gathered.
  public Observations build() {
    latest.forEach((id, account) ->
        add(id, Kind.CREATION_DAY, account.createdAt().getEpochSecond() / ACCOUNT_DAY));
    List<String> ids = accounts.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    int[] order = new int[ids.size()];
    BitSet vouched = new BitSet();
    BitSet flagged = new BitSet();
    for (int place = 0; place < order.length; place++) {
      String id = ids.get(place);
      order[number(id)] = place;
      Event.Account account = latest.get(id);
      vouched.set(place, account != null && vouchedFor(account));
      flagged.set(
          place,
          convicted.contains(id) || (account != null && "suspended".equals(account.status())));
    }
    Map<Kind, Incidence> things = new EnumMap<>(Kind.class);
    columns.forEach((kind, column) -> things.put(kind, column.incidence(order)));
    return new Observations(ids, things, vouched, flagged, log(order), texts.signed(order));
  }

  private boolean vouchedFor(Event.Account account) {
    return Boolean.TRUE.equals(account.verified())
        && account.organization() != null
        && !"reseller".equals(organizations.get(account.organization()));
  }

  private ExchangeLog log(int[] order) {
    int[] moved = who.toIntArray();
    for (int i = 0; i < moved.length; i++) {
      moved[i] = order[moved[i]];
    }
    return new ExchangeLog(
        moved,
        when.toIntArray(),
        places.toIntArray(),
        systems.toIntArray(),
        modelNumbers.toIntArray());
  }
}
