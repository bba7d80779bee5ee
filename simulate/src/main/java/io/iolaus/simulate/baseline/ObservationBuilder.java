package io.iolaus.simulate.baseline;

import io.iolaus.core.address.IpRanges;
import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.Event;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketch;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.Instant;
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

  private static final int DAY = 86_400;

  private final EventDecoder decoder;
  private final Map<String, Integer> accounts = new LinkedHashMap<>();
  private final Map<String, Stated> created = new HashMap<>();
  private final Map<String, Stated> statuses = new HashMap<>();
  private final Map<String, Stated> employers = new HashMap<>();
  private final Map<String, Stated> verified = new HashMap<>();
  private final Map<String, Stated> organizations = new HashMap<>();
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

  /// What a line says of a field; of several the one with the greatest time counts, then the
  /// greater value, as the event format has it.
  private record Stated(Instant at, String value) {

    static Stated later(Stated a, Stated b) {
      int order = a.at.equals(b.at) ? a.value.compareTo(b.value) : a.at.compareTo(b.at);
      return order >= 0 ? a : b;
    }
  }

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
          organizations.merge(
              organization.id(), new Stated(organization.at(), organization.kind()), Stated::later);
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
    state(created, account, account.createdAt().toString());
    state(statuses, account, account.status());
    state(employers, account, account.organization());
    state(verified, account, account.verified() == null ? null : account.verified().toString());
  }

  private static void state(
      Map<String, Stated> known, Event.Account account, @Nullable String value) {
    if (value != null) {
      known.merge(account.id(), new Stated(account.at(), value), Stated::later);
    }
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
    created.forEach((id, stated) ->
        add(id, Kind.CREATION_DAY, Instant.parse(stated.value()).getEpochSecond() / DAY));
    List<String> ids = accounts.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    int[] order = new int[ids.size()];
    BitSet vouched = new BitSet();
    BitSet flagged = new BitSet();
    for (int place = 0; place < order.length; place++) {
      String id = ids.get(place);
      order[number(id)] = place;
      vouched.set(place, vouchedFor(id));
      flagged.set(place, convicted.contains(id) || says(statuses, id, "suspended"));
    }
    Map<Kind, Incidence> things = new EnumMap<>(Kind.class);
    columns.forEach((kind, column) -> things.put(kind, column.incidence(order, column.ranks())));
    return new Observations(ids, things, vouched, flagged, log(order), texts.signed(order));
  }

  private boolean vouchedFor(String id) {
    Stated employer = employers.get(id);
    return employer != null
        && says(verified, id, "true")
        && !says(organizations, employer.value(), "reseller");
  }

  private static boolean says(Map<String, Stated> known, String id, String value) {
    Stated stated = known.get(id);
    return stated != null && stated.value().equals(value);
  }

  private ExchangeLog log(int[] order) {
    return new ExchangeLog(
        moved(who, order),
        when.toIntArray(),
        moved(places, column(Kind.NEIGHBOURHOOD).ranks()),
        moved(systems, column(Kind.SYSTEM).ranks()),
        modelNumbers.toIntArray());
  }

  /// The same with other numbers; -1 stays.
  private static int[] moved(IntArrayList numbers, int[] others) {
    int[] moved = numbers.toIntArray();
    for (int i = 0; i < moved.length; i++) {
      moved[i] = moved[i] < 0 ? -1 : others[moved[i]];
    }
    return moved;
  }
}
