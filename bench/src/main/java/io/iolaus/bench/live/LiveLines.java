package io.iolaus.bench.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

/// Exchange lines of a population as they come in: of many accounts some are active at a time, each
/// for a session of calls.
final class LiveLines {

  private static final int CALLS = 40;
  private static final String WORDS =
      "explain the following step of a proof in detail and give an example with numbers then write"
          + " a test that would fail without it and say what it rests on";

  private final Random random;
  private final int accounts;
  private final int[] active;
  private final boolean prompts;

  /// @param accounts in all
  /// @param active of them at a time
  /// @param prompts whether lines carry the text of a prompt
  LiveLines(long seed, int accounts, int active, boolean prompts) {
    random = new Random(seed);
    this.accounts = accounts;
    this.active = random.ints(active, 0, accounts).toArray();
    this.prompts = prompts;
  }

  /// The next line.
  byte[] next(Instant at) {
    int place = random.nextInt(active.length);
    if (random.nextInt(CALLS) == 0) {
      active[place] = random.nextInt(accounts);
    }
    int account = active[place];
    String prompt =
        prompts
            ? ",\"prompt\":\"Case %d: %s %d\"".formatted(random.nextInt(1_000_000), WORDS, account)
            : "";
    // Each account has three addresses; one in fifty accounts shares them with others.
    int address = account % 50 == 0 ? account / 50 % 20 : account;
    return "{\"type\":\"exchange\",\"account\":\"acc-%06d\",\"at\":\"%s\",\"ip\":\"10%d.%d.%d.%d\",\"capability\":\"cap-%d\",\"model\":\"m-%d\",\"client\":\"sdk-%d\",\"inputTokens\":%d,\"outputTokens\":%d%s}"
        .formatted(
            account,
            at,
            random.nextInt(3),
            address >> 16 & 255,
            address >> 8 & 255,
            address & 255,
            account % 6,
            account % 3,
            account % 12,
            random.nextInt(4000),
            random.nextInt(4000),
            prompt)
        .getBytes(StandardCharsets.UTF_8);
  }
}
