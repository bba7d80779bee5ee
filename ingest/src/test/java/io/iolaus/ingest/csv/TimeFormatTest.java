package io.iolaus.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormatTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1776758400, 2026-04-21T08:00:00Z",
    "0, 1776758400.123456, 2026-04-21T08:00:00.123Z",
    "3, 1776758400123, 2026-04-21T08:00:00.123Z",
    "0, 1776758400123, 9999-12-31T23:59:59Z",
    "0, 1e9, ?",
    "0, 2026-04-21T08:00:00Z, ?",
    "0, '', ?"
  })
  void readsSecondsAndMilliseconds(int digits, String text, String time) {
    assertThat(new TimeFormat.Epoch(digits).toRfc3339(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd HH:mm:ss, 2026-04-21 10:00:00, 2026-04-21T08:00:00Z",
    "yyyy-MM-dd HH:mm:ss, 2026-02-30 10:00:00, ?",
    "yyyy-MM-dd, 2026-04-21, 2026-04-20T22:00:00Z",
    "dd/MMM/yyyy:HH:mm:ss Z, 21/Apr/2026:10:00:00 +0000, 2026-04-21T10:00:00Z",
    "dd.MM.yyyy HH:mm, 21.04.2026 24:00, ?"
  })
  void readsPatternsStrictly(String pattern, String text, String time) {
    assertThat(TimeFormat.Pattern.of(pattern, ZoneId.of("Europe/Berlin")).toRfc3339(text))
        .isEqualTo(time);
  }

  @Test
  void lettersInQuotesArePlainText() {
    assertThat(
            TimeFormat.Pattern.of("yyyy-MM-dd'y'HH", ZoneId.of("UTC")).toRfc3339("2026-04-21y08"))
        .isEqualTo("2026-04-21T08:00:00Z");
  }
}
