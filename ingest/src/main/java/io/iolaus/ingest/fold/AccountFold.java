package io.iolaus.ingest.fold;

import io.iolaus.core.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the events of a fold say about one account. Apart from tags, the order of adding does not
/// matter.
///
/// The `add` methods return about how many bytes of heap the fold grew by.
public final class AccountFold {

  // Estimates on the safe side: objects, references and their share of hash tables.
  static final int BYTES_ACCOUNT = 600;
  private static final int BYTES_EDGE = 320;
  private static final int BYTES_EDGE_DAY = 16;
  private static final int BYTES_FACT = 200;
  private static final int BYTES_IDENTIFIED = 500;
  private static final int BYTES_SKETCH = 700;

  private final String id;
  private final FactFold facts = new FactFold();
  private final Map<Target, EdgeFold> edges = new HashMap<>();
  private final Map<String, EntityFold> verdicts = new HashMap<>(1);
  private final List<IdentifiedEvent> identified = new ArrayList<>(0);
  private @Nullable ExchangeFold exchanges;
  private int firstTag = Integer.MAX_VALUE;
  private int accountLines;
  private int activityLines;
  private long bytes = BYTES_ACCOUNT;

  /// An account nothing was said about yet.
  public AccountFold(String id) {
    this.id = id;
  }

  /// Adds one event of this account, whether it carries an `eventId` or not.
  public int add(Event event, int tag) {
    firstTag = Math.min(firstTag, tag);
    int grown = grow(event, tag);
    bytes += grown;
    return grown;
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
    int grown = BYTES_IDENTIFIED;
    if (event.event() instanceof Event.Exchange exchange) {
      grown += (exchange.prompt() == null ? 0 : BYTES_SKETCH);
      grown += (exchange.system() == null ? 0 : BYTES_SKETCH);
    }
    bytes += grown;
    return grown;
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
    return edge(target, millis, 1, tag);
  }

  private int exchange(Event.Exchange exchange, int tag) {
    activityLines++;
    ExchangeFold fold = exchanges;
    if (fold == null) {
      fold = new ExchangeFold();
      exchanges = fold;
    }
    int bytes = fold.add(exchange);
    long millis = exchange.at().toEpochMilli();
    String ip = exchange.ip();
    if (ip != null) {
      bytes += edge(new Target.Address(ip), millis, exchange.count(), tag);
    }
    String client = exchange.client();
    if (client != null) {
      Target target = new Target.Identifier(Target.Identifier.CLIENT, client, false);
      bytes += edge(target, millis, exchange.count(), tag);
    }
    return bytes;
  }

  private int edge(Target target, long millis, long count, int tag) {
    EdgeFold edge = edges.get(target);
    int bytes = 0;
    if (edge == null) {
      edge = new EdgeFold();
      edges.put(target, edge);
      bytes = BYTES_EDGE;
    }
    return edge.add(millis, count, tag) ? bytes + BYTES_EDGE_DAY : bytes;
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

  /// Edges by what they lead to.
  public Map<Target, EdgeFold> edges() {
    return edges;
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

  /// About how many bytes of heap the fold takes.
  public long bytes() {
    return bytes;
  }
}
