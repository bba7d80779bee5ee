package io.iolaus.cypher.detector;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// A random graph with things of all kinds, and random changes of random accounts.
final class ChangingGraph {
  static final DetectorWindow WINDOW =
      DetectorWindow.ofDays(LocalDate.parse("2026-01-10"), LocalDate.parse("2026-03-08"));

  private static final Map<String, String> EDGES =
      Map.of(
          "PaymentInstrument", "PAID_WITH",
          "IpAddress", "CONNECTED_FROM",
          "Identifier", "HAS_IDENTIFIER",
          "PromptFamily", "PROMPTED",
          "Pattern", "SHOWS");

  private static final List<String> IDENTIFIERS =
      List.of("wallet", "billing-name", "client", "device", "email");
  private static final List<String> FAMILIES = List.of("prompt", "system", "other");
  private static final List<String> PATTERNS =
      List.of("co-timing", "lockstep", "model-pivot", "creation-cohort");

  private final Driver driver;
  private final Random random;
  private final int things;
  private final int accounts;
  private int made;

  ChangingGraph(Driver driver, long seed, int accounts, int things) {
    this.driver = driver;
    this.random = new Random(seed);
    this.accounts = accounts;
    this.things = things;
    for (int n = 0; n < accounts; n++) {
      create(account(n));
      for (int e = random.nextInt(6); e > 0; e--) {
        connect(account(n), thing());
      }
    }
    run("MERGE (:Organization {id: 'org-1'}) MERGE (:Cluster {id: 'c-1', validFrom: 1})", Map.of());
  }

  /// Changes some accounts.
  ///
  /// @return their ids
  Set<String> change() {
    Set<String> changed = new TreeSet<>();
    for (int n = random.nextInt(4); n >= 0; n--) {
      String id = account(random.nextInt(accounts + 3));
      changed.add(id);
      for (int times = random.nextInt(3); times >= 0; times--) {
        change(id);
      }
    }
    return changed;
  }

  private void change(String id) {
    switch (random.nextInt(12)) {
      case 0 -> {
        create(id);
        connect(id, thing());
      }
      case 1 -> run("MATCH (a:Account {id: $id}) DETACH DELETE a", Map.of("id", id));
      case 2 ->
          run(
              "MATCH (a:Account {id: $id}) SET a.status = $status",
              Map.of("id", id, "status", pick(List.of("deleted", "active", "banned"))));
      case 3 ->
          run(
              "MATCH (a:Account {id: $id})-[e]->() WITH e ORDER BY elementId(e) LIMIT 2 SET e.days = $days",
              Map.of("id", id, "days", days()));
      case 4 -> run("MATCH (a:Account {id: $id})-[e]->() DELETE e", Map.of("id", id));
      case 5, 6 -> {
        // one of what it has; and the thing with it, where it was the last account
        run(
            """
            MATCH (a:Account {id: $id})-[e]->(t)
            WITH e, t ORDER BY t.id SKIP $skip LIMIT 1 DELETE e
            WITH t WHERE $last AND NOT t:Cluster AND COUNT { (t)<--(:Account) } = 0 DETACH DELETE t
            """,
            Map.of("id", id, "skip", random.nextInt(3), "last", random.nextBoolean()));
      }
      case 7 -> connect(id, new String[] {"IpAddress", "ip-new-" + made++});
      case 8 -> connect(id, new String[] {"PaymentInstrument", "card-new-" + made++});
      default -> connect(id, thing());
    }
  }

  private void create(String id) {
    Map<String, Object> values = new HashMap<>(Map.of("id", id));
    values.put("status", random.nextInt(5) == 0 ? "deleted" : null);
    run("MERGE (a:Account {id: $id}) SET a.status = $status", values);
    if (random.nextInt(3) == 0) {
      run(
          "MATCH (a:Account {id: $id}) MERGE (o:Organization {id: 'org-1'}) MERGE (a)-[:SEAT_OF]->(o)",
          Map.of("id", id));
    }
  }

  private String[] thing() {
    String label = pick(List.copyOf(new TreeSet<>(EDGES.keySet())));
    int n = random.nextInt(things);
    return new String[] {label, label + "-" + n};
  }

  /// An edge to a thing, which is made where there is none; what it is, its name says.
  private void connect(String id, String[] thing) {
    int number = thing[1].hashCode() & 0xfff;
    Map<String, Object> properties =
        switch (thing[0]) {
          case "IpAddress" -> {
            Map<String, Object> address = new HashMap<>();
            address.put("prefix", "net-" + number % 3);
            address.put("version", 4);
            address.put("evidence", number % 7 == 0 ? null : (Object) (number % 5 != 0));
            yield address;
          }
          case "Identifier" -> Map.of("kind", IDENTIFIERS.get(number % IDENTIFIERS.size()));
          case "PromptFamily" -> Map.of("kind", FAMILIES.get(number % FAMILIES.size()));
          case "Pattern" -> Map.of("kind", PATTERNS.get(number % PATTERNS.size()));
          default -> Map.of("kind", "card-" + number % 2);
        };
    run(
        """
        MATCH (a:Account {id: $id})
        MERGE (t:%s {id: $thing}) ON CREATE SET t += $properties
        MERGE (a)-[e:%s]->(t) SET e.days = $days, e.firstSeen = $first, e.change = $change
        SET t.accounts = COUNT { (t)<--(:Account) }
        """
            .formatted(thing[0], EDGES.get(thing[0])),
        Map.of(
            "id",
            id,
            "thing",
            thing[1],
            "properties",
            properties,
            "days",
            days(),
            "first",
            random.nextInt(4),
            "change",
            random.nextInt(5) - 2));
  }

  /// Before the window, in it, behind it, or several of these.
  private List<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      days.add(LocalDate.parse("2026-01-09"));
    }
    if (random.nextInt(4) != 0) {
      days.add(WINDOW.fromDay().plusDays(random.nextInt(58)));
    }
    if (days.isEmpty()) {
      days.add(LocalDate.parse("2026-03-09"));
    }
    return days;
  }

  private static String account(int n) {
    return "acc-" + n;
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void run(String statement, Map<String, Object> values) {
    try (Session session = driver.session()) {
      session.run(statement, values).consume();
    }
  }
}
