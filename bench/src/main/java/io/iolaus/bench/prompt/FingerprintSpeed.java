package io.iolaus.bench.prompt;

import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToLongFunction;

/// Prompts sketched in a second of one processor, beside Lucene's MinHash chain on the same texts,
/// in turns, for several lengths. Rates are by the thread's time on the processor.
///
/// Arguments: rounds (default 5); then, if wanted, `ours` to sketch alone, for a profiler.
final class FingerprintSpeed {

  private static final int CHARACTERS = 600_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final PromptSketcher sketcher =
      new PromptSketcher(SiteSecret.of(new byte[SiteSecret.KEY_BYTES]));
  private final LuceneShingles hashes = LuceneShingles.minHash();
  private final LuceneShingles buckets = LuceneShingles.bucketHash();
  private final int rounds;
  private long sink;

  private FingerprintSpeed(int rounds) {
    this.rounds = rounds;
  }

  public static void main(String[] args) {
    FingerprintSpeed speed = new FingerprintSpeed(args.length > 0 ? Integer.parseInt(args[0]) : 5);
    boolean alone = args.length > 1;
    Map<String, Language> languages = Language.all();
    for (int words : new int[] {20, 150, 1000}) {
      speed.compare("English, " + words + " words", texts(languages, "en", words), alone);
    }
    speed.compare("Chinese, 150 words", texts(languages, "zh", 150), alone);
    speed.compare("Russian, 150 words", texts(languages, "ru", 150), alone);
    speed.compare("Thai, 150 words", texts(languages, "th", 150), alone);
    System.out.println(speed.sink == 0 ? "" : " ");
  }

  private void compare(String name, List<String> texts, boolean alone) {
    double[] ours = new double[rounds];
    double[] lucene = new double[rounds];
    double[] bucketed = new double[rounds];
    for (int round = -2; round < rounds; round++) {
      double a = rate(texts, text -> sketcher.sketch(text).key());
      double b = alone ? 1 : rate(texts, text -> count(hashes, text));
      double c = alone ? 1 : rate(texts, text -> count(buckets, text));
      if (round >= 0) {
        ours[round] = a;
        lucene[round] = b;
        bucketed[round] = c;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-20s ours %,9.0f/s; MinHash 128 functions %,8.0f/s (%.1f x); 128 buckets %,8.0f/s (%.1f x)%n",
        name,
        median(ours),
        median(lucene),
        median(ours) / median(lucene),
        median(bucketed),
        median(ours) / median(bucketed));
  }

  private static long count(LuceneShingles chain, String text) {
    long[] sum = {0};
    chain.each(text, term -> sum[0] += term.length() + term.charAt(0));
    return sum[0];
  }

  private double rate(List<String> texts, ToLongFunction<String> work) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (String text : texts) {
      sink += work.applyAsLong(text);
    }
    return texts.size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static List<String> texts(Map<String, Language> languages, String code, int words) {
    Language language = Objects.requireNonNull(languages.get(code));
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    int characters = 0;
    while (characters < CHARACTERS) {
      StringBuilder text = new StringBuilder();
      while (text.length() < words * 6) {
        text.append(language.sentence(random)).append(' ');
      }
      texts.add(text.toString());
      characters += text.length();
    }
    return texts;
  }
}
