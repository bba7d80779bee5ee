package io.iolaus.cypher.explain;

import io.iolaus.core.explain.CountedLinks;
import io.iolaus.cypher.cluster.ClusterDetail;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.decision.DecisionReader;
import io.iolaus.cypher.decision.DecisionRow;
import io.iolaus.cypher.explain.AccountViewReader.Seen;
import io.iolaus.cypher.explain.MembershipExplainer.Written;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

/// Explains accounts and clusters as they stand now, from what the run kept that wrote them and
/// from what the accounts show. Reads the neighbourhood of one account and the profiles of a few
/// clusters, whatever the size of the graph. May be shared by threads.
public final class ExplanationReader {

  /// What more accounts than this show does not lead to a cluster.
  private static final int MAX_DEGREE = 2_000;

  private static final int MAX_CANDIDATES = 8;
  private static final int MAX_NEAR = 3;

  private final GraphReader graph;
  private final ClusterReader clusters;
  private final AccountViewReader accounts;
  private final MembershipExplainer memberships;
  private final DecisionReader decisions;
  private final ClusterExplainer whole;

  public ExplanationReader(Driver driver) {
    this.graph = new GraphReader(driver);
    this.clusters = new ClusterReader(driver);
    this.accounts = new AccountViewReader(graph);
    NearFinder near = new NearFinder(graph, accounts);
    this.memberships = new MembershipExplainer(graph, near);
    this.whole = new ClusterExplainer(graph, near);
    this.decisions = new DecisionReader(driver);
  }

  /// What ties a cluster; empty where there is no such cluster now.
  ///
  /// @throws UnexplainedException if the run that wrote it kept nothing to explain it from
  public Optional<ClusterExplanation> cluster(String id) {
    Optional<ClusterDetail> detail = clusters.one(id);
    return KeptCluster.read(graph, id)
        .flatMap(cluster ->
            detail.map(d -> whole.explain(cluster, d, decisions.onCluster(cluster.id()))));
  }

  /// Why an account is in a cluster, or is not; empty where there is no such cluster now, or no
  /// such account.
  ///
  /// @throws UnexplainedException as above
  public Optional<MembershipExplanation> membership(String cluster, String account) {
    Optional<List<Membership>> memberships = memberships(account);
    return memberships.flatMap(all ->
        KeptCluster.read(graph, cluster)
            .flatMap(kept ->
                explain(
                    kept,
                    account,
                    all.stream().filter(m -> m.cluster().equals(cluster)).findFirst())));
  }

  /// Why an account is where it is; empty where there is no such account.
  ///
  /// @throws UnexplainedException as above
  public Optional<AccountExplanation> account(String account) {
    return memberships(account).map(all -> account(account, all));
  }

  /// Whether there is such an account.
  public boolean knows(String account) {
    return memberships(account).isPresent();
  }

  private record Membership(String cluster, @Nullable Written written) {}

  private Optional<List<Membership>> memberships(String account) {
    return graph.first(
        "queries/explain/memberships",
        Map.of("account", account),
        row -> row.get("memberships").asList(ExplanationReader::membership));
  }

  private static Membership membership(Value row) {
    return new Membership(
        row.get("cluster").asString(),
        row.get("links").isNull()
            ? null
            : new Written(
                row.get("state").asString(),
                Fields.numberOrZero(row.get("bits")),
                CountedLinks.fromBytes(row.get("links").asByteArray()),
                Fields.flag(row.get("decided"))));
  }

  private Optional<MembershipExplanation> explain(
      KeptCluster cluster, String account, Optional<Membership> membership) {
    cluster.kept();
    Written written = null;
    if (membership.isPresent()) {
      written = membership.get().written();
      if (written == null) {
        throw new UnexplainedException(
            "the membership of "
                + account
                + " was written by a version that kept no links: detect again");
      }
    }
    List<Seen> seen = accounts.read(List.of(account), cluster.window(), cluster.ignored());
    return seen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            memberships.explain(
                cluster, seen.getFirst(), written, bearing(account, cluster.id(), written)));
  }

  /// Decisions that bear on an account in a cluster: all that judge it or forbid it something, and
  /// those by which it is there.
  private List<DecisionRow> bearing(String account, String cluster, @Nullable Written written) {
    return decisions.onAccount(account).stream()
        .filter(row -> !row.standing().equals("overtaken"))
        .filter(row ->
            written != null
                || row.clusterNow() == null
                || row.clusterNow().equals(cluster)
                || row.accounts().isEmpty())
        .toList();
  }

  private AccountExplanation account(String account, List<Membership> all) {
    MembershipExplanation in = null;
    if (!all.isEmpty()) {
      in = membership(all.getFirst().cluster(), account).orElse(null);
    }
    String cluster = in == null ? null : in.cluster();
    List<MembershipExplanation> near =
        candidates(account).stream()
            .filter(c -> all.stream().noneMatch(m -> m.cluster().equals(c)))
            .map(c -> KeptCluster.read(graph, c))
            .flatMap(Optional::stream)
            .filter(c -> c.profile() != null)
            .map(c -> explain(c, account, Optional.empty()))
            .flatMap(Optional::stream)
            .sorted(
                Comparator.comparingDouble(MembershipExplanation::bits)
                    .reversed()
                    .thenComparing(MembershipExplanation::cluster))
            .limit(MAX_NEAR)
            .toList();
    List<DecisionRow> decided = decisions.onAccount(account);
    List<String> text = new ArrayList<>();
    if (in != null) {
      text.addAll(in.text());
    } else {
      text.add(account + " is in no cluster.");
      near.forEach(n -> text.addAll(n.text()));
      if (near.isEmpty()) {
        text.add("It shares nothing with the members of any cluster.");
        decided.forEach(decision -> text.add(decision.sentence() + "."));
      }
    }
    return new AccountExplanation(account, cluster, in, near, decided, text);
  }

  private List<String> candidates(String account) {
    return graph.list(
        "queries/explain/near-clusters",
        Map.of("account", account, "maxDegree", MAX_DEGREE, "limit", MAX_CANDIDATES),
        row -> Objects.requireNonNull(row.get("cluster").asString()));
  }
}
