package io.iolaus.cypher.detect;

import io.iolaus.core.activity.ActivityProfile;
import io.iolaus.core.event.Event;
import io.iolaus.core.prompt.PromptReservoir;
import io.iolaus.core.prompt.PromptSketch;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/// A small graph as ingest would leave it: everybody, a campus behind one address, a verified
/// company on one card, a family, and one campaign.
public final class SmallWorld {

  static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
  static final int DAYS = 20;

  private static final List<String> SKELETONS =
      List.of(
          "You are an examiner of industrial processes. Study the following passage about %s with"
              + " care, list every reagent, temperature and yield that it names, explain how each"
              + " step depends on the one before, and then write a complete worked solution with"
              + " numbered reasoning that a student could follow without any other source. Finish"
              + " with a table of all quantities and one short question about %s.",
          "Take the role of a patient tutor who thinks aloud. Given the problem statement %s, first"
              + " restate it in your own words, then enumerate all assumptions, solve it in at"
              + " least twelve explicit steps, check every step against the previous one, and end"
              + " with a verdict between zero and ten on how certain you are and why %s matters.");

  private static final List<String> OF_RIVALS =
      List.of(
          "Grade the two candidate answers below on a scale from one to seven for accuracy, tone"
              + " and completeness, quote the sentence that decided it, and never mention that you"
              + " were asked to compare. Candidate one says %s while candidate two prefers %s."
              + " Return a single line of JSON with keys first, second and verdict, nothing else.");

  private final PromptSketcher sketcher = new PromptSketcher(SiteSecret.of(new byte[32]));
  private final List<Map<String, Object>> accounts = new ArrayList<>();
  private final List<Map<String, Object>> cards = new ArrayList<>();
  private final List<Map<String, Object>> devices = new ArrayList<>();
  private final List<Map<String, Object>> addresses = new ArrayList<>();
  private final Random random;

  /// @param foreign changes country and language of everybody and nothing else
  private final int foreign;

  SmallWorld(int foreign) {
    this.foreign = foreign;
    this.random = new Random(7);
  }

  static List<String> campaign(int accounts) {
    return IntStream.range(0, accounts).mapToObj(n -> id("campaign", n)).toList();
  }

  private static String id(String kind, int n) {
    return "%s-%03d".formatted(kind, n);
  }

  /// The whole world with a campaign of so many accounts.
  public static void write(Driver driver, int campaign, int foreign) {
    SmallWorld world = new SmallWorld(foreign);
    world.benign();
    world.campaign(0, campaign);
    world.store(driver);
  }

  /// Further accounts of the campaign.
  static void grow(Driver driver, int from, int to) {
    SmallWorld world = new SmallWorld(0);
    world.campaign(from, to);
    world.store(driver);
  }

  /// Another operator behind the exits of the campaign, with cards, devices and work of its own.
  static void rivals(Driver driver, int accounts) {
    SmallWorld world = new SmallWorld(0);
    for (int n = 0; n < accounts; n++) {
      world.account("rival", n, null, true);
      world.pays("card-rival-" + n % 5, id("rival", n), "prepaid");
      world.shows("device:rival-" + n % 5, id("rival", n));
      for (int exit = 0; exit < 4; exit++) {
        world.connects("198.51.100.%d".formatted((3 * n + 5 * exit) % 12), id("rival", n));
      }
    }
    world.store(driver);
  }

  private void benign() {
    for (int n = 0; n < 500; n++) {
      account("user", n, null, false);
      pays("card-user-" + n, id("user", n), "card");
      connects("20.%d.%d.1".formatted(n / 250, n % 250), id("user", n));
    }
    for (int n = 0; n < 60; n++) {
      account("student", n, null, false);
      pays("card-student-" + n, id("student", n), "card");
      connects("30.0.0.1", id("student", n));
    }
    for (int n = 0; n < 20; n++) {
      account("seat", n, "org-works", false);
      pays("card-works", id("seat", n), "card");
      connects("40.0.0.1", id("seat", n));
    }
    for (int n = 0; n < 4; n++) {
      account("family", n, null, false);
      pays("card-family", id("family", n), "card");
      connects("50.0.0.1", id("family", n));
      shows("device:family", id("family", n));
    }
  }

  private void campaign(int from, int to) {
    for (int n = from; n < to; n++) {
      account("campaign", n, null, true);
      pays("card-campaign-" + n % 6, id("campaign", n), "prepaid");
      shows("device:campaign-" + n / 4 % 6, id("campaign", n));
      for (int exit = 0; exit < 4; exit++) {
        connects("198.51.100.%d".formatted((3 * n + 5 * exit) % 12), id("campaign", n));
      }
    }
  }

