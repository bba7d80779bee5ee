package io.iolaus.cypher.detect;

import io.iolaus.core.abuse.Signal;
import io.iolaus.core.attribution.Hypothesis;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.Reseller;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.explain.CountedLinks;
import io.iolaus.core.explain.ProfileRecord;
import io.iolaus.core.explain.ProfileRow;
import io.iolaus.core.lineage.AccountPresence;
import io.iolaus.core.lineage.Lineage;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Support;
import io.iolaus.cypher.decision.Judgements;
import io.iolaus.cypher.detect.ClusterHistory.SupportRow;
import io.iolaus.cypher.statement.Statements;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import tools.jackson.databind.json.JsonMapper;

/// Writes the clusters of a run: figures, what ties them, who may stand behind them, members.
///
/// All of it, and the close of the run, is one transaction: whoever reads sees the clusters of the
/// run before or those of this one, whatever crashes and whenever. (Some kilobytes of the
/// database's memory for each member; members are a small part of all accounts.)
final class ClusterWriter {

  private static final int ROWS = 2_000;
  private static final int MAX_SUPPORTS = 300;
  private static final int MAX_DISCOUNTED = 50;
  private static final int MAX_EXITS = 50;
  private static final JsonMapper JSON = JsonMapper.shared();

  /// A process that stands still holds its locks no longer than that.
  private static final TransactionConfig BOUNDED =
      TransactionConfig.builder().withTimeout(Duration.ofMinutes(15)).build();

  private final Driver driver;
  private final String run;
  private final Instant asOf;
  private final Instant recordedAt;

  private final Function<String, AccountPresence> presences;

  /// @param presences what it knows of accounts, by their ids
  ClusterWriter(
      Driver driver,
      String run,
      Instant asOf,
      Instant recordedAt,
      Function<String, AccountPresence> presences) {
    this.driver = driver;
    this.run = run;
    this.asOf = asOf;
    this.recordedAt = recordedAt;

    this.presences = presences;
  }

  /// What stands in the graph from a run that this one goes on from.
  ///
  /// @param kept ids of clusters that stand as they are, in all their members
  /// @param known ids of these and of others that it wrote
  /// @param touched ids of accounts of which something else may be known than then
  record Standing(Set<String> kept, Set<String> known, Set<String> touched) {

    /// For a run that goes on from none.
    static final Standing NONE = new Standing(Set.of(), Set.of(), Set.of());

    Standing {
      kept = Set.copyOf(kept);
      known = Set.copyOf(known);
      touched = Set.copyOf(touched);
    }

    /// Whether a member is what it was to those things that tied a cluster then.
    private boolean same(String cluster, String account) {
      return known.contains(cluster) && !touched.contains(account);
    }
  }

  /// Writes everything or nothing.
  ///
  /// @param fates what became of these clusters, and of those that were not found again
  /// @param close what else belongs into the transaction, done last
  void write(
      List<FoundCluster> clusters,
      Standing standing,
      Map<String, Lineage.Fate> fates,
      List<Reseller> resellers,
      EvidenceGraph evidence,
      Consumer<TransactionContext> close,
      DetectionListener listener) {
    listener.progress("writing clusters", 0, 0);
    List<Map<String, Object>> figures = new ArrayList<>();
    List<Map<String, Object>> profiles = new ArrayList<>();
    List<SupportRow> supports = new ArrayList<>();
    List<MemberRow> members = new ArrayList<>();
    List<FoundCluster> others =
        clusters.stream().filter(cluster -> !standing.kept().contains(cluster.id())).toList();
    List<ProfileRecord> records =
        others.parallelStream().map(cluster -> ProfileRecord.of(cluster, evidence)).toList();
    for (int i = 0; i < others.size(); i++) {
      FoundCluster cluster = others.get(i);
      ProfileRecord record = records.get(i);
      figures.add(figures(cluster, fate(fates, cluster.id())));
      profiles.add(Map.of("id", cluster.id(), "profile", record.profile().toBytes()));
      supports.addAll(supports(cluster, evidence));
      cluster
          .members()
          .forEach(m ->
              members.add(
                  member(cluster, m, Objects.requireNonNull(record.members().get(m.account())))));
    }
    try (var session = driver.session()) {
      session.executeWriteWithoutResult(
          tx -> {
            Judgements.lock(tx);
            ClusterHistory history = new ClusterHistory(tx, recordedAt);
            history.keepClusters(shapes(clusters, fates));
            Set<ClusterHistory.At> tiedOtherwise =
                history.keepSupports(others.stream().map(FoundCluster::id).toList(), supports);
            slices(tx, "writes/detect/clusters", figures, listener);
            slices(
                tx,
                "writes/detect/supports",
                supports.stream().map(SupportRow::row).toList(),
                listener);
            slices(
                tx,
                "writes/detect/members",
                members.stream()
                    .map(m ->
                        m.row(
                            standing.same(m.cluster(), m.account())
                                && !tiedOtherwise.contains(
                                    new ClusterHistory.At(m.cluster(), m.account()))))
                    .toList(),
                listener);
            run(
                tx,
                "writes/detect/resellers",
                Map.of("rows", resellers.stream().map(r -> reseller(r, evidence)).toList()));
            history.endMembers(run, standing.kept(), asOf, id -> presences.apply(id).rests());
            run(tx, "writes/detect/end-clusters", Map.of("rows", ended(clusters, fates)));
            // last: once it has read a large array, the store takes as long for each small one
            slices(tx, "writes/detect/profiles", profiles, listener);
            close.accept(tx);
          },
          BOUNDED);
    }
  }

