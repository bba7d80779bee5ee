package io.iolaus.core.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.iolaus.core.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityProfileTest {

  private static final LocalDate DAY = LocalDate.of(2026, 4, 22);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void hasTheSameBytesWhateverTheOrderAndTheFolds(long seed) {
    Random random = new Random(seed);
    List<Event.Exchange> lines = lines(random, 2000);
    byte[] whole = fold(lines).toBytes();
    for (int trial = 0; trial < 5; trial++) {
      Collections.shuffle(lines, random);
      List<ActivityProfile> parts = new ArrayList<>();
      for (int from = 0; from < lines.size(); ) {
        int to = Math.min(lines.size(), from + 1 + random.nextInt(700));
        ActivityProfile part = fold(lines.subList(from, to));
        parts.add(random.nextBoolean() ? part : ActivityProfile.fromBytes(part.toBytes()));
        from = to;
      }
      while (parts.size() > 1) {
        parts.get(random.nextInt(parts.size() - 1)).merge(parts.removeLast());
      }
      assertThat(parts.getFirst().toBytes()).isEqualTo(whole);
    }
  }

  @Test
  void sumsADay() {
    ActivityProfile profile = new ActivityProfile();
    profile.add(exchange("2026-04-22T10:00:03Z", "m-1", "sdk-py", null, null, 1));
    profile.add(exchange("2026-04-22T10:00:09.999Z", "m-1", null, "en", null, 1));
    profile.add(exchange("2026-04-22T23:59:59Z", "m-2", null, null, "code", 7));
    ActivityDay day = profile.days().getFirst();
    assertThat(profile.days()).hasSize(1);
    assertThat(day.date()).isEqualTo(DAY);
    assertThat(day.exchanges()).isEqualTo(9);
    assertThat(day.inputTokens()).isEqualTo(30);
    assertThat(day.outputTokens()).isEqualTo(60);
    assertThat(day.inHour(10)).isEqualTo(2);
    assertThat(day.inHour(23)).isEqualTo(7);
    assertThat(day.by(Dimension.MODEL)).isEqualTo(Map.of("m-1", 2L, "m-2", 7L));
    assertThat(day.by(Dimension.CLIENT)).isEqualTo(Map.of("sdk-py", 1L));
    assertThat(day.by(Dimension.CAPABILITY)).isEqualTo(Map.of("code", 7L));
    // Both of the first two lie in one slot; the line for seven says nothing about moments.
    long slot = Instant.parse("2026-04-22T10:00:00Z").getEpochSecond() / 10;
    assertThat(day.slots()).containsExactly((int) slot);
  }

  @Test
  void sumsAWindow() {
    ActivityProfile profile = new ActivityProfile();
    profile.add(exchange("2026-04-21T23:59:59Z", "old", null, null, null, 1));
    profile.add(exchange("2026-04-22T00:00:00Z", "m-1", null, null, null, 3));
    profile.add(exchange("2026-04-30T06:00:00Z", "m-1", null, null, null, 1));
    profile.add(exchange("2026-05-01T00:00:00Z", "new", null, null, null, 1));
    ActivityWindow window = profile.window(DAY, LocalDate.of(2026, 4, 30));
    assertThat(window.activeDays()).isEqualTo(2);
    assertThat(window.exchanges()).isEqualTo(4);
    assertThat(window.by(Dimension.MODEL)).isEqualTo(Map.of("m-1", 4L));
    assertThat(window.hourProfile()).hasSize(24).contains(0.75).contains(0.25);
    assertThat(window.slots()).hasSize(1);
    assertThat(profile.firstDay()).hasValue(LocalDate.of(2026, 4, 21));
    assertThat(profile.lastDay()).hasValue(LocalDate.of(2026, 5, 1));
    assertThat(profile.window(LocalDate.of(2026, 4, 30), DAY).days()).isEmpty();
    assertThat(new ActivityProfile().window(DAY, DAY).hourProfile()).containsOnly(0.0);
  }

  @Test
  void keepsTheSameSlotsForAccountsThatAreActiveTogether() {
    ActivityProfile busy = new ActivityProfile();
    ActivityProfile part = new ActivityProfile();
    Random random = new Random(4);
    long start = Instant.parse("2026-04-22T00:00:00Z").getEpochSecond();
    for (int i = 0; i < 500; i++) {
      Instant at = Instant.ofEpochSecond(start + random.nextInt(86_400));
      busy.add(at(at));
      part.add(at(at));
    }
    for (int i = 0; i < 500; i++) {
      busy.add(at(Instant.ofEpochSecond(start + random.nextInt(86_400))));
    }
    Set<Integer> shared = set(busy.days().getFirst().slots());
    assertThat(shared).hasSize(48);
    shared.retainAll(set(part.days().getFirst().slots()));
    // Half of the busy account's slots are the other's too, and so are about half of its sampled
    // ones.
    assertThat(shared.size()).isBetween(15, 36);
  }

  @Test
  void boundsTheNumberOfValuesADayMayHave() {
    ActivityProfile profile = new ActivityProfile();
    for (int i = 0; i < 1000; i++) {
      profile.add(exchange("2026-04-22T10:00:00Z", "m-1", "client-" + i, null, null, 2));
    }
    assertThat(profile.days().getFirst().by(Dimension.CLIENT)).hasSize(64);
    assertThat(profile.days().getFirst().by(Dimension.CLIENT).values()).containsOnly(2L);
    assertThat(profile.days().getFirst().exchanges()).isEqualTo(2000);
  }

  @Test
  void staysSmall() {
    // 26 exchanges on each of 44 days.
    ActivityProfile profile = new ActivityProfile();
    Random random = new Random(5);
    for (int day = 0; day < 44; day++) {
      for (int i = 0; i < 26; i++) {
        long second = DAY.plusDays(day).toEpochDay() * 86_400 + random.nextInt(86_400);
        profile.add(at(Instant.ofEpochSecond(second)));
      }
    }
    assertThat(profile.toBytes().length).isLessThan(44 * 110);
  }

  @Test
  void stopsAtTheLargestLongInsteadOfTurningNegative() {
    ActivityProfile profile = new ActivityProfile();
    Event.Exchange much =
        new Event.Exchange(
            "a",
            Instant.EPOCH,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Long.MAX_VALUE,
            1,
            1,
            null);
    profile.add(much);
    profile.add(much);
    assertThat(profile.days().getFirst().inputTokens()).isEqualTo(Long.MAX_VALUE);
    assertThat(ActivityProfile.fromBytes(profile.toBytes()).toBytes()).isEqualTo(profile.toBytes());
  }

  @Test
  void readsByWantedDimensionsAloneAndAllElseAsItIs() {
    byte[] bytes = fold(lines(new Random(5), 400)).toBytes();
    List<ActivityDay> whole = ActivityProfile.fromBytes(bytes).days();
    List<ActivityDay> read = ActivityProfile.fromBytes(bytes, Set.of(Dimension.MODEL)).days();
    assertThat(whole).anyMatch(day -> !day.by(Dimension.CLIENT).isEmpty());
    assertThat(read).hasSameSizeAs(whole).allMatch(day -> day.by(Dimension.CLIENT).isEmpty());
    for (int i = 0; i < whole.size(); i++) {
      assertThat(read.get(i).by(Dimension.MODEL)).isEqualTo(whole.get(i).by(Dimension.MODEL));
      assertThat(read.get(i).exchanges()).isEqualTo(whole.get(i).exchanges());
      assertThat(read.get(i).slots()).isEqualTo(whole.get(i).slots());
    }
  }

  @Test
  void refusesAnUnknownVersion() {
    byte[] bytes = new ActivityProfile().toBytes();
    bytes[0] = 9;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ActivityProfile.fromBytes(bytes))
        .withMessageContaining("version");
  }

  @Test
  void neverFailsButByRefusingDamagedBytes() {
    Random random = new Random(6);
    byte[] bytes = fold(lines(random, 300)).toBytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatIllegalArgumentException().isThrownBy(() -> ActivityProfile.fromBytes(cut));
    }
    for (int trial = 0; trial < 20_000; trial++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      try {
        ActivityProfile.fromBytes(damaged);
      } catch (IllegalArgumentException expected) {
        // The one way to refuse.
      }
    }
  }

  private static ActivityProfile fold(List<Event.Exchange> lines) {
    ActivityProfile profile = new ActivityProfile();
    lines.forEach(profile::add);
    return profile;
  }

  private static List<Event.Exchange> lines(Random random, int size) {
    List<Event.Exchange> lines = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long second = DAY.toEpochDay() * 86_400 + random.nextInt(4 * 86_400);
      lines.add(
          exchange(
              Instant.ofEpochSecond(second).toString(),
              random.nextBoolean() ? "m-" + random.nextInt(3) : null,
              "client-" + random.nextInt(200),
              random.nextBoolean() ? "en" : null,
              random.nextBoolean() ? "code" : null,
              1 + random.nextInt(2)));
    }
    return lines;
  }

  private static Event.Exchange at(Instant at) {
    return exchange(at.toString(), "m-1", null, null, null, 1);
  }

  private static Event.Exchange exchange(
      String at, String model, String client, String language, String capability, long count) {
    return new Event.Exchange(
        "a",
        Instant.parse(at),
        null,
        null,
        null,
        capability,
        model,
        client,
        language,
        10,
        20,
        count,
        null);
  }

  private static Set<Integer> set(int[] values) {
    return new HashSet<>(Arrays.stream(values).boxed().toList());
  }
}
