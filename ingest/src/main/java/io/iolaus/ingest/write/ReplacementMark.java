package io.iolaus.ingest.write;

import io.iolaus.cypher.home.HomeException;
import io.iolaus.cypher.write.GraphRow;

/// Keeps everyone out of a graph in which a batch is being replaced.
final class ReplacementMark {

  private ReplacementMark() {}

  /// Requires that no batch is being replaced.
  ///
  /// @param row holds the mark as `replacing`, read under the lock of the sequence: what follows in
  ///   its transaction is known to whoever sets the mark later
  /// @throws HomeException if one is
  static void requireNone(GraphRow row) {
    row.optionalText("replacing")
        .ifPresent(batch -> {
          throw new HomeException(
              "batch "
                  + batch
                  + " is being replaced from another home: wait until that is done; if it was cut short,"
                  + " run any ingest on that home, which finishes it");
        });
  }
}
