package io.iolaus.cypher.decision;

import io.iolaus.core.decision.Decision;
import io.iolaus.core.decision.Held;
import io.iolaus.core.decision.Opinions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// Whether a decision holds, and why not.
record Standing(String text, String remark) {

  private static final String HOLDS = "holds";
  private static final String VOID = "void";

  /// @param decision null for one that was withdrawn
  /// @param there those whom it names that there are
  /// @param left how many of the accounts that its cluster had there are
  static Standing of(
      Record row,
      @Nullable Decision decision,
      Held held,
      Opinions opinions,
      Set<String> there,
      long left,
      Instant now) {
    if (decision == null) {
      return new Standing(
          "withdrawn",
          "withdrawn by "
              + row.get("withdrawnBy").asString()
              + ": "
              + row.get("withdrawnReason").asString());
    }
    if (decision.at().isAfter(now)) {
      return new Standing("pending", "the graph has not come to " + decision.at());
    }
    String later = held.overtaking(decision.id()).orElse(null);
    if (later != null) {
      return new Standing("overtaken", decision.by() + " said otherwise later: " + later);
    }
    List<String> gone = decision.accounts().stream().filter(a -> !there.contains(a)).toList();
    if (!gone.isEmpty()) {
      return new Standing(VOID, "deleted: " + String.join(", ", gone));
    }
    if (!decision.accounts().isEmpty()) {
      return new Standing(HOLDS, "");
    }
    return ofCluster(decision, opinions, left);
  }

  private static Standing ofCluster(Decision decision, Opinions opinions, long left) {
    int judged = decision.judged().size();
    long overtaken = opinions.overtaken(decision);
    if (judged > 0 && overtaken == judged) {
      return new Standing(
          "overtaken", decision.by() + " said something else of each of its accounts later");
    }
    if (!decision.members().isEmpty() && left == 0) {
      return new Standing(VOID, "all of its accounts were deleted");
    }
    String remark =
        overtaken == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "of %,d of its %,d accounts a later word of %s counts",
                overtaken,
                judged,
                decision.by());
    return new Standing(HOLDS, remark);
  }
}
