package io.iolaus.bench.epoch;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What comes in after a population was loaded: lines of the last day, late ones, others that are
/// dated weeks before all that was known of an account, repeated ones, corrections, suspended and
/// deleted accounts, verdicts, newcomers who do what others did, a card that goes round. None is of
/// another day than the last, or an earlier one.
final class RandomStream {

  /// How much of the last day, and of the days before, comes later.
  private static final double OF_LAST_DAY = 0.7;

  private static final double OF_OTHER_DAYS = 0.02;

  private static final List<String> DECIDED = List.of("fraudulent", "legitimate", "unsure");
  private static final List<String> STATES = List.of("suspended", "closed", "active", "deleted");

  private final Random random;
  private final List<String> first = new ArrayList<>();
  private final List<String> later = new ArrayList<>();
  private final Map<String, List<String>> linesOf = new TreeMap<>();
  private final Map<String, String> accountLines = new HashMap<>();
  private final List<String> instruments = new ArrayList<>();
  private String day = "";
  private int fresh;
  private int stamp;

  RandomStream(Path events, long seed) throws IOException {
    this.random = new Random(seed);
    List<String> all = lines(events);
    for (String line : all) {
      String at = value(line, "at");
      if (at.length() > 10 && at.substring(0, 10).compareTo(day) > 0) {
        day = at.substring(0, 10);
      }
    }
    for (String line : all) {
      String account = value(line, "account");
      if (line.contains("\"type\":\"account\"")) {
        accountLines.put(value(line, "id"), line);
      }
      if (account.isEmpty()) {
        first.add(line);
        continue;
      }
      linesOf.computeIfAbsent(account, a -> new ArrayList<>()).add(line);
      if (!value(line, "instrument").isEmpty()) {
        instruments.add(line);
      }
      double share = value(line, "at").startsWith(day) ? OF_LAST_DAY : OF_OTHER_DAYS;
      (random.nextDouble() < share ? later : first).add(line);
    }
  }

  /// What is loaded first.
  List<String> first() {
    return first;
  }

  /// What comes next.
  List<String> next() {
    List<String> lines = new ArrayList<>();
    for (int i = random.nextInt(20); i >= 0 && !later.isEmpty(); i--) {
      lines.add(later.remove(random.nextInt(later.size())));
    }
    lines.addAll(before(somebody()));
    int kinds = 1 + random.nextInt(3);
    for (int i = 0; i < kinds; i++) {
      switch (random.nextInt(6)) {
        case 0 -> lines.addAll(some(linesOf.get(somebody()))); // once more
        case 1 -> lines.add(corrected(somebody()));
        case 2 -> lines.add(verdict(somebody()));
        case 3 -> lines.addAll(newcomer(somebody(), 1));
        case 4 -> lines.addAll(newcomer(somebody(), 4 + random.nextInt(5)));
        default -> lines.add(payment(somebody()));
      }
    }
    return lines;
  }

  /// An exchange of the day after.
  String tomorrow() {
    String line =
        linesOf.values().stream()
            .flatMap(List::stream)
            .filter(one -> one.contains("\"type\":\"exchange\""))
            .findFirst()
            .orElseThrow();
    return line.replace(
        "\"at\":\"" + value(line, "at"),
        "\"at\":\"" + LocalDate.parse(day).plusDays(1) + "T03:00:00Z");
  }

  /// Exchanges of accounts from an address, some days before the last one.
  List<String> from(String address, int days, List<String> accounts) {
    return accounts.stream()
        .map(account ->
            "{\"type\":\"exchange\",\"account\":\"%s\",\"at\":\"%sT09:00:00Z\",\"ip\":\"%s\"}"
                .formatted(account, LocalDate.parse(day).minusDays(days), address))
        .toList();
  }

  private List<String> some(List<String> lines) {
    return lines.stream().filter(line -> random.nextInt(4) == 0).limit(8).toList();
  }

