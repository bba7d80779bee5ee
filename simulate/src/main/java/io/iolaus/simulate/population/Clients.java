package io.iolaus.simulate.population;

import io.iolaus.simulate.population.PersonDraft.Mark;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Programs that call the API, and the traces a person's machines leave.
public final class Clients {

  private static final Weighted<String> APPS =
      Weighted.of(
          List.of("web/2026.4", "web/2026.5", "ios/5.2", "ios/5.3", "android/5.1", "desktop/1.12"),
          34,
          20,
          14,
          10,
          14,
          8);
  private static final Weighted<String> SDKS =
      Weighted.of(
          List.of(
              "sdk-py/1.9.2",
              "sdk-py/2.0.1",
              "sdk-js/2.4.0",
              "sdk-go/0.9.1",
              "sdk-java/1.2.0",
              "curl/8.6",
              "http-lib/0.27"),
          30,
          22,
          18,
          6,
          6,
          10,
          8);
  private static final String FRAMEWORK = "loomwork/0.14";
  private static final Weighted<Integer> STACKS =
      Weighted.zipf(IntStream.range(0, 100).boxed().toList(), 1.0);

  private Clients() {}

  public static String app(RandomStream random) {
    return APPS.pick(random);
  }

  public static String sdk(RandomStream random) {
    return SDKS.pick(random);
  }

  public static String framework() {
    return FRAMEWORK;
  }

  /// What nearly every account shows: a TLS fingerprint that thousands have, a device, perhaps a
  /// mail address and a telephone of its own.
  static List<Mark> usualMarks(RandomStream random, boolean machine, String emailDomain) {
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark("tls", tls(random, machine)));
    if (!machine || random.chance(0.5)) {
      marks.add(new Mark("device", Ids.device(random)));
    }
    if (random.chance(0.5)) {
      marks.add(new Mark("email", Ids.email(random, emailDomain)));
    }
    if (random.chance(0.5)) {
      marks.add(new Mark("phone", Ids.phone(random)));
    }
    return marks;
  }

  /// The fingerprint of a usual program: few for many accounts.
  public static String tls(RandomStream random, boolean machine) {
    return stack(STACKS.pick(random), machine);
  }

  /// The fingerprint of a program that few use.
  public static String rareTls(RandomStream random, boolean machine) {
    return stack(random.between(8, 60), machine);
  }

  private static String stack(int which, boolean machine) {
    return (machine ? "t13d16" : "t13d15") + "h2_" + Integer.toHexString(0x8daaf + which * 7919);
  }
}
