package io.iolaus.bench.load;

import io.iolaus.core.prompt.Fingerprints;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/// Exchange lines in the order of time, as a campaign and the population around it would leave
/// them: 44 days, the same few addresses, clients and fingerprints again and again.
///
/// The same arguments give the same lines. Nothing here is fit to judge detection by.
public final class CampaignLines {

  private static final long START = Instant.parse("2026-05-01T00:00:00Z").toEpochMilli();
  private static final long MILLIS = 44L * 86_400_000;
  private static final int FINGERPRINTS = 20_000;
  private static final String[] CAPABILITIES = {
    "software-engineering", "agentic-tools", "reasoning", "data-analysis", "translation", "writing"
  };

  private final Shape shape;
  private final SplittableRandom random;
  // What follows the address: a fingerprint or a text.
  private final byte[][] prompts;

  /// What lines there are to be.
  ///
  /// @param accounts how many accounts send
  /// @param lines how many exchanges they make together
  /// @param linesPerEdge exchanges for each distinct (account, address or client); with 1 or 2 no
  ///   address is used by an account more often than that, and again only when all were
  public record Shape(int accounts, long lines, int linesPerEdge, long seed) {

    /// The largest disclosed campaign, cut down to this many exchanges.
    public static Shape campaign(long lines) {
      return repeating(lines, 18);
    }

    /// As many accounts as the campaign, with this many exchanges for each distinct edge.
    static Shape repeating(long lines, int linesPerEdge) {
      int accounts = (int) Math.max(20, lines * 25_000 / 28_800_000);
      return new Shape(accounts, lines, linesPerEdge, 1);
    }

    /// Whether every address is used so rarely that it must be counted out.
    boolean isSparse() {
      return linesPerEdge <= 2;
    }

    /// Addresses of one account; it has two clients besides.
    int addresses() {
      return (int) Math.max(1, lines / accounts / linesPerEdge - 2);
    }
  }

  /// Lines with fingerprints, which are made here: that takes a moment.
  ///
  /// @param secret under which they are made
  public CampaignLines(Shape shape, SiteSecret secret) {
    this.shape = shape;
    random = new SplittableRandom(shape.seed());
    PromptSketcher sketcher = new PromptSketcher(secret);
    Fingerprints encoder = new Fingerprints(secret);
    prompts = prompts(text -> "fingerprint\":\"" + encoder.encode(sketcher.sketch(text)));
  }

  /// Lines with the texts of prompts, of some 60 words.
  public CampaignLines(Shape shape) {
    this.shape = shape;
    random = new SplittableRandom(shape.seed());
    prompts = prompts(text -> "prompt\":\"" + text);
  }

  private byte[][] prompts(UnaryOperator<String> field) {
    byte[][] fields = new byte[FINGERPRINTS][];
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      words.add(Integer.toString(random.nextInt(26 * 26 * 26, 36 * 36 * 36 * 36), 36));
    }
    for (int i = 0; i < fields.length; i++) {
      StringBuilder text = new StringBuilder();
      for (int w = 0; w < 60; w++) {
        text.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      fields[i] = field.apply(text.toString()).getBytes(StandardCharsets.US_ASCII);
    }
    return fields;
  }

  /// Writes all lines.
  public void writeTo(OutputStream out) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 20);
    for (long i = 0; i < shape.lines(); i++) {
      line(line, i);
      if (line.size() > (1 << 20) - 2_048) {
        line.writeTo(out);
        line.reset();
      }
    }
    line.writeTo(out);
  }

  private void line(ByteArrayOutputStream out, long i) {
    long edge = i % Math.max(1, shape.lines() / shape.linesPerEdge());
    int account =
        shape.isSparse()
            ? (int) Math.floorMod((edge * 0x9E3779B97F4A7C15L) >> 20, (long) shape.accounts())
            : random.nextInt(shape.accounts());
    int host = shape.isSparse() ? (int) edge : random.nextInt(shape.addresses());
    // An account keeps to a hundred prompts of the pool.
    int prompt = Math.floorMod(account * 31 + random.nextInt(100) * 131, FINGERPRINTS);
    put(out, "{\"type\":\"exchange\",\"account\":\"acc-");
    put(out, Integer.toString(1_000_000 + account));
    put(out, "\",\"at\":\"");
    put(out, Instant.ofEpochMilli(START + Math.floorDiv(i * MILLIS, shape.lines())).toString());
    put(out, "\",\"ip\":\"");
    put(out, address(account, host));
    put(out, "\",\"");
    out.writeBytes(prompts[prompt]);
    put(out, "\",\"capability\":\"");
    put(out, CAPABILITIES[(account + (random.nextInt(4) == 0 ? 1 : 0)) % CAPABILITIES.length]);
    put(out, "\",\"model\":\"m-");
    put(out, Integer.toString(1 + (account & 1)));
    put(out, "\",\"client\":\"sdk-py/1.");
    put(out, Integer.toString(account % 9 + (random.nextInt(10) == 0 ? 1 : 0)));
    put(out, "\",\"inputTokens\":");
    put(out, Integer.toString(200 + random.nextInt(1_000)));
    put(out, ",\"outputTokens\":");
    put(out, Integer.toString(500 + random.nextInt(2_000)));
    put(out, "}\n");
  }

  /// The `n`-th address of an account, from a pool with six places for each account.
  private String address(int account, int n) {
    if (shape.isSparse()) {
      return (11 + (n >>> 24)) + "." + (n >>> 16 & 255) + "." + (n >>> 8 & 255) + "." + (n & 255);
    }
    int pool = Math.max(64, 6 * shape.accounts());
    int mixed = (account * 0x9E3779B9 + n * 0x85EBCA6B) * 0xC2B2AE35;
    int host = Math.floorMod(mixed ^ (mixed >>> 15), pool);
    return (11 + (host >>> 16)) + "." + (host >>> 8 & 255) + "." + (host & 255) + ".7";
  }

  private static void put(ByteArrayOutputStream out, String text) {
    for (int i = 0; i < text.length(); i++) {
      out.write(text.charAt(i));
    }
  }
}
