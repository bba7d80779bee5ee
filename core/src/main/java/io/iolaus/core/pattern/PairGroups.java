package io.iolaus.core.pattern;

import io.iolaus.core.graph.Components;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Pairs of accounts that chance does not explain, and the groups that they hang together in.
final class PairGroups {

  private static final int MIN_ACCOUNTS = 3;

  private final int accounts;
  private final IntArrayList from = new IntArrayList();
  private final IntArrayList to = new IntArrayList();
  private final DoubleArrayList chances = new DoubleArrayList();

  PairGroups(int accounts) {
    this.accounts = accounts;
  }

  /// @param chance natural logarithm
  void add(int a, int b, double chance) {
    from.add(a);
    to.add(b);
    chances.add(chance);
  }

  /// Groups of three or more, each with the chance of its least likely pair.
  ///
  /// @param label what to call a group of so many
  List<Pattern> patterns(PatternKind kind, IntFunction<String> label) {
    Components components = new Components(accounts);
    for (int e = 0; e < from.size(); e++) {
      components.join(from.getInt(e), to.getInt(e));
    }
    IntArrayList[] lists = new IntArrayList[accounts];
    for (int a = 0; a < accounts; a++) {
      int r = components.of(a);
      if (lists[r] == null) {
        lists[r] = new IntArrayList(1);
      }
      lists[r].add(a);
    }
    double[] strongest = new double[accounts];
    for (int e = 0; e < from.size(); e++) {
      int r = components.of(from.getInt(e));
      strongest[r] = Math.min(strongest[r], chances.getDouble(e));
    }
    List<Pattern> patterns = new ArrayList<>();
    for (int r = 0; r < accounts; r++) {
      if (lists[r] != null && lists[r].size() >= MIN_ACCOUNTS) {
        int[] members = lists[r].toIntArray();
        patterns.add(new Pattern(kind, label.apply(members.length), members, strongest[r]));
      }
    }
    return patterns;
  }
}
