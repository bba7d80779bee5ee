package io.iolaus.simulate.scoring;

import static io.iolaus.simulate.scoring.Worlds.START;
import static io.iolaus.simulate.scoring.Worlds.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelinessTest {

  private static final Duration DAY = Duration.ofDays(1);

  /// Operator a is half labelled after three days, b never.
  private static Timeliness series() {
    Truth truth = new Worlds().operator("a", 4).operator("b", 4).truth();
    ExchangeCalendar calendar = new ExchangeCalendar(truth);
    for (int day = 0; day < 10; day++) {
      calendar.add("a0", START.plus(DAY.multipliedBy(day)).toEpochMilli(), 10);
      calendar.add("b0", START.plus(DAY.multipliedBy(day)).toEpochMilli(), 1);
      calendar.add("innocent", START.toEpochMilli(), 1_000);
    }
    SortedMap<Instant, Result> runs = new TreeMap<>();
    runs.put(START.plus(DAY), new Result(Map.of(), in("1", "a", 4), List.of()));
    runs.put(START.plus(DAY.multipliedBy(2)), new Result(in("1", "a", 1), Map.of(), List.of()));
    runs.put(START.plus(DAY.multipliedBy(3)), new Result(in("1", "a", 2), Map.of(), List.of()));
    runs.put(START.plus(DAY.multipliedBy(4)), new Result(in("1", "a", 4), Map.of(), List.of()));
    return Timeliness.of(truth, runs, calendar);
  }

  @Test
  void foundIsWhoIsHalfLabelled() {
    Timeliness.Operator a = series().operators().getFirst();

    assertThat(a.detectedAt()).isEqualTo(Optional.of(START.plus(DAY.multipliedBy(3))));
    assertThat(a.days()).isEqualTo(3);
    // Those of three days.
    assertThat(a.leaked()).isEqualTo(30);
  }

  @Test
  void whoIsNeverFoundLeaksEverything() {
    Timeliness.Operator b = series().operators().getLast();

    assertThat(b.detectedAt()).isEmpty();
    assertThat(b.leaked()).isEqualTo(10);
    assertThat(series().undetected()).isEqualTo(1);
    assertThat(series().daysAt(0.5)).isEqualTo(3);
    assertThat(series().daysAt(0.9)).isInfinite();
    assertThat(series().print()).contains("never", "median 3.0 days");
  }

  @Test
  void readsRunsByTheMomentInTheirNames(@TempDir Path folder) throws Exception {
    String empty = "account,cluster,state,membership,facets\n";
    Files.writeString(folder.resolve("members-2026-05-03.csv"), empty);
    Files.writeString(folder.resolve("members-2026-05-03T12.csv"), empty + "a0,1,labelled,0.9,\n");
    Files.writeString(folder.resolve("notes.csv"), "anything\n");

    SortedMap<Instant, Result> series = RunSeries.read(folder);

    assertThat(series.keySet())
        .containsExactly(
            Instant.parse("2026-05-03T00:00:00Z"), Instant.parse("2026-05-03T12:00:00Z"));
    assertThat(series.get(Instant.parse("2026-05-03T12:00:00Z")).labelled()).containsKey("a0");
  }

  @Test
  void folderWithoutRunsIsSaid(@TempDir Path folder) {
    assertThatThrownBy(() -> RunSeries.read(folder)).hasMessageContaining("members-2026-05-03.csv");
  }

  @Test
  void exchangesAreReadFromTheEvents(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("events.ndjson"),
        """
        {"type":"exchange","account":"a0","at":"2026-05-01T10:00:00Z","count":7}
        {"type":"exchange","account":"a0","at":"2026-05-04T10:00:00Z","count":5}
        """);
    Files.writeString(
        folder.resolve("truth.csv"), "account,operator,role,decoy,instance\na0,a,attack,,\n");
    Files.writeString(
        folder.resolve("truth_clusters.csv"),
        """
        operator,organization,accounts,exchanges,firstSeen,lastSeen,capabilities
        a,,1,12,2026-05-01T10:00:00Z,2026-05-04T10:00:00Z,
        """);
    Path runs = Files.createDirectory(folder.resolve("runs"));
    Files.writeString(
        runs.resolve("m-2026-05-02.csv"),
        "account,cluster,state,membership,facets\na0,1,labelled,0.9,\n");

    Timeliness.Operator a = RunSeries.judge(folder, runs).operators().getFirst();

    assertThat(a.leaked()).isEqualTo(7);
    assertThat(a.exchanges()).isEqualTo(12);
    assertThat(a.days()).isCloseTo(14 / 24.0, within(1e-9));
  }
}