  private String somebody() {
    List<String> accounts = List.copyOf(linesOf.keySet());
    return accounts.get(random.nextInt(accounts.size()));
  }

  /// What it did, some weeks before it was known to.
  private List<String> before(String account) {
    LocalDate early = LocalDate.parse(day).minusDays(20 + random.nextInt(60));
    return linesOf.get(account).stream()
        .filter(line -> !value(line, "at").isEmpty() && random.nextInt(3) == 0)
        .limit(3)
        .map(line ->
            line.replace("\"at\":\"" + value(line, "at").substring(0, 10), "\"at\":\"" + early))
        .toList();
  }

  /// Its line with another state, or other mail, from later on.
  private String corrected(String account) {
    boolean state = random.nextBoolean();
    return "{\"type\":\"account\",\"id\":\"%s\",\"createdAt\":\"%s\",\"at\":\"%s\",%s}"
        .formatted(
            account,
            value(accountLines.getOrDefault(account, ""), "createdAt").isEmpty()
                ? day + "T00:00:00Z"
                : value(accountLines.getOrDefault(account, ""), "createdAt"),
            moment(),
            state
                ? "\"status\":\"" + STATES.get(random.nextInt(STATES.size())) + "\""
                : "\"emailDomain\":\"mail-" + random.nextInt(5) + ".example\"");
  }

  private String verdict(String account) {
    return "{\"type\":\"verdict\",\"account\":\"%s\",\"verdict\":\"%s\",\"at\":\"%s\",\"by\":\"somebody\"}"
        .formatted(account, DECIDED.get(random.nextInt(DECIDED.size())), moment());
  }

  /// Accounts of the last day that do what another one did, all on a card of their own.
  private List<String> newcomer(String model, int many) {
    List<String> lines = new ArrayList<>();
    int card = fresh;
    for (int i = 0; i < many; i++) {
      String id = "new-" + random.nextInt(10) + "-" + fresh++;
      lines.add(
          "{\"type\":\"account\",\"id\":\"%s\",\"createdAt\":\"%s\"}".formatted(id, moment()));
      lines.add(
          "{\"type\":\"payment\",\"account\":\"%s\",\"instrument\":\"new-card-%d\",\"kind\":\"virtual\",\"at\":\"%s\"}"
              .formatted(id, card, moment()));
      for (String line : linesOf.get(model)) {
        if (line.contains("\"type\":\"exchange\"") && lines.size() < 40 * many) {
          lines.add(
              line.replace("\"account\":\"" + model, "\"account\":\"" + id)
                  .replace("\"at\":\"" + value(line, "at"), "\"at\":\"" + moment()));
        }
      }
    }
    return lines;
  }

  /// Pays with what somebody else paid with.
  private String payment(String account) {
    String line = instruments.get(random.nextInt(instruments.size()));
    return line.replace("\"account\":\"" + value(line, "account"), "\"account\":\"" + account)
        .replace("\"at\":\"" + value(line, "at"), "\"at\":\"" + moment());
  }

  /// The next one of the last day.
  private String moment() {
    stamp++;
    return "%sT%02d:%02d:%02d.%03dZ"
        .formatted(
            day, 10 + stamp / 600_000 % 12, stamp / 10_000 % 60, stamp / 1_000 % 60, stamp % 1_000);
  }

  private static String value(String line, String name) {
    String field = "\"" + name + "\":\"";
    int from = line.indexOf(field);
    return from < 0
        ? ""
        : line.substring(from + field.length(), line.indexOf('"', from + field.length()));
  }

  private static List<String> lines(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.isDirectory(file) ? Files.list(file) : Stream.of(file)) {
      for (Path one : files.filter(f -> f.toString().endsWith(".ndjson.zst")).sorted().toList()) {
        try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    new ZstdInputStream(Files.newInputStream(one)), StandardCharsets.UTF_8))) {
          reader.lines().forEach(lines::add);
        }
      }
    }
    return lines;
  }
}
