package io.iolaus.cypher.detect;

import io.iolaus.core.attribution.Attribution;
import io.iolaus.core.attribution.ClaimEvidence;
import io.iolaus.core.attribution.Hypothesis;
import io.iolaus.core.attribution.OrganizationEvidence;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.Population;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Support;
import io.iolaus.cypher.statement.Statements;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/// Gathers what speaks for and against organizations standing behind a cluster, and has it weighed.
final class Attributor {

  private static final double STRONG_BITS = 5;

  private final Population population;
  private final EvidenceGraph evidence;
  private final OrganizationTraces traces;
  private final Map<String, List<ClaimEvidence>> claims;

  private Attributor(
      Population population,
      EvidenceGraph evidence,
      OrganizationTraces traces,
      Map<String, List<ClaimEvidence>> claims) {
    this.population = population;
    this.evidence = evidence;
    this.traces = traces;
    this.claims = claims;
  }

  static Attributor read(
      Driver driver, Population population, EvidenceGraph evidence, Instant asOf) {
    Map<String, List<ClaimEvidence>> claims = new HashMap<>();
    try (var session = driver.session()) {
      List<Record> rows =
          session.executeRead(tx ->
              tx.run(
                      Statements.load("queries/detect/claims"),
                      Map.of("asOf", asOf.atZone(ZoneOffset.UTC)))
                  .list());
      for (Record row : rows) {
        claims
            .computeIfAbsent(row.get("cluster").asString(), c -> new ArrayList<>())
            .add(
                new ClaimEvidence(
                    row.get("organization").asString(),
                    row.get("statement").asString(),
                    row.get("by").asString(),
                    row.get("bySelf").asBoolean(false)));
      }
    }
    return new Attributor(
        population, evidence, OrganizationTraces.read(driver, population), claims);
  }

  List<Hypothesis> attribute(FoundCluster cluster) {
    Set<Integer> members = new HashSet<>();
    cluster.counted().forEach(m -> members.add(m.account()));
    Set<Integer> tied = tiedSeats(cluster, members);
    List<OrganizationEvidence> found = new ArrayList<>();
    traces
        .traces()
        .forEach((organization, kinds) ->
            kinds.forEach((kind, accounts) -> {
              Set<Integer> candidates = kind.equals("verified-members") ? tied : members;
              int inside = (int) accounts.stream().filter(candidates::contains).count();
              if (inside > 0) {
                found.add(
                    new OrganizationEvidence(
                        organization,
                        kind,
                        inside,
                        accounts.size() - inside,
                        text(kind, inside, accounts.size() - inside)));
              }
            }));
    return Attribution.weigh(
        members.size(),
        population.size() - members.size(),
        found,
        claims.getOrDefault(cluster.id(), List.of()));
  }

  /// Verified seats that share what is the cluster's own under their hand: its cards, its devices,
  /// its skeletons.
  private Set<Integer> tiedSeats(FoundCluster cluster, Set<Integer> members) {
    Set<Integer> tied = new HashSet<>();
    for (Support support : cluster.supports()) {
      SharedThing thing = evidence.thing(support.thing());
      if (support.bits() >= STRONG_BITS && thing.facet().underOwnHand()) {
        for (int p = 0; p < thing.size(); p++) {
          int account = thing.member(p);
          if (!members.contains(account) && population.get(account).verifiedBy() != null) {
            tied.add(account);
          }
        }
      }
    }
    return tied;
  }

  private static String text(String kind, int inside, int outside) {
    String what =
        switch (kind) {
          case "verified-members" ->
              "verified seats share the cluster's own cards, devices or prompts";
          case "email-domain" -> "accounts use an e-mail domain of it";
          case "network" -> "accounts came from its networks";
          case "billing-name" -> "accounts are invoiced in its name";
          default -> "accounts bear a trace of it";
        };
    return inside + " " + what + " (" + outside + " elsewhere)";
  }
}
