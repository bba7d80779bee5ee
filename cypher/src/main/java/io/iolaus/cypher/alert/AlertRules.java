package io.iolaus.cypher.alert;

import io.iolaus.core.lineage.LineageEvent.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which events raise an alert.
///
/// @param kinds what happened
/// @param states what a cluster that came of it must be, one of them at least: `labelled`, `review`
public record AlertRules(Set<Kind> kinds, Set<String> states) {

  private static final Set<String> STATES = Set.of("labelled", "review");

  /// New, grown, regrown, merged and split clusters that are labelled, those that became so, and
  /// organizations that are named.
  public static final AlertRules DEFAULT =
      new AlertRules(
          EnumSet.of(
              Kind.BORN,
              Kind.RETURNED,
              Kind.GREW,
              Kind.REGREW,
              Kind.MERGED,
              Kind.SPLIT,
              Kind.RAISED,
              Kind.ATTRIBUTED),
          Set.of("labelled"));

  public AlertRules {
    if (!STATES.containsAll(states)) {
      throw new IllegalArgumentException("states must be of labelled, review, was " + states);
    }
    kinds = Set.copyOf(kinds);
    states = Set.copyOf(states);
  }

  /// The same with other words, an empty list for what the default says.
  ///
  /// @throws IllegalArgumentException for a word that is none of them
  public static AlertRules of(List<String> kinds, List<String> states) {
    return new AlertRules(
        kinds.isEmpty()
            ? DEFAULT.kinds()
            : kinds.stream().map(AlertRules::kind).collect(Collectors.toSet()),
        states.isEmpty() ? DEFAULT.states() : Set.copyOf(states));
  }

  private static Kind kind(String text) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.text().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "kinds must be of "
                    + Arrays.stream(Kind.values()).map(Kind::text).collect(Collectors.joining(", "))
                    + ", was "
                    + text));
  }

  /// Whether this event raises one. What nothing came of, as of a cluster that was dissolved, is
  /// asked for its kind alone; that an organization is not named any more is no attribution.
  boolean raise(String kind, List<Alert.Outcome> clusters) {
    if (kinds.stream().noneMatch(k -> k.text().equals(kind))) {
      return false;
    }
    if (kind.equals(Kind.ATTRIBUTED.text())
        && clusters.stream().allMatch(c -> c.organization() == null)) {
      return false;
    }
    return clusters.stream().allMatch(c -> c.state().isEmpty())
        || clusters.stream().anyMatch(c -> states.contains(c.state()));
  }
}
