package io.iolaus.api.search;

import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.search.SearchEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;

/// How long searches take in an index of a million made-up entities: `SearchBenchmark [ENTITIES]`.
/// Not part of the build. Prints one row for each kind of text: how many were asked, the times that
/// 50, 95 and 99 of a hundred stay below, and the longest, in milliseconds.
final class SearchBenchmark {

  private static final String[] SYLLABLES = {
    "al", "der", "mon", "tre", "kra", "vi", "sol", "ber", "na", "ril", "tos", "qu", "fen", "lo"
  };

  private static final int ROUNDS = 1_500;

  private SearchBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int entities = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    Path folder = Files.createTempDirectory("search-benchmark");
    try (SearchIndex index = SearchIndex.open(folder)) {
      long start = System.nanoTime();
      Random random = new Random(1);
      for (int i = 0; i < entities; i++) {
        index.update(entry(random, i));
      }
      index.refresh();
      index.commit(IndexPlace.NOWHERE);
      System.out.printf(
          Locale.ROOT,
          "%,d entities in %.1f s, %,d MB%n",
          entities,
          (System.nanoTime() - start) / 1e9,
          size(folder) >> 20);
      for (int warm = 0; warm < 2; warm++) {
        run(index, entities, warm == 1);
      }
    }
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return name.toString();
  }

  private static String address(Random random) {
    return "%d.%d.%d.%d"
        .formatted(
            20 + random.nextInt(60), random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  private static SearchEntry entry(Random random, int i) {
    Instant first = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(10_000_000));
    Instant last = first.plusSeconds(random.nextInt(5_000_000));
    long weight = (long) Math.pow(10, random.nextDouble() * 5);
    int kind = random.nextInt(1000);
    EntityType type =
        kind < 450
            ? EntityType.ACCOUNT
            : kind < 750
                ? EntityType.IP
                : kind < 850
                    ? EntityType.PAYMENT
                    : kind < 940
                        ? EntityType.IDENTIFIER
                        : kind < 980
                            ? EntityType.NETWORK
                            : kind < 995 ? EntityType.ORGANIZATION : EntityType.CLUSTER;
    String id =
        switch (type) {
          case ACCOUNT -> "acct_%08d".formatted(i);
          case IP -> address(random);
          case PAYMENT -> "-:pi_" + Long.toString(random.nextLong() >>> 1, 36);
          case IDENTIFIER -> "device:k1_" + Long.toHexString(random.nextLong());
          case NETWORK -> address(random).replaceAll("[0-9]+$", "0/24");
          case ORGANIZATION -> "org-" + i;
          case CLUSTER -> "c-" + Integer.toHexString(i);
          case PROMPT_FAMILY, PATTERN -> throw new IllegalStateException();
        };
    boolean named = type == EntityType.NETWORK || type == EntityType.ORGANIZATION;
    String name = named ? name(random) + " " + name(random) + " Labs" : id;
    List<String> words =
        type == EntityType.ORGANIZATION
            ? List.of(name(random), name(random) + ".example")
            : List.of();
    return new SearchEntry(
        type,
        id,
        name,
        words,
        null,
        type == EntityType.CLUSTER ? "review" : null,
        weight,
        first,
        last,
        List.of());
  }

  private static void run(SearchIndex index, int entities, boolean show) throws IOException {
    Random random = new Random(2);
    List<Double> all = new ArrayList<>();
    String[] kinds = {
      "1 letter", "2-4 letters", "5-12 letters", "words", "misspelt", "CIDR", "range", "type, time"
    };
    for (String kind : kinds) {
      double[] millis = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        String text = text(kind, random, entities);
        SearchFilter filter =
            kind.equals("type, time")
                ? new SearchFilter(
                    Set.of(EntityType.ACCOUNT, EntityType.IP),
                    Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
                    Optional.of(Instant.parse("2026-04-01T00:00:00Z")),
                    Optional.empty())
                : SearchFilter.NONE;
        long start = System.nanoTime();
        IndexSearcher searcher = index.searchers().acquire();
        try {
          new SearchRequest(searcher.getIndexReader(), SearchText.of(text), filter).page(12, null);
        } finally {
          index.searchers().release(searcher);
        }
        millis[i] = (System.nanoTime() - start) / 1e6;
        all.add(millis[i]);
      }
      print(show, kind, millis);
    }
    print(show, "all", all.stream().mapToDouble(d -> d).toArray());
  }

  private static String text(String kind, Random random, int entities) {
    String id = "acct_%08d".formatted(random.nextInt(entities));
    String typed =
        random.nextBoolean() ? id : random.nextBoolean() ? name(random) : address(random);
    return switch (kind) {
      case "1 letter" -> typed.substring(0, 1);
      case "2-4 letters", "type, time" -> cut(typed, 2 + random.nextInt(3));
      case "5-12 letters" -> cut(typed, 5 + random.nextInt(8));
      case "words" -> name(random) + " " + name(random).substring(0, 2);
      case "misspelt" -> name(random) + "x " + name(random);
      case "CIDR" -> "ip:" + address(random) + "/" + (12 + random.nextInt(16));
      default -> "%d.0.0.0-%<d.200.0.0".formatted(20 + random.nextInt(60));
    };
  }

  private static String cut(String text, int letters) {
    return text.substring(0, Math.min(letters, text.length()));
  }

  private static void print(boolean show, String kind, double[] millis) {
    if (show) {
      Arrays.sort(millis);
      System.out.printf(
          Locale.ROOT,
          "%-14s %6d  p50 %6.2f  p95 %6.2f  p99 %6.2f  max %6.1f%n",
          kind,
          millis.length,
          millis[millis.length / 2],
          millis[millis.length * 95 / 100],
          millis[millis.length * 99 / 100],
          millis[millis.length - 1]);
    }
  }
}