  private void slices(
      TransactionContext tx,
      String statement,
      List<Map<String, Object>> rows,
      DetectionListener listener) {
    for (int from = 0; from < rows.size(); from += ROWS) {
      listener.progress("writing clusters", from, rows.size());
      run(tx, statement, Map.of("rows", rows.subList(from, Math.min(rows.size(), from + ROWS))));
    }
  }

  private void run(TransactionContext tx, String statement, Map<String, Object> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("run", run);
    all.put("asOf", asOf.atZone(ZoneOffset.UTC));
    all.put("recordedAt", recordedAt.atZone(ZoneOffset.UTC));
    tx.run(Statements.load(statement), all).consume();
  }

  private static Map<String, String> shapes(
      List<FoundCluster> clusters, Map<String, Lineage.Fate> fates) {
    Map<String, String> shapes = new HashMap<>();
    fates.forEach((id, fate) -> shapes.put(id, ClusterHistory.shape(fate)));
    clusters.forEach(cluster ->
        shapes.put(cluster.id(), ClusterHistory.shape(cluster, fate(fates, cluster.id()))));
    return shapes;
  }

  private static Lineage.Fate fate(Map<String, Lineage.Fate> fates, String cluster) {
    return Objects.requireNonNull(fates.get(cluster));
  }

