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
    String key = reference(secret);
    require(
        key,
        graph.write(
            transaction -> transaction.run("site-key", Map.of("key", key)).getFirst().text("key")));
  }

  /// Makes `next` the secret that is required from now on, where `now` is, or `next` already.
  ///
  /// @throws HomeException if it is another one
  public static void replace(GraphStore graph, SiteSecret now, SiteSecret next) {
    Map<String, String> keys = Map.of("old", reference(now), "new", reference(next));
    require(
        reference(next),
        graph.write(
            transaction -> transaction.run("site-key-replace", keys).getFirst().text("key")));
  }

  private static void require(String key, String known) {
    if (!known.equals(key)) {
      throw new HomeException(
          "the graph is under another site secret than this home: copy secrets/site.key, and"
              + " secrets/site.key.old where there is one, from the home that loads into it, or use"
              + " another database; if `iolaus keys rotate` broke off on this home, give that"
              + " command again; nothing was loaded");
    }
  }

  private static String reference(SiteSecret secret) {
    return secret.token("site", "graph");
  }
}
