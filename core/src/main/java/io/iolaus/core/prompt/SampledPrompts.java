package io.iolaus.core.prompt;

import io.iolaus.core.days.DayCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjLongConsumer;

/// One account's sampled prompts, or system prompts, on the days of a window, for reading alone: in
/// two arrays, because a run holds those of all accounts at once.
public final class SampledPrompts {

  /// No prompts.
  public static final SampledPrompts NONE = new SampledPrompts(new long[0], new int[1]);

  /// Words before the shingles: the sketch's identity, and in one how many shingles and days there
  /// are.
  private static final int HEAD = 2;

  /// For each prompt its head, its shingles, its days and the exchanges of each.
  private final long[] words;

  /// The words of prompt i are those at `starts[i] .. starts[i + 1]`.
  private final int[] starts;

  private SampledPrompts(long[] words, int[] starts) {
    this.words = words;
    this.starts = starts;
  }

  /// Those of a reservoir, with their exchanges from the one day to the other, both included (days
  /// since 1970-01-01, UTC); what was prompted on other days only is left out.
  static SampledPrompts of(PromptSample sample, int fromDay, int toDay) {
    List<PromptSample.Kept> kept = new ArrayList<>();
    int length = 0;
    for (PromptSample.Kept prompt : sample.kept()) {
      int days = daysWithin(prompt, fromDay, toDay);
      if (days > 0) {
        kept.add(prompt);
        length += HEAD + prompt.sketch().view().length + 2 * days;
      }
    }
    if (kept.isEmpty()) {
      return NONE;
    }
    long[] words = new long[length];
    int[] starts = new int[kept.size() + 1];
    for (int i = 0; i < kept.size(); i++) {
      PromptSample.Kept prompt = kept.get(i);
      long[] shingles = prompt.sketch().view();
      int days = daysWithin(prompt, fromDay, toDay);
      int at = starts[i];
      words[at++] = prompt.sketch().identity();
      words[at++] = (long) shingles.length << Integer.SIZE | days;
      System.arraycopy(shingles, 0, words, at, shingles.length);
      at += shingles.length;
      for (int d = 0; d < prompt.size(); d++) {
        if (prompt.day(d) >= fromDay && prompt.day(d) <= toDay) {
          words[at] = prompt.day(d);
          words[at++ + days] = prompt.count(d);
        }
      }
      starts[i + 1] = at + days;
    }
    return new SampledPrompts(words, starts);
  }

  private static int daysWithin(PromptSample.Kept prompt, int fromDay, int toDay) {
    int days = 0;
    for (int d = 0; d < prompt.size(); d++) {
      days += prompt.day(d) >= fromDay && prompt.day(d) <= toDay ? 1 : 0;
    }
    return days;
  }

  /// Whether they are the same prompts, sent as often on the same days.
  public boolean same(SampledPrompts other) {
    return Arrays.equals(starts, other.starts) && Arrays.equals(words, other.words);
  }

  /// How many prompts there are.
  public int size() {
    return starts.length - 1;
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  /// Exchanges with a prompt over all its days.
  public long total(int prompt) {
    long sum = 0;
    int counts = countsFrom(prompt);
    for (int at = counts; at < starts[prompt + 1]; at++) {
      sum = DayCounts.plus(sum, words[at]);
    }
    return sum;
  }

  /// The first day with an exchange (days since 1970-01-01, UTC).
  public int firstDay(int prompt) {
    return (int) words[endShingle(prompt)];
  }

  /// The last day with an exchange (days since 1970-01-01, UTC).
  public int lastDay(int prompt) {
    return (int) words[countsFrom(prompt) - 1];
  }

  /// Hands over the exchanges with a prompt by day, ascending.
  public void eachDay(int prompt, ObjLongConsumer<LocalDate> out) {
    int days = days(prompt);
    int from = endShingle(prompt);
    for (int d = 0; d < days; d++) {
      out.accept(LocalDate.ofEpochDay(words[from + d]), words[from + days + d]);
    }
  }

  /// How many shingles the sketches of all prompts hold.
  int shingles() {
    int shingles = 0;
    for (int i = 0; i < size(); i++) {
      shingles += endShingle(i) - firstShingle(i);
    }
    return shingles;
  }

  /// The same for equal sketches alone, see {@link PromptSketch#identity}.
  long identity(int prompt) {
    return words[starts[prompt]];
  }

  /// The shingles of a prompt are the words from here on, ascending …
  int firstShingle(int prompt) {
    return starts[prompt] + HEAD;
  }

  /// … up to here.
  int endShingle(int prompt) {
    return firstShingle(prompt) + (int) (words[starts[prompt] + 1] >>> Integer.SIZE);
  }

  long word(int at) {
    return words[at];
  }

  private int days(int prompt) {
    return (int) words[starts[prompt] + 1];
  }

  private int countsFrom(int prompt) {
    return endShingle(prompt) + days(prompt);
  }
}
