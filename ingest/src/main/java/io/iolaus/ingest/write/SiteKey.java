package io.iolaus.ingest.write;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.HomeException;
import io.iolaus.cypher.write.GraphStore;
import java.util.Map;

/// Keeps references made under different site secrets out of one graph: they would never meet, and
/// nobody would see why.
public final class SiteKey {

  private SiteKey() {}

  /// Requires that the graph was loaded under this secret, or under none yet.
  ///
  /// @throws HomeException if it was another one
  public static void require(GraphStore graph, SiteSecret secret) {
    String key = secret.token("site", "graph");
    String first =
        graph.write(
            transaction -> transaction.run("site-key", Map.of("key", key)).getFirst().text("key"));
    if (!first.equals(key)) {
      throw new HomeException(
          "the graph was loaded under another site secret than this home's: put the file"
              + " secrets/site.key of the home that loaded it first in place of this one's, or use"
              + " another database; nothing was loaded");
    }
  }
}
