package io.iolaus.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Seeded lines of all types about few accounts, so that much of it meets.
public final class SampleLines {

  private SampleLines() {}

  public static List<String> of(long seed, int count) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(line(random));
    }
    return lines;
  }

  private static String line(Random random) {
    String account = "acc-" + random.nextInt(40);
    String at = Instant.ofEpochSecond(1_775_000_000L + random.nextInt(40 * 86_400)).toString();
    return switch (random.nextInt(20)) {
      case 0, 1 ->
          "{\"type\":\"account\",\"id\":\"%s\",\"createdAt\":\"2026-03-%02dT00:00:00Z\",\"at\":\"%s\",\"status\":\"%s\",\"organization\":\"org-%d\",\"verified\":%s}"
              .formatted(
                  account,
                  1 + random.nextInt(3),
                  at,
                  List.of("active", "suspended", "closed").get(random.nextInt(3)),
                  random.nextInt(3),
                  random.nextBoolean());
      case 2, 3 ->
          "{\"type\":\"payment\",\"account\":\"%s\",\"instrument\":\"pi_%d\",\"kind\":\"%s\",\"at\":\"%s\"%s}"
              .formatted(
                  account,
                  random.nextInt(12),
                  List.of("card", "virtual", "prepaid").get(random.nextInt(3)),
                  at,
                  random.nextBoolean() ? ",\"matchKey\":\"par\"" : "");
      case 4, 5 ->
          "{\"type\":\"identifier\",\"account\":\"%s\",\"kind\":\"%s\",\"value\":\"v%d@mail.example\",\"at\":\"%s\"}"
              .formatted(
                  account,
                  List.of("device", "email", "wallet").get(random.nextInt(3)),
                  random.nextInt(10),
                  at);
      case 6 ->
          "{\"type\":\"network\",\"prefix\":\"%s\",\"asn\":%d,\"at\":\"%s\"}"
              .formatted(
                  List.of(
                          "203.0.113.0/24",
                          "203.0.0.0/16",
                          "203.0.113.16/28",
                          "2001:db8::/32",
                          "2001:db8:0:1::/64",
                          "::/0")
                      .get(random.nextInt(6)),
                  64500 + random.nextInt(4),
                  at);
      case 7 ->
          "{\"type\":\"organization\",\"id\":\"org-%d\",\"name\":\"Org %d\",\"domains\":[\"d%d.example\"],\"asns\":[%d],\"at\":\"%s\"}"
              .formatted(
                  random.nextInt(4),
                  random.nextInt(3),
                  random.nextInt(3),
                  64500 + random.nextInt(3),
                  at);
      case 8 ->
          "{\"type\":\"verdict\",\"account\":\"%s\",\"verdict\":\"%s\",\"by\":\"team-%d\",\"at\":\"%s\"}"
              .formatted(
                  account,
                  List.of("fraudulent", "legitimate", "unsure").get(random.nextInt(3)),
                  random.nextInt(2),
                  at);
      case 9 ->
          random.nextBoolean()
              ? "{\"type\":\"model\",\"id\":\"m-%d\",\"releasedAt\":\"%s\"}"
                  .formatted(random.nextInt(3), at)
              : "{\"type\":\"claim\",\"organization\":\"org-%d\",\"statement\":\"denies\",\"by\":\"Org\",\"at\":\"2026-06-0%dT00:00:00Z\"}"
                  .formatted(random.nextInt(5), 1 + random.nextInt(3));
      default ->
          "{\"type\":\"exchange\",\"account\":\"%s\",\"at\":\"%s\",\"ip\":\"%s\",\"prompt\":\"Take the role of number %d and write about topic %d at length, with care and in detail\",\"system\":\"You are helper %d of the house\",\"capability\":\"cap-%d\",\"model\":\"m-%d\",\"client\":\"sdk-%d\",\"inputTokens\":%d,\"outputTokens\":%d,\"count\":%d}"
              .formatted(
                  account,
                  at,
                  random.nextInt(4) == 0
                      ? "2001:db8:0:%d::%d".formatted(random.nextInt(4), 1 + random.nextInt(9))
                      : "203.0.%d.%d".formatted(112 + random.nextInt(3), random.nextInt(40)),
                  random.nextInt(300),
                  random.nextInt(300),
                  random.nextInt(3),
                  random.nextInt(3),
                  random.nextInt(3),
                  random.nextInt(3),
                  random.nextInt(1000),
                  random.nextInt(1000),
                  1 + random.nextInt(3));
    };
  }
}
