package io.iolaus.core.lineage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One change of one or several clusters with a run.
///
/// @param parents ids of the clusters it happened to, in byte order; none where one is born
/// @param clusters ids of those that came of it, in byte order; none where nothing is left
/// @param before how many accounts the parents had
/// @param after how many accounts the clusters have
/// @param joined how many came, by why
/// @param left how many went, by why
/// @param detail for people: what changed besides the accounts; empty where nothing did
public record LineageEvent(
    Kind kind,
    List<String> parents,
    List<String> clusters,
    int before,
    int after,
    Map<Change, Integer> joined,
    Map<Change, Integer> left,
    String detail) {

  /// What happened.
  public enum Kind {
    /// A cluster that nobody knew.
    BORN,
    /// It has more accounts: three in a hundred or more.
    GREW,
    /// It has fewer accounts: three in a hundred or more.
    SHRANK,
    /// It has other accounts, about as many.
    CHANGED,
    /// Several are one.
    MERGED,
    /// One is several.
    SPLIT,
    /// None of its accounts acts any more, or may.
    DORMANT,
    /// Accounts of a dormant or broken up one act again, or others in their place.
    REGREW,
    /// What tied it is gone.
    DISSOLVED,
    /// One that was dissolved or merged is found again.
    RETURNED,
    /// It was for review and is labelled.
    RAISED,
    /// It was labelled and is for review.
    LOWERED,
    /// Another organization is named, or none any more.
    ATTRIBUTED;

    /// As it stands in the graph and in answers.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public LineageEvent {
    parents = parents.stream().sorted().toList();
    clusters = clusters.stream().sorted().toList();
    joined = Map.copyOf(joined);
    left = Map.copyOf(left);
  }

  /// A change of one cluster that is none of its accounts.
  public static LineageEvent of(Kind kind, String cluster, int accounts, String detail) {
    return new LineageEvent(
        kind, List.of(cluster), List.of(cluster), accounts, accounts, Map.of(), Map.of(), detail);
  }

  /// The same with something more to tell.
  public LineageEvent telling(String more) {
    return new LineageEvent(
        kind,
        parents,
        clusters,
        before,
        after,
        joined,
        left,
        detail.isEmpty() ? more : detail + "; " + more);
  }

  /// For people, without the ids: `24 accounts before, 32 now; 8 joined (8 new)`.
  public String text() {
    List<String> parts = new ArrayList<>();
    if (!detail.isEmpty()) {
      parts.add(detail);
    }
    if (before != after) {
      parts.add(
          parents.isEmpty()
              ? accounts(after)
              : String.format(Locale.ROOT, "%s before, %,d now", accounts(before), after));
    } else {
      parts.add(accounts(after));
    }
    if (!parents.isEmpty()) {
      changes(joined, "joined", parts);
      changes(left, "left", parts);
    }
    return String.join("; ", parts);
  }

  private static String accounts(int number) {
    return String.format(Locale.ROOT, number == 1 ? "%,d account" : "%,d accounts", number);
  }

  private static void changes(Map<Change, Integer> changes, String verb, List<String> parts) {
    if (changes.isEmpty()) {
      return;
    }
    int all = changes.values().stream().mapToInt(n -> n).sum();
    List<String> reasons = new ArrayList<>();
    if (changes.size() == 1) {
      reasons.add(changes.keySet().iterator().next().phrase());
    } else {
      new EnumMap<>(changes)
          .forEach(
              (change, n) -> reasons.add(String.format(Locale.ROOT, "%,d %s", n, change.phrase())));
    }
    parts.add(String.format(Locale.ROOT, "%,d %s (%s)", all, verb, String.join(", ", reasons)));
  }
}
