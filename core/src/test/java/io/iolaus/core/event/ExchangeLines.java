package io.iolaus.core.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Exchange lines as many producers might write them, right and wrong at the edges.
final class ExchangeLines {

  private ExchangeLines() {}

  static byte[] of(Random random, String fingerprint) {
    List<String> fields = new ArrayList<>();
    fields.add("\"type\":\"exchange\"");
    fields.add("\"account\":\"acc-%d\"".formatted(random.nextInt(50)));
    fields.add("\"at\":\"%s\"".formatted(time(random)));
    maybe(fields, random, "\"ip\":\"%s\"".formatted(address(random)));
    maybe(fields, random, "\"fingerprint\":\"%s\"".formatted(fingerprint));
    maybe(fields, random, "\"capability\":\"cap-%d\"".formatted(random.nextInt(5)));
    maybe(fields, random, "\"model\":\"m-%d\"".formatted(random.nextInt(3)));
    maybe(fields, random, "\"client\":\"sdk-py/1.%d\"".formatted(random.nextInt(9)));
    maybe(fields, random, "\"language\":\"en\"");
    maybe(fields, random, "\"inputTokens\":" + number(random));
    maybe(fields, random, "\"outputTokens\":" + number(random));
    if (random.nextInt(4) == 0) {
      fields.add("\"count\":" + number(random));
    }
    if (random.nextInt(20) == 0) {
      fields.add("\"extra\":[1,{\"a\":null}]");
    }
    if (random.nextInt(20) == 0) {
      fields.add(fields.get(random.nextInt(fields.size())));
    }
    if (random.nextInt(3) == 0) {
      Collections.shuffle(fields, random);
    }
    String line = "{" + String.join(",", fields) + "}";
    String spaced =
        random.nextInt(4) == 0 ? line.replace("\":", "\": ").replace(",\"", ", \"") : line;
    return (spaced + (random.nextInt(8) == 0 ? "\r" : "")).getBytes(StandardCharsets.UTF_8);
  }

  private static void maybe(List<String> fields, Random random, String field) {
    if (random.nextInt(3) > 0) {
      fields.add(field);
    }
  }

  private static String time(Random random) {
    String day = "2026-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
    return switch (random.nextInt(40)) {
      case 0 -> day + "T10:00:00+02:00";
      case 1 -> day + "t10:00:00z";
      case 2 -> day + "T24:00:00Z";
      case 6 -> day + "T10:00:60Z";
      case 7 -> "2026-02-30T10:00:00Z";
      case 3 -> "2100-01-01T00:00:00Z";
      case 4 -> "1999-12-31T23:59:59.999Z";
      case 5 -> day + "T10:00:00.%dZ".formatted(random.nextInt(1_000_000));
      default ->
          day
              + "T%02d:%02d:%02dZ"
                  .formatted(random.nextInt(24), random.nextInt(60), random.nextInt(60));
    };
  }

  private static String address(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> "2001:db8:%x::%x".formatted(random.nextInt(9), random.nextInt(99));
      default -> "203.0.%d.%d".formatted(random.nextInt(40), random.nextInt(256));
    };
  }

  private static String number(Random random) {
    return switch (random.nextInt(60)) {
      case 0 -> "0";
      case 1 -> "-1";
      case 2 -> "1.0";
      case 3 -> "1000000000000000";
      case 4 -> "99999999999999999999";
      case 5 -> "\"7\"";
      case 6 -> "null";
      default -> Integer.toString(random.nextInt(1, 10_000));
    };
  }
}
