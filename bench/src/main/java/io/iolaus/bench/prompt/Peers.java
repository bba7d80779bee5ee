package io.iolaus.bench.prompt;

import io.iolaus.core.test.PairScore;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntBinaryOperator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// What is usually done with near-duplicates: two prompts are alike if their signatures agree in at
/// least so many places. Each peer is given the threshold that is best for the very prompts it is
/// judged on, which nobody has in practice.
final class Peers {

  private static final int BITS = 64;

  private Peers() {}

  /// MinHash by Lucene: words, 5-shingles, 128 hashes.
  static Best minHash(List<LabelledPrompt> prompts) {
    LuceneShingles chain = LuceneShingles.minHash();
    int[][] signatures = new int[prompts.size()][];
    for (int i = 0; i < signatures.length; i++) {
      int[] signature = new int[LuceneShingles.HASHES];
      int[] at = {0};
      chain.each(
          prompts.get(i).text(),
          term -> {
            if (at[0] < signature.length) {
              signature[at[0]++] = Arrays.hashCode(term.toString().toCharArray());
            }
          });
      Arrays.fill(signature, at[0], signature.length, i);
      signatures[i] = signature;
    }
    return best(
        prompts,
        LuceneShingles.HASHES,
        (a, b) -> {
          int[] x = signatures[a];
          int[] y = signatures[b];
          int same = 0;
          for (int h = 0; h < x.length; h++) {
            same += x[h] == y[h] ? 1 : 0;
          }
          return same;
        });
  }

  /// SimHash of 64 bits over the same shingles.
  static Best simHash(List<LabelledPrompt> prompts) {
    LuceneShingles chain = LuceneShingles.plain();
    long[] signatures = new long[prompts.size()];
    for (int i = 0; i < signatures.length; i++) {
      int[] votes = new int[BITS];
      chain.each(
          prompts.get(i).text(),
          term -> {
            BytesRef bytes = new BytesRef(term.toString());
            long hash = StringHelper.murmurhash3_x64_128(bytes.bytes, 0, bytes.length, 17)[0];
            for (int bit = 0; bit < BITS; bit++) {
              votes[bit] += (hash >>> bit & 1) == 0 ? -1 : 1;
            }
          });
      for (int bit = 0; bit < BITS; bit++) {
        signatures[i] |= votes[bit] > 0 ? 1L << bit : 0;
      }
    }
    return best(prompts, BITS, (a, b) -> BITS - Long.bitCount(signatures[a] ^ signatures[b]));
  }

  /// The best score over all thresholds.
  record Best(double threshold, PairScore score) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s at %.2f", score, threshold);
    }
  }

  private static Best best(List<LabelledPrompt> prompts, int most, IntBinaryOperator agreeing) {
    long[] alike = new long[most + 1];
    long[] all = new long[most + 1];
    for (int a = 0; a < prompts.size(); a++) {
      int template = prompts.get(a).template();
      for (int b = a + 1; b < prompts.size(); b++) {
        int same = agreeing.applyAsInt(a, b);
        all[same]++;
        alike[same] += template >= 0 && template == prompts.get(b).template() ? 1 : 0;
      }
    }
    long total = Arrays.stream(alike).sum();
    Best best = new Best(1, new PairScore(0, 0, total));
    long together = 0;
    long right = 0;
    for (int same = most; same > 0; same--) {
      together += all[same];
      right += alike[same];
      PairScore score = new PairScore(right, together, total);
      if (score.f1() > best.score.f1()) {
        best = new Best((double) same / most, score);
      }
    }
    return best;
  }
}
