package io.iolaus.core.pattern;

import io.iolaus.core.activity.ActivityDay;
import io.iolaus.core.activity.ActivityWindow;
import io.iolaus.core.activity.Dimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// Groups of accounts that moved most of their use to a new model at the same first opportunity,
/// where more did so than the population's own adoption curve leads one to expect of those who
/// could (a scan of its daily rate, as for {@link CreationCohorts}). After a public disclosure of
/// 2026: half of an operator's traffic was on a new model within 24 hours of its release.
///
/// Everybody who takes up a release at once is innocent by himself, and a burst holds those, too:
/// this is a fact among others, never one that decides.
public final class ModelPivots {

  /// What is used in the first days that are known of need not be new.
  private static final int SETTLED = 7;

  private ModelPivots() {}

  /// The groups among so many accounts.
  ///
  /// @param activity what an account did in the window; asked for twice
  public static List<Pattern> find(int accounts, IntFunction<ActivityWindow> activity) {
    TreeMap<String, List<Mover>> movers = new TreeMap<>();
    Map<String, Integer> firstUse = new HashMap<>();
    // for each day, by days since the one before, accounts that had used others before
    TreeMap<Integer, long[]> present = new TreeMap<>();
    for (int a = 0; a < accounts; a++) {
      ActivityWindow window = activity.apply(a);
      for (ModelMoves.Move move : ModelMoves.of(window)) {
        movers.computeIfAbsent(move.model(), m -> new ArrayList<>()).add(new Mover(a, move));
      }
      int days = 0;
      int last = 0;
      for (ActivityDay day : window.days()) {
        long[] there =
            present.computeIfAbsent(day.epochDay(), d -> new long[AdoptionCurve.LONGEST + 1]);
        if (days++ >= ModelMoves.MIN_DAYS_BEFORE) {
          there[Math.min(AdoptionCurve.LONGEST, day.epochDay() - last)]++;
        }
        last = day.epochDay();
        day.each(Dimension.MODEL, (model, n) -> firstUse.merge(model, day.epochDay(), Math::min));
      }
    }
    if (present.isEmpty()) {
      return List.of();
    }
    int settled = present.firstKey() + SETTLED;
    TreeMap<String, AdoptionCurve> curves = new TreeMap<>();
    movers.forEach((model, moved) -> {
      int first = firstUse.getOrDefault(model, 0);
      if (first >= settled) {
        AdoptionCurve curve = new AdoptionCurve(first, present.lastKey() - first + 1);
        present
            .tailMap(first)
            .forEach((day, counts) -> {
              for (int since = 1; since < counts.length; since++) {
                curve.there(day - since, day, counts[since]);
              }
            });
        moved.forEach(mover -> curve.moved(mover.account(), mover.move()));
        curves.put(model, curve);
      }
    });
    for (int a = 0; a < accounts; a++) {
      use(activity.apply(a), curves);
    }
    return patterns(curves);
  }

  private record Mover(int account, ModelMoves.Move move) {}

  /// Whoever has used a model cannot move to it any more.
  private static void use(ActivityWindow activity, Map<String, AdoptionCurve> curves) {
    Set<AdoptionCurve> used = new LinkedHashSet<>();
    int days = 0;
    int last = 0;
    for (ActivityDay day : activity.days()) {
      if (days++ >= ModelMoves.MIN_DAYS_BEFORE) {
        for (AdoptionCurve curve : used) {
          curve.there(Math.max(last, day.epochDay() - AdoptionCurve.LONGEST), day.epochDay(), -1);
        }
      }
      last = day.epochDay();
      day.each(
          Dimension.MODEL,
          (model, n) -> {
            AdoptionCurve curve = curves.get(model);
            if (curve != null) {
              used.add(curve);
            }
          });
    }
  }

  private static List<Pattern> patterns(Map<String, AdoptionCurve> curves) {
    List<Pattern> patterns = new ArrayList<>();
    curves.forEach((model, curve) -> {
      for (AdoptionCurve.Burst burst : curve.bursts()) {
        LocalDate day = LocalDate.ofEpochDay(burst.day());
        patterns.add(
            new Pattern(
                PatternKind.MODEL_PIVOT,
                model + '@' + day,
                burst.accounts().length + " accounts moved to " + model + " on " + day,
                burst.accounts(),
                burst.chance()));
      }
    });
    return patterns;
  }
}
