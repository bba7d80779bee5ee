package io.iolaus.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Event lines of a small seeded population: everybody, a family, and one campaign of two cells
/// with cards and devices of their own that share exits and what they ask.
final class SmallPopulation {

  static final int CAMPAIGN = 30;
  static final int FIRST_CELL = 18;

  private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
  private static final int DAYS = 16;
  private static final int EVERYBODY = 260;

  private static final List<String> SKELETONS =
      List.of(
          "You are an examiner of industrial processes. Study the following passage about %s with"
              + " care, list every reagent, temperature and yield that it names, explain how each"
              + " step depends on the one before, and then write a complete worked solution with"
              + " numbered reasoning that a student could follow. Finish with one question about"
              + " %s.",
          "Take the role of a patient tutor who thinks aloud. Given the problem statement %s, first"
              + " restate it in your own words, then enumerate all assumptions, solve it in at"
              + " least twelve explicit steps, check every step against the previous one, and end"
              + " with a verdict between zero and ten on how certain you are and why %s matters.");

  private final Random random = new Random(11);
  private final List<String> lines = new ArrayList<>();

  private SmallPopulation() {}

  static Path write(Path file) throws IOException {
    SmallPopulation population = new SmallPopulation();
    population.everybody();
    population.family();
    population.campaign();
    return Files.write(file, population.lines);
  }

  static String member(int n) {
    return "camp-%03d".formatted(n);
  }

  private void everybody() {
    line("network", "\"prefix\":\"198.51.100.0/24\",\"use\":\"proxy\",\"name\":\"Exits\"");
    for (int n = 0; n < EVERYBODY; n++) {
      String id = "user-%03d".formatted(n);
      account(id);
      pays(id, "card-%03d".formatted(n), "card");
      shows(id, "device", "laptop-%03d".formatted(n));
      exchanges(id, List.of("20.%d.%d.9".formatted(n / 200, n % 200)), false);
    }
  }

  private void family() {
    for (int n = 0; n < 4; n++) {
      String id = "family-" + n;
      account(id);
      pays(id, "card-family", "card");
      shows(id, "device", "tablet");
      exchanges(id, List.of("50.0.0.1"), false);
    }
  }

  /// What comes late: as many accounts again of the campaign, which began when the others did, and
  /// a name on invoices that points to somebody.
  static Path writeLate(Path file) throws IOException {
    SmallPopulation population = new SmallPopulation();
    population.line(
        "organization",
        "\"id\":\"org-alder\",\"name\":\"Alder Research Lab\",\"kind\":\"lab\",\"billingNames\":[\"Alder Research Lab\"]");
    for (int n = CAMPAIGN; n < 2 * CAMPAIGN; n++) {
      population.hostile(n);
      population.shows(member(n), "billing-name", "Alder Research Lab");
    }
    return Files.write(file, population.lines);
  }

  private void campaign() {
    for (int n = 0; n < CAMPAIGN; n++) {
      hostile(n);
    }
  }

  private void hostile(int n) {
    String id = member(n);
    account(id);
    String cell = n % CAMPAIGN < FIRST_CELL ? "a" : "b";
    pays(id, "card-" + cell + n % 3, "prepaid");
    shows(id, "device", "rack-" + cell + n % 4);
    List<String> exits = new ArrayList<>();
    for (int exit = 0; exit < 3; exit++) {
      exits.add("198.51.100.%d".formatted(1 + (3 * n + 5 * exit) % 12));
    }
    exchanges(id, exits, true);
  }

  private void line(String type, String rest) {
    lines.add("{\"type\":\"" + type + "\"," + rest + "}");
  }

  private void account(String id) {
    Instant created = START.minus(Duration.ofMinutes(97L * random.nextInt(2_000)));
    line(
        "account",
        "\"id\":\"%s\",\"createdAt\":\"%s\",\"emailDomain\":\"mail.example\""
            .formatted(id, created));
  }

  private void pays(String id, String card, String kind) {
    for (int day = 0; day < DAYS; day += 7) {
      line(
          "payment",
          "\"account\":\"%s\",\"instrument\":\"%s\",\"kind\":\"%s\",\"at\":\"%s\""
              .formatted(id, card, kind, at(day, 9)));
    }
  }

  private void shows(String id, String kind, String value) {
    line(
        "identifier",
        "\"account\":\"%s\",\"kind\":\"%s\",\"value\":\"%s\",\"at\":\"%s\""
            .formatted(id, kind, value, at(1, 10)));
  }

  private void exchanges(String id, List<String> addresses, boolean hostile) {
    for (int day = 0; day < DAYS; day++) {
      for (int call = 0; call < 4; call++) {
        int hour = hostile ? random.nextInt(24) : 8 + random.nextInt(10);
        String prompt =
            hostile ? SKELETONS.get(random.nextInt(2)).formatted(words(3), words(2)) : words(30);
        String capability =
            hostile && random.nextInt(20) > 0
                ? "chemistry"
                : List.of("coding", "writing", "chat").get(random.nextInt(3));
        line(
            "exchange",
            "\"account\":\"%s\",\"at\":\"%s\",\"ip\":\"%s\",\"prompt\":\"%s\",\"capability\":\"%s\",\"model\":\"m-1\""
                .formatted(
                    id,
                    at(day, hour).plusSeconds(random.nextInt(3_600)),
                    addresses.get(random.nextInt(addresses.size())),
                    prompt,
                    capability));
      }
    }
  }

  private static Instant at(int day, int hour) {
    return START.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int w = 0; w < count; w++) {
      words.append(w == 0 ? "" : " ");
      words.append(Integer.toString(random.nextInt(50_000) + 50_000, 36));
    }
    return words.toString();
  }
}
