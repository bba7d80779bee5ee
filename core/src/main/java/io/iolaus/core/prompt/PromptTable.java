package io.iolaus.core.prompt;

import java.util.function.IntUnaryOperator;

/// The distinct prompts with a recurring shingle, in columns, numbered by ascending rank of their
/// identities: so the first few of any list of them are a fair sample, and the same one on every
/// run.
///
/// @param identities the prompts' identities
/// @param starts the shingles of prompt p are `shingles[starts[p] .. starts[p + 1])`
/// @param shingles numbers of recurring shingles, ascending within a prompt
/// @param sizes how many shingles the prompt's sketch holds, recurring or not
/// @param complete every shingle of a lower rank than this that is in the text is in the sketch
/// @param ownerStarts who sent prompt p: `owners[ownerStarts[p] .. ownerStarts[p + 1])`
/// @param owners numbers of accounts, ascending within a prompt
/// @param weights exchanges of that account with the prompt, parallel to `owners`
/// @param ranks for each recurring shingle the rank it has where it stands deepest
/// @param nearness for each recurring shingle its mean weight, in 0..1: near 1 at the ends of texts
@SuppressWarnings("ArrayRecordComponent") // Columns, shared inside this package and never changed.
record PromptTable(
    long[] identities,
    int[] starts,
    int[] shingles,
    byte[] sizes,
    double[] complete,
    int[] ownerStarts,
    int[] owners,
    long[] weights,
    double[] ranks,
    double[] nearness) {

  int size() {
    return identities.length;
  }

  /// For each shingle the prompts that have it, ascending: those of shingle s are
  /// `prompts[starts[s] .. starts[s + 1])`.
  record Postings(int[] starts, int[] prompts) {}

  /// The prompts of each of `size` shingles.
  ///
  /// @param starts the shingles of prompt p are those at `starts[p] .. starts[p + 1]`
  /// @param shingleAt the shingle at a place
  static Postings postings(int size, int[] starts, IntUnaryOperator shingleAt) {
    int prompts = starts.length - 1;
    int[] at = new int[size + 1];
    for (int i = 0; i < starts[prompts]; i++) {
      at[shingleAt.applyAsInt(i) + 1]++;
    }
    for (int s = 0; s < size; s++) {
      at[s + 1] += at[s];
    }
    int[] fill = at.clone();
    int[] having = new int[starts[prompts]];
    for (int p = 0; p < prompts; p++) {
      for (int i = starts[p]; i < starts[p + 1]; i++) {
        having[fill[shingleAt.applyAsInt(i)]++] = p;
      }
    }
    return new Postings(at, having);
  }
}
