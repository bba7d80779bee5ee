package io.iolaus.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Seeded lines that disagree: ties of time, placeholders, several verdicts, nested networks,
/// events with an id in more than one place, and some that are rejected.
///
/// Whatever the order of these lines, the graph must be the same: no two events share an id with
/// other content.
public final class NastyLines {

  // The last two are in one order as bytes and in the other as UTF-16.
  private static final List<String> VALUES = List.of("a", "b", "B", "ab", "\uffe6", "\ud83d\ude00");
  private static final List<String> TIMES =
      List.of("2026-04-01T00:00:00Z", "2026-04-01T02:00:00+02:00", "2026-04-02T23:59:59.999Z");
  private static final List<String> PREFIXES =
      List.of(
          "203.0.113.0/24",
          "203.0.112.0/23",
          "203.0.0.0/16",
          "203.0.113.16/28",
          "203.0.113.7/32",
          "0.0.0.0/0",
          "2001:db8::/32",
          "2001:db8:0:1::/64",
          "2001:db8::/48",
          "::/0");
  private static final List<String> REJECTED =
      List.of(
          "not json %d",
          "{\"type\":\"unheard\",\"n\":%d}",
          "{\"type\":\"exchange\",\"account\":\"acc-1\",\"at\":\"2026-04-01T00:00:00Z\",\"count\":\"%d\"}",
          "{\"type\":\"network\",\"prefix\":\"203.0.113.9/24\",\"asn\":%d}",
          "{\"type\":\"model\",\"id\":\"m-%d\",\"releasedAt\":\"9999-01-01T00:00:00Z\"}");

  private final Random random;

  private NastyLines(long seed) {
    random = new Random(seed);
  }

  /// Lines in an order of their own.
  public static List<String> of(long seed, int count) {
    NastyLines nasty = new NastyLines(seed);
    List<String> plain = SampleLines.of(seed, count);
    List<String> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lines.add(nasty.random.nextInt(3) == 0 ? plain.get(i) : nasty.line(i));
    }
    return lines;
  }

  private String line(int i) {
    return switch (random.nextInt(16)) {
      case 0, 1 -> account();
      case 2 -> organization();
      case 3 -> network();
      case 4 -> verdict();
      case 5 -> model();
      case 6 -> claim();
      case 7 -> payment();
      case 8, 9, 10 -> event(random.nextInt(60));
      case 11 -> identified(random.nextInt(20));
      case 12 -> i % 3 == 0 ? pick(REJECTED).formatted(i) : i % 3 == 1 ? " " : "";
      default -> exchange();
    };
  }

  private String account() {
    return object(
        "account",
        "\"id\":\"acc-" + random.nextInt(25) + "\",\"createdAt\":\"" + pick(TIMES) + "\"",
        maybe("at", pick(TIMES)),
        maybe("status", pick(List.of("active", "suspended", "closed"))),
        maybe("plan", pick(VALUES)),
        maybe("emailDomain", pick(VALUES) + ".example"),
        maybe("country", pick(List.of("SG", "DE"))),
        maybe("organization", "org-" + random.nextInt(4)),
        random.nextBoolean() ? ",\"verified\":" + random.nextBoolean() : "");
  }

  private String organization() {
    return object(
        "organization",
        "\"id\":\"org-" + random.nextInt(5) + "\",\"name\":\"" + pick(VALUES) + "\"",
        maybe("at", pick(TIMES)),
        maybe("kind", pick(List.of("lab", "company"))),
        random.nextBoolean()
            ? ",\"domains\":[\"" + pick(VALUES) + "\",\"" + pick(VALUES) + "\"]"
            : "",
        random.nextBoolean() ? ",\"asns\":[]" : ",\"prefixes\":[\"" + pick(PREFIXES) + "\"]");
  }

  private String network() {
    return object(
        "network",
        "\"prefix\":\"" + pick(PREFIXES) + "\"",
        maybe("at", pick(TIMES)),
        maybe("name", pick(VALUES)),
        maybe("use", pick(List.of("vpn", "hosting"))),
        random.nextBoolean() ? ",\"asn\":" + (64500 + random.nextInt(3)) : "");
  }

  private String verdict() {
    return object(
        "verdict",
        "\"account\":\"acc-%d\",\"verdict\":\"%s\",\"at\":\"%s\""
            .formatted(
                random.nextInt(30),
                pick(List.of("fraudulent", "legitimate", "unsure")),
                pick(TIMES)),
        maybe("by", "team-" + random.nextInt(3)),
        maybe("note", pick(VALUES)));
  }

  private String model() {
    return object(
        "model",
        "\"id\":\"m-" + random.nextInt(3) + "\",\"releasedAt\":\"" + pick(TIMES) + "\"",
        maybe("name", pick(VALUES)));
  }

  private String claim() {
    return object(
        "claim",
        "\"organization\":\"org-%d\",\"statement\":\"%s\",\"by\":\"%s\",\"at\":\"%s\""
            .formatted(
                random.nextInt(7),
                pick(List.of("operates", "denies", "confirms", "withdraws")),
                pick(VALUES),
                pick(TIMES)),
        maybe("campaign", pick(VALUES)));
  }

  private String payment() {
    return object(
        "payment",
        "\"account\":\"acc-%d\",\"instrument\":\"pi-%d\",\"at\":\"%s\""
            .formatted(random.nextInt(30), random.nextInt(6), pick(TIMES)),
        maybe("kind", pick(List.of("card", "virtual"))),
        maybe("bin", pick(List.of("424242", "555555"))),
        maybe("matchKey", "par"));
  }

  private String exchange() {
    return object(
        "exchange",
        "\"account\":\"acc-%d\",\"at\":\"%s\"".formatted(random.nextInt(30), pick(TIMES)),
        maybe("ip", "203.0.113." + random.nextInt(24)),
        maybe("client", pick(VALUES)),
        maybe("model", pick(VALUES)),
        maybe("capability", pick(VALUES)),
        maybe("language", pick(List.of("en", "de"))),
        maybe("prompt", "write about topic " + random.nextInt(90) + " at length"),
        random.nextBoolean() ? ",\"count\":" + (1 + random.nextInt(4)) : "",
        random.nextBoolean() ? ",\"inputTokens\":" + random.nextInt(1000) : "");
  }

  /// The same content for the same number: a repeat, never a conflict.
  private static String event(int number) {
    return "{\"type\":\"exchange\",\"account\":\"acc-%d\",\"at\":\"2026-04-%02dT10:00:%02dZ\",\"ip\":\"2001:db8:0:%d::1\",\"prompt\":\"event number %d of them\",\"capability\":\"cap-%d\",\"count\":%d,\"eventId\":\"e-%d\"}"
        .formatted(
            number % 11,
            1 + number % 20,
            number % 60,
            number % 5,
            number,
            number % 4,
            1 + number % 3,
            number);
  }

  private static String identified(int number) {
    return "{\"type\":\"identifier\",\"account\":\"acc-%d\",\"kind\":\"%s\",\"value\":\"v-%d\",\"at\":\"2026-04-0%dT00:00:00Z\",\"eventId\":\"e-%d\"}"
        .formatted(
            number % 7,
            List.of("device", "api-key", "email").get(number % 3),
            number % 6,
            1 + number % 9,
            number);
  }

  private String maybe(String name, String value) {
    return random.nextBoolean() ? ",\"" + name + "\":\"" + value + "\"" : "";
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String object(String type, String first, String... more) {
    return "{\"type\":\"" + type + "\"," + first + String.join("", more) + "}";
  }
}
