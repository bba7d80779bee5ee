package io.iolaus.ingest.replace;

import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.EntityFold;
import io.iolaus.ingest.fold.Fact;
import io.iolaus.ingest.write.FactSet;
import io.iolaus.ingest.write.LineTally;
import java.util.Map;

/// What the graph holds of a network, organization, model or claim, put together like {@link
/// AccountState}.
final class EntityState {

  private final FactSet facts = new FactSet();
  private boolean exists;

  /// Takes in what a segment says.
  ///
  /// @param at when it was recorded
  LineCounts apply(EntityFold fold, long at) {
    LineTally tally = new LineTally();
    tally.statements(fold.lines());
    boolean organization = fold.kind() == EntityFold.Kind.ORGANIZATION;
    if (facts.isEmpty() && (!exists || organization)) {
      tally.created(fold.firstTag());
    }
    exists = true;
    for (Map.Entry<Fact, Integer> entry : fold.facts().firstLines().entrySet()) {
      if (facts.add(entry.getKey(), at)) {
        tally.stated(entry.getValue());
      }
    }
    return tally.counts();
  }

  /// Whether a line of its own spoke of it.
  boolean exists() {
    return exists;
  }

  FactSet facts() {
    return facts;
  }
}
