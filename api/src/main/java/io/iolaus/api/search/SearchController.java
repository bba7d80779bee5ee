package io.iolaus.api.search;

import io.iolaus.api.audit.Audited;
import io.iolaus.api.paging.Cursors;
import io.iolaus.api.paging.Moment;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.read.PageKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Search as one types.
@RestController
@RequestMapping("/api/v1/search")
@Tag(name = "search")
class SearchController {

  private final LuceneEntitySearch search;
  private final Cursors cursors;

  SearchController(LuceneEntitySearch search, Cursors cursors) {
    this.search = search;
    this.cursors = cursors;
  }

  @GetMapping
  @Audited(value = AuditAct.SEARCH, recording = Audited.Recording.FOLDED)
  @Operation(
      summary =
          "Entities by id, name or address; acct: ip: net: pay: id: fp: pattern: org: cluster: ask"
              + " for one type",
      description =
          "203.0.113.0/24 and 203.0.113.7-203.0.113.99 ask for addresses. Whole names come first,"
              + " then names that begin so, words, and words with a letter or two wrong. While"
              + " `index` is not complete, or behind, what is not found may be there all the same.")
  SearchResponse search(
      @RequestParam @Size(max = 600) String q,
      @Parameter(description = "Of these types alone; may be given several times")
          @RequestParam(defaultValue = "")
          List<EntityType> type,
      @Parameter(description = "Seen at this time or later, as 2026-06-01T00:00:00Z")
          @RequestParam(required = false)
          @Nullable String from,
      @Parameter(description = "Seen at this time or before") @RequestParam(required = false)
          @Nullable String to,
      @Parameter(description = "Clusters of this state alone: labelled or review")
          @RequestParam(required = false)
          @Nullable ClusterState state,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Nullable String cursor)
      throws IOException {
    SearchFilter filter = filter(type, from, to, state);
    String query =
        "search\n"
            + q
            + "\n"
            + new TreeSet<>(filter.types())
            + filter.from()
            + filter.to()
            + filter.state();
    @Nullable PageKey after = cursors.read(query, cursor);
    // Asked before: what is said of the index must not be newer than what was found in it.
    IndexState index = search.state();
    SearchPage page =
        search.find(SearchText.of(q), filter, limit, after == null ? null : HitPlace.of(after));
    Map<String, String> clusters = search.clusters(page);
    List<SearchHit> hits = page.hits().stream().map(hit -> hit.in(clusters)).toList();
    @Nullable HitPlace next = page.next();
    return new SearchResponse(
        hits,
        hits.size(),
        Math.max(hits.size(), page.facets().total()),
        page.cut() ? "budget" : next == null ? null : "page",
        next == null ? null : cursors.write(query, next.key()),
        0,
        page.facets(),
        index);
  }

  @GetMapping("/status")
  @Operation(summary = "How far the search index stands for the graph")
  SearchStatusResponse status() throws IOException {
    return new SearchStatusResponse(search.state(), search.size());
  }

  /// @param entities how many are found
  record SearchStatusResponse(IndexState index, long entities) {}

  private static SearchFilter filter(
      List<EntityType> types,
      @Nullable String from,
      @Nullable String to,
      @Nullable ClusterState state) {
    Set<EntityType> wanted = EnumSet.noneOf(EntityType.class);
    types.stream().filter(Objects::nonNull).forEach(wanted::add);
    SearchFilter filter =
        new SearchFilter(
            wanted,
            Optional.ofNullable(Moment.read("from", from)),
            Optional.ofNullable(Moment.read("to", to)),
            Optional.ofNullable(state).map(ClusterState::text));
    if (filter.from().isPresent()
        && filter.to().isPresent()
        && filter.from().get().isAfter(filter.to().get())) {
      throw ProblemException.badParameter("from must not be after to, was " + from);
    }
    return filter;
  }
}
