package io.iolaus.api.cluster;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.export.Column;
import io.iolaus.api.export.Download;
import io.iolaus.api.export.FileResponse;
import io.iolaus.api.export.GraphEdge;
import io.iolaus.api.export.GraphFileResponse;
import io.iolaus.api.export.GraphFormat;
import io.iolaus.api.export.GraphNode;
import io.iolaus.api.export.GraphWriter;
import io.iolaus.api.export.Pages;
import io.iolaus.api.export.Table;
import io.iolaus.api.export.TableFormat;
import io.iolaus.api.lineage.MissingClusters;
import io.iolaus.api.paging.SortOrder;
import io.iolaus.api.paging.ViewRequest;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.evidence.Facet;
import io.iolaus.cypher.cluster.CapabilityShare;
import io.iolaus.cypher.cluster.ClusterQuery;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.cluster.ClusterSummary;
import io.iolaus.cypher.cluster.ClusterVersion;
import io.iolaus.cypher.cluster.Member;
import io.iolaus.cypher.cluster.Member.FacetBits;
import io.iolaus.cypher.cluster.MemberQuery;
import io.iolaus.cypher.cluster.NamedOrganization;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.subgraph.SharedThing;
import io.iolaus.cypher.subgraph.SubgraphReader;
import io.iolaus.cypher.suppression.Suppressed;
import io.iolaus.cypher.suppression.SuppressionReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Clusters, their members and what holds them together, as files.
@RestController
@RequestMapping("/api/v1/clusters")
@Tag(name = "clusters")
class ClusterExportController {

  private static final Table<ClusterSummary> CLUSTERS =
      new Table<>(
          List.of(
              Column.text("cluster", ClusterSummary::id),
              Column.text("state", cluster -> cluster.state().text()),
              Column.number("score", ClusterSummary::score),
              Column.number("linked", ClusterSummary::linked),
              Column.number("abusive", ClusterSummary::abusive),
              Column.count("accounts", ClusterSummary::accounts),
              Column.count("reviewAccounts", ClusterSummary::reviewAccounts),
              Column.count("exchanges", ClusterSummary::exchanges),
              Column.time("firstSeen", ClusterSummary::firstSeen),
              Column.time("lastSeen", ClusterSummary::lastSeen),
              Column.texts(
                  "capabilities",
                  cluster -> cluster.capabilities().stream().map(CapabilityShare::id).toList()),
              Column.texts("facets", ClusterSummary::facets),
              Column.text("organization", cluster -> named(cluster, NamedOrganization::id)),
              Column.number(
                  "confidence", cluster -> named(cluster, NamedOrganization::confidence))));

  private static final Table<Member> MEMBERS = members();

  /// Each page of members goes over all of them: few large ones.
  private static final int MEMBERS_AT_ONCE = 5_000;

  private final ClusterReader clusters;
  private final SubgraphReader subgraphs;
  private final SuppressionReader suppressions;
  private final MissingClusters missing;

  ClusterExportController(
      ClusterReader clusters,
      SubgraphReader subgraphs,
      SuppressionReader suppressions,
      MissingClusters missing) {
    this.clusters = clusters;
    this.subgraphs = subgraphs;
    this.suppressions = suppressions;
    this.missing = missing;
  }

  private static <V> @Nullable V named(
      ClusterSummary cluster, Function<NamedOrganization, V> figure) {
    NamedOrganization organization = cluster.organization();
    return organization == null ? null : figure.apply(organization);
  }

  /// With a column for the bits of each facet.
  private static Table<Member> members() {
    List<Column<Member>> columns = new ArrayList<>();
    columns.add(Column.text("account", Member::account));
    columns.add(Column.text("state", member -> member.state().text()));
    columns.add(Column.number("membership", Member::membership));
    columns.add(Column.number("bits", Member::bits));
    for (Facet facet : Facet.values()) {
      columns.add(Column.number(facet.id() + "Bits", member -> bits(member, facet)));
    }
    columns.add(Column.count("exchanges", Member::exchanges));
    columns.add(Column.time("createdAt", Member::createdAt));
    columns.add(Column.time("firstSeen", Member::firstSeen));
    columns.add(Column.time("lastSeen", Member::lastSeen));
    columns.add(Column.text("status", Member::status));
    columns.add(Column.text("emailDomain", Member::emailDomain));
    return new Table<>(columns);
  }

  private static @Nullable Double bits(Member member, Facet facet) {
    return member.facets().stream()
        .filter(one -> one.facet().equals(facet.id()))
        .map(FacetBits::bits)
        .findFirst()
        .orElse(null);
  }

