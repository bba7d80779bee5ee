package io.iolaus.cypher.alert;

import java.util.List;
import java.util.Locale;

/// An alert in a line.
final class AlertTitle {

  private AlertTitle() {}

  /// As `c-17 grew: 120 accounts, 94 before (labelled)`.
  static String of(
      String kind, List<String> parents, List<Alert.Outcome> clusters, int before, int after) {
    String who = names(clusters.stream().map(Alert.Outcome::id).toList());
    String accounts =
        String.format(Locale.ROOT, after == 1 ? "%,d account" : "%,d accounts", after);
    String change =
        before == after || parents.isEmpty()
            ? accounts
            : String.format(Locale.ROOT, "%s, %,d before", accounts, before);
    String states =
        String.join(
            ", ",
            clusters.stream()
                .map(Alert.Outcome::state)
                .filter(s -> !s.isEmpty())
                .distinct()
                .toList());
    return switch (kind) {
          case "born" -> "new cluster " + who + ": " + change;
          case "merged" -> names(parents) + " merged into " + who + ": " + change;
          case "split" -> names(parents) + " split into " + who + ": " + change;
          case "raised" -> who + " is labelled now: " + change;
          case "lowered" -> who + " is for review now: " + change;
          case "attributed" -> who + ": " + organizations(clusters);
          case "dissolved" -> names(parents) + " was dissolved";
          case "dormant" -> names(parents) + " is dormant";
          default -> who + " " + kind + ": " + change; // grew, regrew, returned, shrank, changed
        }
        + (states.isEmpty() ? "" : " (" + states + ")");
  }

  private static String organizations(List<Alert.Outcome> clusters) {
    List<String> named =
        clusters.stream()
            .filter(c -> c.organization() != null && c.confidence() != null)
            // never rounded up to a certainty that it does not have
            .map(c ->
                String.format(
                    Locale.ROOT,
                    "%s is named (%.2f)",
                    c.organization(),
                    Math.floor(100 * c.confidence()) / 100))
            .toList();
    return named.isEmpty() ? "nobody is named any more" : String.join(", ", named);
  }

  /// A long list is cut: the alert has all of them.
  private static String names(List<String> ids) {
    return ids.size() <= 4
        ? String.join(" + ", ids)
        : String.join(" + ", ids.subList(0, 3)) + " and " + (ids.size() - 3) + " more";
  }
}
