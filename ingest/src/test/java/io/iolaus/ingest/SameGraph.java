package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;

/// Compares two graphs and shows where they differ rather than all that is in them.
public final class SameGraph {

  private static final int SHOWN = 12;

  private SameGraph() {}

  /// Requires that both hold the same lines as often.
  ///
  /// @param what is compared, for the message
  public static void assertSame(List<String> actual, List<String> expected, String what) {
    if (actual.equals(expected)) {
      return;
    }
    List<String> missing = without(expected, actual);
    List<String> extra = without(actual, expected);
    fail(
        "%s: %d lines missing, %d that should not be there%n- %s%n+ %s",
        what,
        missing.size(),
        extra.size(),
        String.join("\n- ", missing.stream().limit(SHOWN).toList()),
        String.join("\n+ ", extra.stream().limit(SHOWN).toList()));
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> left = new ArrayList<>(lines);
    others.forEach(left::remove);
    return left;
  }
}
