package io.iolaus.ingest.fold;

import io.iolaus.core.event.Event;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What the events of a fold say about one account. Apart from tags, the order of adding does not
/// matter.
///
/// The `add` methods return about how many bytes of heap the fold grew by.
public final class AccountFold {

  // Estimates on the safe side: objects, references and their share of hash tables.
  static final int BYTES_ACCOUNT = 700;
  private static final int BYTES_EDGE = 220;
  private static final int BYTES_EDGE_DAY = 16;
  private static final int BYTES_FACT = 200;
  private static final int BYTES_IDENTIFIED = 500;
  private static final int BYTES_SKETCH = 700;

  private final String id;
  private final FactFold facts = new FactFold();
  // Addresses and clients come with every line and are looked up by the string alone.
  private final Map<String, EdgeFold> addresses = new Object2ObjectOpenHashMap<>(4);
  private final Map<String, EdgeFold> clients = new Object2ObjectOpenHashMap<>(2);
  private final Map<Target, EdgeFold> others = new HashMap<>(0);
  private final Map<String, EntityFold> verdicts = new HashMap<>(0);
  private final List<IdentifiedEvent> identified = new ArrayList<>(0);
  private @Nullable ExchangeFold exchanges;
  private int firstTag = Integer.MAX_VALUE;
  private int accountLines;
  private int activityLines;

  /// An account nothing was said about yet.
  public AccountFold(String id) {
    this.id = id;
  }

  /// Adds one event of this account, whether it carries an `eventId` or not.
  public int add(Event event, int tag) {
    firstTag = Math.min(firstTag, tag);
    return event instanceof Event.Exchange exchange ? exchange(exchange, tag) : grow(event, tag);
  }

  private int grow(Event event, int tag) {
    return switch (event) {
      case Event.Account account -> account(account, tag);
      case Event.Verdict verdict -> verdict(verdict, tag);
      case Event.Payment payment -> activity(Target.of(payment), payment.at().toEpochMilli(), tag);
      case Event.Identifier identifier ->
          activity(Target.of(identifier), identifier.at().toEpochMilli(), tag);
      case Event.Exchange exchange -> exchange(exchange, tag);
      case Event.Network _, Event.Organization _, Event.Claim _, Event.Model _ ->
          throw new IllegalArgumentException("not about an account: " + event.getClass());
    };
  }

  /// Puts an event aside whose id must be looked up first.
  int addIdentified(IdentifiedEvent event) {
    identified.add(event);
    return identifiedBytes(event);
  }

  private static int identifiedBytes(IdentifiedEvent event) {
    int bytes = BYTES_IDENTIFIED;
    if (event.event() instanceof Event.Exchange exchange) {
      bytes += (exchange.prompt() == null ? 0 : BYTES_SKETCH);
      bytes += (exchange.system() == null ? 0 : BYTES_SKETCH);
    }
    return bytes;
  }

  private int account(Event.Account account, int tag) {
    accountLines++;
    int before = facts.firstLines().size();
    long at = account.at().toEpochMilli();
    Boolean verified = account.verified();
    facts.add("createdAt", at, Instants.format(account.createdAt()), tag);
    facts.add("status", at, account.status(), tag);
    facts.add("emailDomain", at, account.emailDomain(), tag);
    facts.add("country", at, account.country(), tag);
    facts.add("plan", at, account.plan(), tag);
    facts.add("organization", at, account.organization(), tag);
    facts.add("verified", at, verified == null ? null : verified.toString(), tag);
    return BYTES_FACT * (facts.firstLines().size() - before);
  }

  private int verdict(Event.Verdict verdict, int tag) {
    EntityFold fold =
        verdicts.computeIfAbsent(verdict.by(), by -> new EntityFold(EntityFold.Kind.VERDICT, by));
    fold.line(tag);
    long at = verdict.at().toEpochMilli();
    fold.facts().add("verdict", at, verdict.verdict(), tag);
    String note = verdict.note();
    fold.facts().add("note", at, note, tag);
    return 2 * BYTES_FACT + (note == null ? 0 : 2 * note.length());
  }

  private int activity(Target target, long millis, int tag) {
    activityLines++;
    int day = EdgeFold.day(millis);
    return switch (target) {
      case Target.Address address -> edge(addresses, address.address(), millis, day, 1, tag);
      case Target.Identifier identifier when identifier.isClient() ->
          edge(clients, identifier.value(), millis, day, 1, tag);
      case Target.Identifier _, Target.Instrument _ -> edge(others, target, millis, day, 1, tag);
    };
  }

