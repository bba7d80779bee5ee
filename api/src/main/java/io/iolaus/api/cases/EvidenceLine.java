package io.iolaus.api.cases;

import io.iolaus.cypher.subgraph.ClusterGraph;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Something that members of a cluster share, for whoever is to check it without us.
///
/// @param bits how much it says
/// @param total how many accounts share it anywhere
/// @param accounts the members that do, in byte order
/// @param sha256 of type, id and accounts in UTF-8, each followed by a line feed: the same evidence
///   has the same hash in every archive
record EvidenceLine(
    String type, String id, double bits, long total, List<String> accounts, String sha256) {

  static EvidenceLine of(ClusterGraph graph, ClusterGraph.SharedNode shared) {
    List<String> accounts =
        Arrays.stream(shared.accounts())
            .mapToObj(i -> graph.members().get(i).id())
            .sorted(EvidenceLine::byBytes)
            .toList();
    String type = shared.type().text();
    return new EvidenceLine(
        type,
        shared.id(),
        shared.bits(),
        shared.total(),
        accounts,
        hash(type + '\n' + shared.id() + '\n' + String.join("\n", accounts) + '\n'));
  }

  private static int byBytes(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
