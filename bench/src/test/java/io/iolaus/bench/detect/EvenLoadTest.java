package io.iolaus.bench.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.activity.ActivityProfile;
import io.iolaus.core.activity.ActivityWindow;
import io.iolaus.core.event.Event;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvenLoadTest {

  private static final LocalDate START = LocalDate.parse("2026-03-01");
  private static final int[] GROUP = IntStream.range(0, 40).toArray();

  private static ActivityWindow account(Random random, ToIntFunction<Random> volume) {
    ActivityProfile profile = new ActivityProfile();
    for (int day = 0; day < 30; day++) {
      int count = random.nextDouble() < 0.7 ? volume.applyAsInt(random) : 0;
      for (int n = 0; n < count; n++) {
        long at = (START.toEpochDay() + day) * 86_400_000L + random.nextInt(86_400_000);
        profile.add(
            new Event.Exchange(
                "acc", at, null, null, null, null, null, null, null, 10, 10, 1, null));
      }
    }
    return profile.window(START, START.plusDays(30));
  }

  private static int poisson(Random random) {
    int n = 0;
    for (double t = -Math.log(random.nextDouble()); t < 6; t -= Math.log(random.nextDouble())) {
      n++;
    }
    return n;
  }

  /// Sessions of several exchanges, as people have them.
  private static int sessions(Random random) {
    int n = 0;
    for (int s = poisson(random) / 3; s >= 0; s--) {
      n += poisson(random) / 2;
    }
    return n;
  }

  private static EvenLoad population(ToIntFunction<Random> group) {
    Random random = new Random(1);
    ActivityWindow[] accounts = new ActivityWindow[600];
    Arrays.setAll(
        accounts, a -> account(random, a < GROUP.length ? group : EvenLoadTest::sessions));
    return EvenLoad.of(accounts);
  }

  @Test
  void aLoadThatIsDealtInEqualPartsIsEven() {
    EvenLoad load = population(random -> 6 + random.nextInt(2));
    assertThat(load.share(GROUP)).isGreaterThan(0.95);
    assertThat(load.usual()).isLessThan(0.1);
    assertThat(load.chance(GROUP)).isLessThan(Math.log(1e-9));
  }

  @Test
  void independentCallsAreNot() {
    EvenLoad load = population(EvenLoadTest::poisson);
    assertThat(load.share(GROUP)).isLessThan(0.1);
    assertThat(load.chance(GROUP)).isGreaterThan(Math.log(1e-3));
  }

  @Test
  void peopleAreNot() {
    EvenLoad load = population(EvenLoadTest::sessions);
    assertThat(load.share(GROUP)).isZero();
    assertThat(load.chance(GROUP)).isZero();
  }

  @Test
  void oneCallADaySaysNothing() {
    EvenLoad load = population(random -> 1);
    assertThat(load.share(GROUP)).isZero();
  }
}
