package io.iolaus.core.pattern;

import io.iolaus.core.activity.ActivityDay;
import io.iolaus.core.activity.ActivityWindow;
import io.iolaus.core.activity.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads off when one account moved most of its use to a model that it had not used before.
final class ModelMoves {

  /// A complete move.
  ///
  /// @param before the last day (since 1970) of use without the model
  /// @param after the first day of use with it
  record Move(String model, int before, int after) {}

  /// So many days with use before: else there is nothing to move away from.
  static final int MIN_DAYS_BEFORE = 3;

  /// Days from the first use, that one included, over which a move must be complete.
  private static final int DAYS_AFTER = 7;

  private static final int MIN_EXCHANGES_AFTER = 4;

  /// Most of the use must move: trying a model out is not moving to it.
  private static final double MIN_SHARE = 0.5;

  /// How an account's use of one model began.
  private static final class Start {
    final int daysBefore;
    final int before;
    final int after;
    long exchanges;
    long all;

    Start(int daysBefore, int before, int after) {
      this.daysBefore = daysBefore;
      this.before = before;
      this.after = after;
    }

    boolean complete() {
      return daysBefore >= MIN_DAYS_BEFORE
          && all >= MIN_EXCHANGES_AFTER
          && exchanges >= MIN_SHARE * all;
    }
  }

  private ModelMoves() {}

  /// The moves of an account, by model; days whose lines named no model count as no use.
  static List<Move> of(ActivityWindow activity) {
    TreeMap<String, Start> starts = new TreeMap<>();
    int days = 0;
    int before = 0;
    for (ActivityDay day : activity.days()) {
      Today today = new Today(starts, day.epochDay(), days, before);
      day.each(Dimension.MODEL, today::add);
      if (today.all > 0) {
        today.close();
        before = day.epochDay();
        days++;
      }
    }
    List<Move> moves = new ArrayList<>();
    starts.forEach((model, start) -> {
      if (start.complete()) {
        moves.add(new Move(model, start.before, start.after));
      }
    });
    return moves;
  }

  private static final class Today {
    private final Map<String, Start> starts;
    private final int day;
    private final int daysBefore;
    private final int before;
    private long all;

    Today(Map<String, Start> starts, int day, int daysBefore, int before) {
      this.starts = starts;
      this.day = day;
      this.daysBefore = daysBefore;
      this.before = before;
    }

    void add(String model, long exchanges) {
      all += exchanges;
      Start start = starts.computeIfAbsent(model, m -> new Start(daysBefore, before, day));
      if (isSoon(start)) {
        start.exchanges += exchanges;
      }
    }

    void close() {
      for (Start start : starts.values()) {
        if (isSoon(start)) {
          start.all += all;
        }
      }
    }

    private boolean isSoon(Start start) {
      return day - start.after < DAYS_AFTER;
    }
  }
}