  private static List<Map<String, Object>> ended(
      List<FoundCluster> clusters, Map<String, Lineage.Fate> fates) {
    Set<String> ended = new TreeSet<>(fates.keySet());
    clusters.forEach(cluster -> ended.remove(cluster.id()));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String id : ended) {
      Lineage.Fate fate = fate(fates, id);
      Map<String, Object> row = new HashMap<>();
      row.put("id", id);
      row.put("lifecycle", fate.lifecycle().text());
      row.put("into", fate.into());
      row.put("shape", ClusterHistory.shape(fate));
      rows.add(row);
    }
    return rows;
  }

  private Map<String, Object> figures(FoundCluster cluster, Lineage.Fate fate) {
    Map<String, Object> properties = new HashMap<>();
    int counted = cluster.counted().size();
    properties.put("state", cluster.labelled() ? "labelled" : "review");
    properties.put("shape", ClusterHistory.shape(cluster, fate));

    properties.put("score", cluster.score());
    properties.put("linked", cluster.linked());
    properties.put("abusive", cluster.abusive());
    properties.put("accounts", counted);
    properties.put(
        "reviewAccounts", cluster.labelled() ? cluster.members().size() - counted : counted);
    properties.put("exchanges", cluster.exchanges());
    properties.put("firstSeen", time(cluster.firstSeen()));
    properties.put("lastSeen", time(cluster.lastSeen()));
    properties.put(
        "capabilities", cluster.capabilities().stream().map(t -> t.capability()).toList());
    List<Facet> facets = new ArrayList<>(cluster.facetBits().keySet());
    facets.sort(null);
    properties.put("facets", facets.stream().map(Facet::id).toList());
    properties.put(
        "facetBits", facets.stream().map(f -> cluster.facetBits().getOrDefault(f, 0.0)).toList());
    properties.put(
        "withoutFacet", facets.stream().map(f -> cluster.without().getOrDefault(f, 0.0)).toList());
    properties.put(
        "signals",
        JSON.writeValueAsString(cluster.signals().stream().map(ClusterWriter::signal).toList()));
    properties.put(
        "timeline",
        JSON.writeValueAsString(cluster.timeline().stream().map(ClusterWriter::day).toList()));
    Hypothesis named = cluster.named().orElse(null);
    properties.put("organization", named == null ? null : named.organization());
    properties.put("confidence", named == null ? null : named.confidence());
    properties.put("attribution", JSON.writeValueAsString(cluster.attribution()));
    return Map.of(
        "id", cluster.id(),
        "lifecycle", fate.lifecycle().text(),
        "properties", properties,
        "targets",
            cluster.capabilities().stream()
                .map(t ->
                    Map.of("id", t.capability(), "exchanges", t.exchanges(), "share", t.share()))
                .toList(),
        "organizations",
            cluster.attribution().hypotheses().stream()
                .filter(h -> h.kind() == Hypothesis.Kind.ORGANIZATION)
                .map(ClusterWriter::hypothesis)
                .toList());
  }

  private static Map<String, Object> reseller(Reseller reseller, EvidenceGraph evidence) {
    return Map.of(
        "id",
        reseller.id(),
        "properties",
        Map.of(
            "exits",
            reseller.exits().size(),
            "through",
            reseller.exits().stream()
                .limit(MAX_EXITS)
                .map(exit -> evidence.thing(exit).key())
                .toList()),
        "tenants",
        reseller.tenants().stream()
            .map(t -> Map.of("cluster", t.cluster(), "share", t.share()))
            .toList());
  }

  private static Map<String, Object> signal(Signal signal) {
    return Map.of(
        "id", signal.id(),
        "label", signal.id().replace('-', ' '),
        "kind", signal.kind().name().toLowerCase(java.util.Locale.ROOT),
        "value", signal.value(),
        "weight", signal.value(),
        "text", signal.text());
  }

  private static Map<String, Object> day(FoundCluster.Day day) {
    return Map.of(
        "day", day.day().toString(), "exchanges", day.exchanges(), "accounts", day.accounts());
  }

  /// The kinds stand beside the texts, one for one.
  private static Map<String, Object> hypothesis(Hypothesis hypothesis) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", hypothesis.organization());
    row.put("confidence", hypothesis.confidence());
    row.put("named", hypothesis.named());
    row.put("kinds", hypothesis.evidence().stream().map(Hypothesis.Item::kind).toList());
    row.put("evidence", hypothesis.evidence().stream().map(Hypothesis.Item::text).toList());
    return row;
  }

  private static List<SupportRow> supports(FoundCluster cluster, EvidenceGraph evidence) {
    List<SupportRow> rows = new ArrayList<>();
    int ties = 0;
    int discounts = 0;
    for (Support support : cluster.supports()) {
      boolean discounted = support.coverage() < ProfileRow.MIXED;
      if (discounted ? discounts++ < MAX_DISCOUNTED : ties++ < MAX_SUPPORTS) {
        SharedThing thing = evidence.thing(support.thing());
        Map<String, Object> properties = new HashMap<>();
        properties.put("facet", thing.facet().id());
        properties.put("detector", thing.detector());
        properties.put("bits", support.bits());
        properties.put("members", support.members());
        properties.put("total", thing.size());
        properties.put("part", cluster.skeletons().get(support.thing()));
        properties.put("discounted", discounted);
        properties.put("reason", discounted ? reason(thing, support) : null);
        rows.add(
            new SupportRow(cluster.id(), thing.type(), thing.key(), thing.detector(), properties));
      }
    }
    return rows;
  }

  private static String reason(SharedThing thing, Support support) {
    return "mixed users: only "
        + Math.round(100 * support.coverage())
        + " % of the "
        + thing.size()
        + " accounts that share it have anything else in common";
  }

  private record MemberRow(String cluster, String account, Map<String, Object> properties) {
    Map<String, Object> row(boolean same) {
      return Map.of("cluster", cluster, "account", account, "same", same, "properties", properties);
    }
  }

  private MemberRow member(
      FoundCluster cluster, FoundCluster.FoundMember member, CountedLinks links) {
    List<Facet> facets =
        member.facetBits().keySet().stream()
            .filter(f -> member.facetBits().getOrDefault(f, 0.0) >= 1)
            .sorted()
            .toList();
    return new MemberRow(
        cluster.id(),
        member.id(),
        Map.of(
            "state", member.labelled() ? "labelled" : "review",
            "acts", presences.apply(member.id()).acts(),
            "decided", member.decided(),
            "spared", member.spared(),
            "membership", member.membership(),
            "bits", member.bits(),
            "links", links.toBytes(),
            "facets", facets.stream().map(Facet::id).toList(),
            "facetBits",
                facets.stream().map(f -> member.facetBits().getOrDefault(f, 0.0)).toList()));
  }

  private static @Nullable Object time(@Nullable Instant instant) {
    return instant == null ? null : instant.atZone(ZoneOffset.UTC);
  }
}