  private int exchange(Event.Exchange exchange, int tag) {
    activityLines++;
    ExchangeFold fold = exchanges;
    if (fold == null) {
      fold = new ExchangeFold();
      exchanges = fold;
    }
    long millis = exchange.atMillis();
    int day = EdgeFold.day(millis);
    int bytes = fold.add(exchange, millis, day);
    String ip = exchange.ip();
    if (ip != null) {
      bytes += edge(addresses, ip, millis, day, exchange.count(), tag);
    }
    String client = exchange.client();
    if (client != null) {
      bytes += edge(clients, client, millis, day, exchange.count(), tag);
    }
    return bytes;
  }

  private static <K> int edge(
      Map<K, EdgeFold> edges, K key, long millis, int day, long count, int tag) {
    EdgeFold edge = edges.get(key);
    int bytes = 0;
    if (edge == null) {
      edge = new EdgeFold();
      edges.put(key, edge);
      bytes = BYTES_EDGE;
    }
    return edge.add(millis, day, count, tag) ? bytes + BYTES_EDGE_DAY : bytes;
  }

  /// Takes in what another fold says about the same account; that one is used up.
  public void merge(AccountFold other) {
    firstTag = Math.min(firstTag, other.firstTag);
    accountLines += other.accountLines;
    activityLines += other.activityLines;
    facts.addAll(other.facts);
    other.verdicts.forEach((by, verdict) -> verdicts.merge(by, verdict, EntityFold::merge));
    merge(addresses, other.addresses);
    merge(clients, other.clients);
    merge(others, other.others);
    identified.addAll(other.identified);
    if (exchanges == null) {
      exchanges = other.exchanges;
    } else if (other.exchanges != null) {
      exchanges.merge(other.exchanges);
    }
  }

  private static <K> void merge(Map<K, EdgeFold> edges, Map<K, EdgeFold> others) {
    others.forEach((key, edge) -> edges.merge(key, edge, EdgeFold::merge));
  }

  /// Restores what a segment holds besides the collections, which are filled in place.
  public void restore(
      int firstTag, int accountLines, int activityLines, @Nullable ExchangeFold exchanges) {
    this.firstTag = firstTag;
    this.accountLines = accountLines;
    this.activityLines = activityLines;
    this.exchanges = exchanges;
  }

  public String id() {
    return id;
  }

  /// What account lines said.
  public FactFold facts() {
    return facts;
  }

  /// Puts back an edge that a segment holds.
  public void restoreEdge(Target target, EdgeFold edge) {
    switch (target) {
      case Target.Address address -> addresses.put(address.address(), edge);
      case Target.Identifier identifier when identifier.isClient() ->
          clients.put(identifier.value(), edge);
      case Target.Identifier _, Target.Instrument _ -> others.put(target, edge);
    }
  }

  /// A copy of the edges by what they lead to.
  public Map<Target, EdgeFold> edges() {
    Map<Target, EdgeFold> edges = HashMap.newHashMap(edgeCount());
    forEachEdge(edges::put);
    return edges;
  }

  /// Shows every edge.
  public void forEachEdge(BiConsumer<Target, EdgeFold> action) {
    addresses.forEach((address, edge) -> action.accept(new Target.Address(address), edge));
    clients.forEach((client, edge) -> action.accept(Target.client(client), edge));
    others.forEach(action);
  }

  /// What edges lead to besides addresses and clients.
  public Set<Target> otherTargets() {
    return others.keySet();
  }

  /// How many edges there are.
  public int edgeCount() {
    return addresses.size() + clients.size() + others.size();
  }

  /// Verdicts by who gave them.
  public Map<String, EntityFold> verdicts() {
    return verdicts;
  }

  /// Events whose ids must be looked up first.
  public List<IdentifiedEvent> identified() {
    return identified;
  }

  /// Its exchanges, if there were any.
  public @Nullable ExchangeFold exchanges() {
    return exchanges;
  }

  /// Tag of the first line, events with an `eventId` left out; the largest int without such a line.
  public int firstTag() {
    return firstTag;
  }

  /// How many account lines.
  public int accountLines() {
    return accountLines;
  }

  /// How many exchanges, payments and identifiers, in lines.
  public int activityLines() {
    return activityLines;
  }

  /// About how many bytes of heap the fold takes. A function of what it holds, not of how that came
  /// together, so that equal folds are cut into equal parts.
  public long bytes() {
    long bytes = BYTES_ACCOUNT;
    bytes += (long) BYTES_FACT * facts.firstLines().size();
    for (IdentifiedEvent event : identified) {
      bytes += identifiedBytes(event);
    }
    for (Map<?, EdgeFold> edges : List.of(addresses, clients, others)) {
      for (EdgeFold edge : edges.values()) {
        bytes += BYTES_EDGE + (long) BYTES_EDGE_DAY * edge.days().size();
      }
    }
    for (EntityFold verdict : verdicts.values()) {
      for (Fact fact : verdict.facts().firstLines().keySet()) {
        bytes += BYTES_FACT + 2L * fact.value().length();
      }
    }
    return exchanges == null ? bytes : bytes + exchanges.bytes();
  }
}
