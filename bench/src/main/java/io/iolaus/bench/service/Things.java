package io.iolaus.bench.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What there is to ask about, drawn once.
///
/// @param members of the largest cluster that was found
record Things(
    List<String> accounts, List<String> addresses, List<String> clusters, List<String> members) {

  static Things of(ServedGraph graph) {
    return new Things(
        graph.texts("MATCH (a:Account) WHERE a.days IS NOT NULL RETURN a.id LIMIT 20000", Map.of()),
        graph.texts("MATCH (n:IpAddress) RETURN n.id LIMIT 20000", Map.of()),
        graph.texts(
            "MATCH (c:Cluster) WHERE c.validTo IS NULL RETURN c.id ORDER BY c.id", Map.of()),
        graph.texts(
            """
            MATCH (c:Cluster) WHERE c.validTo IS NULL AND c.id <> $large
            WITH c ORDER BY c.accounts DESC LIMIT 1
            MATCH (c)<-[m:MEMBER_OF]-(a:Account) WHERE m.validTo IS NULL RETURN a.id
            """,
            Map.of("large", LargeCluster.ID)));
  }

  String entity(Random random) {
    return "/api/v1/entities/account?id=" + encoded(any(accounts, random));
  }

  String neighbours(Random random) {
    return "/api/v1/entities/ip/neighbours?id=" + encoded(any(addresses, random));
  }

  String search(Random random) {
    String whole = any(random.nextBoolean() ? accounts : addresses, random);
    int letters = 1 + random.nextInt(whole.length());
    return "/api/v1/search?limit=10&q=" + encoded(whole.substring(0, letters));
  }

  String cluster(Random random) {
    return "/api/v1/clusters/" + any(clusters, random);
  }

  String path(Random random) {
    int one = random.nextInt(members.size());
    int other = (one + 1 + random.nextInt(members.size() - 1)) % members.size();
    return "/api/v1/paths?fromType=account&from=%s&toType=account&to=%s"
        .formatted(encoded(members.get(one)), encoded(members.get(other)));
  }

  private static String any(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