  @GetMapping("/export")
  @Audited(value = AuditAct.EXPORT, type = "clusters", recording = Audited.Recording.BEFORE)
  @Operation(
      summary = "Clusters as a file",
      description = "With the filters and in the order of the list.")
  @FileResponse
  void clusters(
      @RequestParam(required = false) @Nullable ClusterState state,
      @RequestParam(required = false) @Size(max = 256) @Nullable String q,
      @RequestParam(required = false) @Size(max = 256) @Nullable String organization,
      @RequestParam(required = false) ClusterQuery.@Nullable Sort sort,
      @RequestParam(required = false) @Nullable SortOrder order,
      @RequestParam(defaultValue = "false") boolean hidden,
      @RequestParam(defaultValue = "csv") TableFormat format,
      @ParameterObject ViewRequest moments,
      HttpServletResponse response) {
    View view = moments.view();
    String text = q == null || q.isBlank() ? null : q.strip();
    String of = organization == null || organization.isBlank() ? null : organization;
    ClusterQuery.Sort by = sort == null ? ClusterQuery.Sort.SCORE : sort;
    boolean descending = SortOrder.descending(order, true);
    Suppressed left = hidden ? Suppressed.NONE : suppressions.holding();
    CLUSTERS.send(
        response,
        "clusters",
        format,
        after ->
            clusters.list(
                new ClusterQuery(state, text, of, by, descending, Pages.SIZE, after, left), view));
  }

  @GetMapping("/{id}/members/export")
  @Audited(
      value = AuditAct.EXPORT,
      type = "cluster",
      id = "id",
      recording = Audited.Recording.BEFORE)
  @Operation(
      summary = "The accounts of one cluster with their figures as a file",
      description = "With the filters and in the order of the list.")
  @FileResponse
  void members(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable ClusterState state,
      @RequestParam(required = false) MemberQuery.@Nullable Sort sort,
      @RequestParam(required = false) @Nullable SortOrder order,
      @RequestParam(defaultValue = "false") boolean hidden,
      @RequestParam(defaultValue = "csv") TableFormat format,
      @ParameterObject ViewRequest moments,
      HttpServletResponse response) {
    View view = moments.view();
    MemberQuery.Sort by = sort == null ? MemberQuery.Sort.MEMBERSHIP : sort;
    boolean descending = SortOrder.descending(order, by != MemberQuery.Sort.ACCOUNT);
    Suppressed left = hidden ? Suppressed.NONE : suppressions.holding();
    Optional<String> version = version(id, view);
    Pages<Member> pages = memberPages(id, state, by, descending, left, view);
    MEMBERS.send(
        response,
        "cluster-" + id + "-members",
        format,
        after -> {
          var page = pages.after(after);
          if (page.next() == null && !version.equals(version(id, view))) {
            throw changed(id);
          }
          return page;
        });
  }

  /// Changes where a run or a decision writes the cluster. The past stays what it was but for
  /// corrections, which are told apart by nothing.
  private Optional<String> version(String id, View view) {
    return view.isNow() ? clusters.version(id).map(ClusterVersion::text) : Optional.empty();
  }

  private Pages<Member> memberPages(
      String id,
      @Nullable ClusterState state,
      MemberQuery.Sort by,
      boolean descending,
      Suppressed left,
      View view) {
    return after ->
        clusters
            .members(id, new MemberQuery(state, by, descending, MEMBERS_AT_ONCE, after, left), view)
            .orElseThrow(() -> missing.problem(id, view));
  }

  @GetMapping("/{id}/export")
  @Audited(
      value = AuditAct.EXPORT,
      type = "cluster",
      id = "id",
      recording = Audited.Recording.BEFORE)
  @Operation(
      summary = "The accounts of one cluster and all that they share, as a graph",
      description =
          "`graphml`, `gexf`, `ndjson` (all nodes, then all edges) or `csv` (the edges alone). An"
              + " edge leads from an account to what it shares with others.")
  @GraphFileResponse
  void graph(
      @PathVariable String id,
      @RequestParam(defaultValue = "graphml") GraphFormat format,
      @ParameterObject ViewRequest moments,
      HttpServletResponse response) {
    View view = moments.view();
    Download.send(response, "cluster-" + id, format, out -> write(id, view, format, out));
  }

  /// What is shared is read twice, for the nodes and for the edges, so that neither is held.
  private void write(String id, View view, GraphFormat format, OutputStream out)
      throws IOException {
    GraphWriter graph = GraphWriter.to(out, format, "cluster " + id);
    String before = each(id, view, thing -> graph.node(node(thing)));
    memberPages(id, null, MemberQuery.Sort.ACCOUNT, false, Suppressed.NONE, view)
        .each(member -> graph.node(node(member)));
    graph.edges();
    String after =
        each(
            id,
            view,
            thing -> {
              for (String account : thing.accounts()) {
                graph.edge(
                    new GraphEdge(
                        account, thing.type(), thing.id(), thing.relation(), thing.bits()));
              }
            });
    if (!before.equals(after)) {
      throw changed(id);
    }
    graph.end();
  }

  private String each(String id, View view, Pages.Each<SharedThing> consumer) {
    return subgraphs
        .each(
            id,
            view,
            thing -> {
              try {
                consumer.accept(thing);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .orElseThrow(() -> missing.problem(id, view));
  }

  private static GraphNode node(SharedThing thing) {
    return GraphNode.thing(thing.type(), thing.id(), thing.label(), thing.bits(), thing.total());
  }

  private static GraphNode node(Member member) {
    return new GraphNode(
        EntityType.ACCOUNT,
        member.account(),
        member.account(),
        member.state().text(),
        member.membership(),
        member.bits(),
        member.exchanges(),
        member.firstSeen(),
        member.lastSeen(),
        null);
  }

  private static ProblemException changed(String id) {
    return new ProblemException(
        new Problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "cluster-changing",
            "Cluster " + id + " was written anew while it was read: ask again"));
  }
}
