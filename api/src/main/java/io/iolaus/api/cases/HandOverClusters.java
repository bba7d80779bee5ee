package io.iolaus.api.cases;

import io.iolaus.api.export.Pages;
import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.cypher.cluster.ClusterDetail;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.cluster.ClusterVersion;
import io.iolaus.cypher.cluster.Member;
import io.iolaus.cypher.cluster.MemberQuery;
import io.iolaus.cypher.detector.DetectorFile;
import io.iolaus.cypher.detector.SiteDetectors;
import io.iolaus.cypher.explain.ClusterExplanation;
import io.iolaus.cypher.explain.ExplanationReader;
import io.iolaus.cypher.explain.UnexplainedException;
import io.iolaus.cypher.lineage.LineageReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.run.DetectorRunRow;
import io.iolaus.cypher.run.RunReader;
import io.iolaus.cypher.subgraph.ClusterGraph;
import io.iolaus.cypher.subgraph.SubgraphReader;
import io.iolaus.cypher.suppression.Suppressed;
import io.iolaus.sharing.archive.ArchiveWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Clusters as they go into an archive, each as one version of it, and the detectors that found
/// them.
@Component
final class HandOverClusters {

  /// A run writes a cluster in less than the time of so many reads.
  private static final int TRIES = 3;

  private final ClusterReader clusters;
  private final SubgraphReader subgraphs;
  private final ExplanationReader explanations;
  private final LineageReader lineage;
  private final RunReader runs;
  private final SiteDetectors site;
  private final JsonMapper json;

  HandOverClusters(
      ClusterReader clusters,
      SubgraphReader subgraphs,
      ExplanationReader explanations,
      LineageReader lineage,
      RunReader runs,
      SiteDetectors site,
      JsonMapper json) {
    this.clusters = clusters;
    this.subgraphs = subgraphs;
    this.explanations = explanations;
    this.lineage = lineage;
    this.runs = runs;
    this.site = site;
    this.json = json;
  }

  /// @param version of the cluster, as its `ETag` has it; empty for a moment of the past
  /// @param run that found it
  record Written(String version, String run) {}

  /// Adds a cluster; empty where there was none at that moment.
  ///
  /// @throws ProblemException 503 `busy` where a run is writing it again and again
  Optional<Written> write(ArchiveWriter archive, String id, View view) throws IOException {
    if (!view.isNow()) {
      return add(archive, id, read(id, view), "");
    }
    for (int i = 0; i < TRIES; i++) {
      Optional<ClusterVersion> before = clusters.version(id);
      Map<String, byte[]> read = read(id, view);
      if (before.equals(clusters.version(id)) && before.map(ClusterVersion::settled).orElse(true)) {
        return add(archive, id, read, before.map(ClusterVersion::text).orElse(""));
      }
    }
    throw new ProblemException(
        new Problem(
            HttpStatus.SERVICE_UNAVAILABLE,
            "busy",
            "A run is writing cluster " + id + ": hand the case over when it has ended"));
  }

  private Optional<Written> add(
      ArchiveWriter archive, String id, Map<String, byte[]> files, String version)
      throws IOException {
    byte[] detail = files.get("cluster.json");
    if (detail == null) {
      return Optional.empty();
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      archive.add("clusters/" + id + "/" + file.getKey(), file.getValue());
    }
    String run = json.readTree(detail).path("run").path("id").asString("");
    return Optional.of(new Written(version, run));
  }

  private Map<String, byte[]> read(String id, View view) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Optional<ClusterDetail> detail = clusters.one(id, view);
    if (detail.isEmpty()) {
      return files;
    }
    files.put("cluster.json", json.writeValueAsBytes(detail.get()));
    files.put("members.ndjson", Lines.of(json, members(id, view)));
    files.put("evidence.ndjson", Lines.of(json, evidence(id, view)));
    put(files, "attribution.json", clusters.attribution(id, view));
    if (view.isNow()) {
      put(files, "explanation.json", explanation(id));
    }
    files.put(
        "lineage.ndjson",
        Lines.of(json, HandOver.all(after -> lineage.events(Set.of(id), Pages.SIZE, after, view))));
    return files;
  }

  private void put(Map<String, byte[]> files, String name, Optional<?> value) {
    value.ifPresent(found -> files.put(name, json.writeValueAsBytes(found)));
  }

  private List<Member> members(String id, View view) throws IOException {
    return HandOver.all(after ->
        clusters
            .members(
                id,
                new MemberQuery(
                    null, MemberQuery.Sort.ACCOUNT, false, Pages.SIZE, after, Suppressed.NONE),
                view)
            .orElseGet(() -> new Page<>(List.of(), 0, null)));
  }

  private List<EvidenceLine> evidence(String id, View view) {
    Optional<ClusterGraph> graph = subgraphs.cluster(id, view);
    return graph
        .map(
            found -> found.shared().stream().map(shared -> EvidenceLine.of(found, shared)).toList())
        .orElse(List.of());
  }

  private Optional<ClusterExplanation> explanation(String id) {
    try {
      return explanations.cluster(id);
    } catch (UnexplainedException e) {
      return Optional.empty();
    }
  }

  /// A detector as it stands.
  ///
  /// @param digest over all that decides what it finds
  record DetectorLine(
      String id, int version, String digest, String origin, String title, String statement) {
    static DetectorLine of(SiteDetectors.Standing standing) {
      DetectorFile file = standing.file();
      return new DetectorLine(
          file.id(),
          file.version(),
          file.digest(),
          standing.origin().text(),
          file.title(),
          file.statement());
    }
  }

  /// Adds all detectors with their statements, and what they did in these runs.
  void detectors(ArchiveWriter archive, Set<String> of) throws IOException {
    List<DetectorLine> standing = site.standing().stream().map(DetectorLine::of).toList();
    archive.add("detectors/detectors.ndjson", Lines.of(json, standing));
    List<DetectorRunRow> did = new ArrayList<>();
    for (DetectorLine detector : standing) {
      HandOver.all(after -> runs.detectorRuns(detector.id(), Pages.SIZE, after)).stream()
          .filter(run -> of.contains(run.run()))
          .forEach(did::add);
    }
    archive.add("detectors/runs.ndjson", Lines.of(json, did));
  }
}
