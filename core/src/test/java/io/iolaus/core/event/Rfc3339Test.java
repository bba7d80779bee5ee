package io.iolaus.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

  @ParameterizedTest
  @CsvSource({
    "2026-04-22T10:00:00Z, 2026-04-22T10:00:00Z",
    "2026-04-22t10:00:00z, 2026-04-22T10:00:00Z",
    "2026-04-22T10:00:00+00:00, 2026-04-22T10:00:00Z",
    "2026-04-22T10:00:00-00:00, 2026-04-22T10:00:00Z",
    "2026-04-22T10:00:00+05:45, 2026-04-22T04:15:00Z",
    "2026-01-01T00:30:00+01:00, 2025-12-31T23:30:00Z",
    "2026-12-31T23:30:00-23:59, 2027-01-01T23:29:00Z",
    "2026-04-22T10:00:00.1Z, 2026-04-22T10:00:00.100Z",
    "2026-04-22T10:00:00.1239999999999999Z, 2026-04-22T10:00:00.123Z",
    "1999-12-31T23:59:59.9999Z, 1999-12-31T23:59:59.999Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
    "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.500Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
  })
  void readsTimes(String text, Instant instant) {
    assertThat(Instant.ofEpochMilli(Rfc3339.parse(text))).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-04-22",
        "2026-04-22T10:00:00",
        "2026-04-22T10:00Z",
        "2026-04-22 10:00:00Z",
        "2026-04-22T10:00:60Z",
        "2026-06-30T23:59:60Z",
        "2026-04-22T24:00:00Z",
        "2026-04-22T10:60:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-01T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "2100-02-29T00:00:00Z",
        "2026-04-00T00:00:00Z",
        "2026-4-22T10:00:00Z",
        "26-04-22T10:00:00Z",
        "+2026-04-22T10:00:00Z",
        "2026-04-22T10:00:00+0200",
        "2026-04-22T10:00:00+02",
        "2026-04-22T10:00:00+24:00",
        "2026-04-22T10:00:00+02:60",
        "2026-04-22T10:00:00 Z",
        "2026-04-22T10:00:00.Z",
        "2026-04-22T10:00:00,5Z",
        "2026-04-22T10:00:00ZZ",
        "2026-04-22T10:00:00Z ",
        "20260422T100000Z",
        "2026-W17-3T10:00:00Z",
        "2026-04-22T1٠:00:00Z",
        "1714000000",
        "2026-04-22T10:00:00+02:00:00",
        "2026-04-22T-1:00:00Z"
      })
  void refusesEverythingElse(String text) {
    assertThat(Rfc3339.parse(text)).isEqualTo(Rfc3339.INVALID);
  }

  @Test
  void agreesWithTheJavaLibraryOnRandomTimes() {
    Random random = new Random(20261121);
    for (int i = 0; i < 50_000; i++) {
      OffsetDateTime time =
          Instant.ofEpochMilli(random.nextLong(-62_000_000_000_000L, 250_000_000_000_000L))
              .atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1)));
      String text = time.toString();
      if (time.getSecond() != 0 || time.getNano() != 0) {
        assertThat(Rfc3339.parse(text))
            .as("seed 20261121, %s", text)
            .isEqualTo(time.toInstant().toEpochMilli());
      }
    }
  }
}