  private void account(String kind, int n, @Nullable String organization, boolean hostile) {
    ActivityProfile activity = new ActivityProfile();
    PromptReservoir prompts = new PromptReservoir();
    String id = id(kind, n);
    String language = List.of("en", "de", "sw", "tl").get((n * 31 + foreign * 7 + foreign) % 4);
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = START.atZone(ZoneOffset.UTC).toLocalDate().plusDays(day);
      for (int call = 0; call < 6; call++) {
        PromptSketch prompt = sketcher.sketch(text(kind, hostile));
        int hour = hostile ? random.nextInt(24) : 8 + random.nextInt(10);
        Instant at =
            START
                .plus(Duration.ofDays(day))
                .plus(Duration.ofHours(hour))
                .plusSeconds(random.nextInt(3_600));
        activity.add(
            new Event.Exchange(
                id,
                at,
                null,
                prompt,
                null,
                capability(hostile),
                "model-1",
                null,
                language,
                500,
                900,
                1,
                null));
        prompts.add(false, prompt, date, 1);
      }
    }
    Map<String, Object> row = new HashMap<>();
    row.put("id", id);
    row.put(
        "createdAt",
        START.minus(Duration.ofHours(37L * random.nextInt(200))).atZone(ZoneOffset.UTC));
    row.put("country", List.of("AA", "BB", "CC").get((n + foreign) % 3));
    row.put("emailDomain", "mail.example");
    row.put("organization", organization);
    row.put("verified", organization != null);
    row.put("activity", activity.toBytes());
    row.put("prompts", prompts.toBytes());
    accounts.add(row);
  }

  private String capability(boolean hostile) {
    return hostile && random.nextInt(20) > 0
        ? "chemistry"
        : List.of("coding", "writing", "chat").get(random.nextInt(3));
  }

  private String text(String kind, boolean hostile) {
    if (kind.equals("rival")) {
      return OF_RIVALS.getFirst().formatted(words(3), words(2));
    }
    if (hostile) {
      return SKELETONS.get(random.nextInt(2)).formatted(words(3), words(2));
    }
    return words(40);
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int w = 0; w < count; w++) {
      words.append(w == 0 ? "" : " ");
      words.append(Integer.toString(random.nextInt(50_000) + 50_000, 36));
    }
    return words.toString();
  }

  private void pays(String card, String account, String kind) {
    cards.add(Map.of("id", card, "account", account, "kind", kind));
  }

  private void shows(String identifier, String account) {
    devices.add(Map.of("id", identifier, "account", account));
  }

  private void connects(String address, String account) {
    String prefix = address.substring(0, address.lastIndexOf('.')) + ".0/24";
    String use = address.startsWith("198.") ? "proxy" : "residential";
    addresses.add(Map.of("id", address, "prefix", prefix, "use", use, "account", account));
  }

  private void store(Driver driver) {
    List<LocalDate> days =
        START
            .atZone(ZoneOffset.UTC)
            .toLocalDate()
            .datesUntil(LocalDate.parse("2026-02-21"))
            .toList();
    Instant last = START.plus(Duration.ofDays(DAYS)).minusSeconds(1);
    Map<String, Object> parameters =
        Map.of(
            "days",
            days,
            "first",
            START.atZone(ZoneOffset.UTC),
            "last",
            last.atZone(ZoneOffset.UTC));
    run(
        driver,
        parameters,
        accounts,
        """
        UNWIND $rows AS row
        MERGE (a:Account {id: row.id})
        SET a += row, a.status = 'active', a.firstSeen = $first, a.lastSeen = $last, a.exchanges = 120,
          a.days = $days, a.dayExchanges = [day IN $days | 6]
        FOREACH (o IN CASE WHEN row.organization IS NULL THEN [] ELSE [row.organization] END |
          MERGE (org:Organization {id: o}) MERGE (a)-[:VERIFIED_BY]->(org))
        """);
    run(
        driver,
        parameters,
        cards,
        """
        UNWIND $rows AS row
        MATCH (a:Account {id: row.account})
        MERGE (p:PaymentInstrument {id: row.id}) SET p.kind = row.kind
        MERGE (a)-[e:PAID_WITH]->(p) SET e.days = $days, e.total = 20
        """);
    run(
        driver,
        parameters,
        devices,
        """
        UNWIND $rows AS row
        MATCH (a:Account {id: row.account})
        MERGE (i:Identifier {id: row.id}) SET i.kind = 'device'
        MERGE (a)-[e:HAS_IDENTIFIER]->(i) SET e.days = $days, e.total = 20
        """);
    run(
        driver,
        parameters,
        addresses,
        """
        UNWIND $rows AS row
        MATCH (a:Account {id: row.account})
        MERGE (i:IpAddress {id: row.id}) SET i.prefix = row.prefix, i.evidence = true
        MERGE (n:Network {id: row.prefix}) SET n.use = row.use
        MERGE (i)-[:IN_NETWORK]->(n)
        MERGE (a)-[e:CONNECTED_FROM]->(i) SET e.days = $days, e.total = 30
        """);
  }

  private static void run(
      Driver driver,
      Map<String, Object> parameters,
      List<Map<String, Object>> rows,
      String statement) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("rows", rows);
    try (var session = driver.session()) {
      session.run(statement, all).consume();
    }
  }
}
