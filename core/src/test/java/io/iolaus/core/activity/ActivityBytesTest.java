package io.iolaus.core.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.event.Event;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What lies in graphs must stay readable and equal contents must keep equal bytes, whatever holds
/// them in memory.
class ActivityBytesTest {

  private static final long START = Instant.parse("2026-04-22T00:00:00Z").getEpochSecond();

  @Test
  void areThoseOfTheFirstVersion() throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    Random random = new Random(20261121);
    for (int i = 0; i < 300; i++) {
      ActivityProfile profile = new ActivityProfile();
      int lines = random.nextInt(1, 1 << random.nextInt(1, 12));
      int days = 1 << random.nextInt(6);
      for (int line = 0; line < lines; line++) {
        profile.add(exchange(random, days));
      }
      sha256.update(profile.toBytes());
    }
    assertThat(HexFormat.of().formatHex(sha256.digest()))
        .isEqualTo("3fb0b7700bc8194d451847b56a7268f007c29b457562d9a8d665042dced16fdf");
  }

  private static Event.Exchange exchange(Random random, int days) {
    return new Event.Exchange(
        "a",
        Instant.ofEpochSecond(START + random.nextLong(86_400L * days)),
        null,
        null,
        null,
        random.nextInt(3) == 0 ? null : "cap-" + random.nextInt(5),
        random.nextInt(3) == 0 ? null : "m-" + random.nextInt(4),
        random.nextInt(3) == 0 ? null : "client-" + random.nextInt(1 + 10 * random.nextInt(20)),
        random.nextInt(3) == 0 ? null : "en",
        random.nextInt(10_000),
        random.nextLong(1L << random.nextInt(60)),
        random.nextInt(4) == 0 ? random.nextInt(1, 1_000_000_000) : 1,
        null);
  }
}
