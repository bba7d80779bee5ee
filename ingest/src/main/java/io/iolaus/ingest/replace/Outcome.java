package io.iolaus.ingest.replace;

import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What becomes of the lines of each segment, before and after.
final class Outcome {

  /// A line that is rejected because of another.
  private record Conflict(int part, String account, String letter) {}

  private final LineCounts[] before;
  private final LineCounts[] after;
  private final Map<Integer, List<Conflict>> gone = new HashMap<>();
  private final Map<Integer, List<Conflict>> come = new HashMap<>();

  Outcome(int segments) {
    before = none(segments);
    after = none(segments);
  }

  private static LineCounts[] none(int segments) {
    LineCounts[] counts = new LineCounts[segments];
    Arrays.fill(counts, LineCounts.NONE);
    return counts;
  }

  void before(int segment, LineCounts counts) {
    before[segment] = before[segment].plus(counts);
  }

  void after(int segment, LineCounts counts) {
    after[segment] = after[segment].plus(counts);
  }

  /// Notes the letters of an account in a segment, as they are and as they will be.
  void letters(int segment, int part, String account, List<String> is, List<String> willBe) {
    without(is, willBe).forEach(letter -> add(gone, segment, part, account, letter));
    without(willBe, is).forEach(letter -> add(come, segment, part, account, letter));
  }

  private static List<String> without(List<String> letters, List<String> others) {
    List<String> left = new ArrayList<>(letters);
    others.forEach(left::remove);
    return left;
  }

  private static void add(
      Map<Integer, List<Conflict>> map, int segment, int part, String account, String letter) {
    map.computeIfAbsent(segment, _ -> new ArrayList<>()).add(new Conflict(part, account, letter));
  }

  /// What became of the lines that a fold held, those found faulty before left out.
  LineCounts after(int segment) {
    return after[segment];
  }

  /// What changes in a segment.
  LineCounts change(int segment) {
    return after[segment].minus(before[segment]);
  }

  /// Letters of conflicts that are none any more.
  List<String> gone(int segment) {
    return letters(gone, segment);
  }

  /// Letters of new conflicts, in the order in which a load would have written them.
  List<String> come(int segment) {
    return letters(come, segment);
  }

  private static List<String> letters(Map<Integer, List<Conflict>> map, int segment) {
    return map.getOrDefault(segment, List.of()).stream()
        .sorted(
            Comparator.comparingInt(Conflict::part)
                .thenComparing(Conflict::account, ByteOrder::compare))
        .map(Conflict::letter)
        .toList();
  }
}
