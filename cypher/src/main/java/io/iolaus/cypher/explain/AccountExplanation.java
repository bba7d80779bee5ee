package io.iolaus.cypher.explain;

import io.iolaus.cypher.decision.DecisionRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why an account is where it is.
///
/// @param cluster the one it is in, null where it is in none
/// @param membership why it is in that cluster; null where it is in none
/// @param near clusters that it is not in, the nearest first, and what keeps it out of each
/// @param decisions what people decided about it, or about a cluster that it was in
/// @param text the same in sentences
public record AccountExplanation(
    String account,
    @Nullable String cluster,
    @Nullable MembershipExplanation membership,
    List<MembershipExplanation> near,
    List<DecisionRow> decisions,
    List<String> text) {
  public AccountExplanation {
    near = List.copyOf(near);
    decisions = List.copyOf(decisions);
    text = List.copyOf(text);
  }
}
