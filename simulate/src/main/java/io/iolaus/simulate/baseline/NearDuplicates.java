package io.iolaus.simulate.baseline;

import io.iolaus.core.graph.Components;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// B8: accounts that send near-duplicates of the same prompts.
///
/// MinHash of whole texts with bands (J. Leskovec, A. Rajaraman, J. Ullman, Mining of massive
/// datasets, chapter 3): 16 bands of 4, found with a probability of 0.64 at a similarity of 0.5 and
/// of 0.9998 at 0.8, the usual threshold of de-duplication (K. Lee and others, Deduplicating
/// training data makes language models better, ACL 2022). Near-duplicates form groups of texts by
/// components; accounts that have texts in enough common groups are linked, and groups of more
/// accounts than the cap are what everybody sends.
final class NearDuplicates implements Baseline {

  private static final String SIMILARITY = "similarity";
  private static final String CAP = "cap";
  private static final String COMMON = "common";
  private static final int ROWS = 4;

  private @Nullable Remembered last;

  @Override
  public String id() {
    return "B8";
  }

  @Override
  public String title() {
    return "MinHash groups of prompts";
  }

  @Override
  public List<Parameters> grid() {
    return Grid.of()
        .and(SIMILARITY, 0.8, 0.65, 0.5)
        .and(CAP, 50, 200, 1_000)
        .and(COMMON, 1, 2, 4)
        .list();
  }

  @Override
  public Grouping group(Observations observations, Parameters parameters) {
    TextSample.Signed texts = observations.texts();
    int[] groups = remembered(observations, parameters.number(SIMILARITY));
    long[] pairs = new long[texts.size()];
    Arrays.setAll(pairs, text -> (long) texts.accounts()[text] << 32 | groups[text]);
    Incidence incidence = Incidence.of(observations.accounts(), texts.size(), pairs);
    int cap = parameters.whole(CAP);
    int common = parameters.whole(COMMON);
    Components components = new Components(observations.accounts());
    Neighbours neighbours = new Neighbours(observations.accounts());
    for (int account = 0; account < observations.accounts(); account++) {
      neighbours.clear();
      for (int group : incidence.of(account)) {
        int[] sharing = incidence.sharing(group);
        for (int j = sharing.length - 1; sharing.length <= cap && sharing[j] > account; j--) {
          neighbours.add(sharing[j], 1);
        }
      }
      IntArrayList met = neighbours.met();
      for (int i = 0; i < met.size(); i++) {
        if (neighbours.meetings(met.getInt(i)) >= common) {
          components.join(account, met.getInt(i));
        }
      }
    }
    return Grouping.of(components.groups());
  }

  /// Points of a grid differ in what comes after this more than in this.
  private int[] remembered(Observations observations, double similarity) {
    Remembered known = last;
    if (known == null
        || !known.observations.equals(observations)
        || known.similarity != similarity) {
      known = new Remembered(observations, similarity, groups(observations.texts(), similarity));
      last = known;
    }
    return known.groups;
  }

  private record Remembered(Observations observations, double similarity, int[] groups) {}

  /// The group of each text.
  private static int[] groups(TextSample.Signed texts, double similarity) {
    int[][] signatures = texts.signatures();
    Components components = new Components(texts.size());
    for (int band = 0; band < MinHash.HASHES; band += ROWS) {
      Long2ObjectOpenHashMap<IntArrayList> buckets = new Long2ObjectOpenHashMap<>();
      for (int text = 0; text < signatures.length; text++) {
        long bucket = 0;
        for (int row = band; row < band + ROWS; row++) {
          bucket = bucket * 0x9E3779B97F4A7C15L + signatures[text][row];
        }
        buckets.computeIfAbsent(bucket, _ -> new IntArrayList()).add(text);
      }
      // Each against the first and the one before it: all against all would cost the square.
      for (IntArrayList bucket : buckets.values()) {
        for (int i = 1; i < bucket.size(); i++) {
          int text = bucket.getInt(i);
          join(components, signatures, bucket.getInt(0), text, similarity);
          join(components, signatures, bucket.getInt(i - 1), text, similarity);
        }
      }
    }
    return components.groups();
  }

  private static void join(
      Components components, int[][] signatures, int a, int b, double similarity) {
    if (MinHash.similarity(signatures[a], signatures[b]) >= similarity) {
      components.join(a, b);
    }
  }
}
