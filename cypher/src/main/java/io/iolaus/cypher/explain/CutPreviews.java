package io.iolaus.cypher.explain;

import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.DetectionService;
import io.iolaus.cypher.detect.DetectionSummary;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.explain.CutPreview.Part;
import io.iolaus.cypher.lease.HeldLease;
import io.iolaus.cypher.read.GraphReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Driver;

/// Previews what becomes of a cluster when something shared is ignored. It is a whole run, which
/// takes as long as one and must not be beside another: callers hold the lease on detection, and
/// hand it over with {@link #under}.
public final class CutPreviews {

  private final GraphReader graph;
  private final DetectionService detection;

  public CutPreviews(Driver driver, DetectionService detection) {
    this(new GraphReader(driver), detection);
  }

  private CutPreviews(GraphReader graph, DetectionService detection) {
    this.graph = graph;
    this.detection = detection;
  }

  /// The same, which write what a run derives as long as the lease is held.
  public CutPreviews under(HeldLease held) {
    return new CutPreviews(graph, detection.under(held));
  }

  /// Whether there is such a cluster now: a run is too long to find out afterwards.
  public boolean knows(String cluster) {
    return standing(cluster).isPresent();
  }

  /// The preview; empty where there is no such cluster now.
  ///
  /// @throws IllegalArgumentException if one of the things is nothing that accounts share, or there
  ///   is none
  public Optional<CutPreview> preview(
      String cluster, Collection<EntityRef> ignoring, DetectionListener listener) {
    if (ignoring.isEmpty()) {
      throw new IllegalArgumentException(
          "name what to ignore, as ip:203.0.113.7: without it a preview is a run");
    }
    DetectionOptions options = DetectionOptions.DEFAULT.ignoring(ignoring);
    Optional<Map<String, ClusterState>> standing = standing(cluster);
    return standing.map(
        members -> of(cluster, members, options, detection.preview(options, listener)));
  }

  private Optional<Map<String, ClusterState>> standing(String cluster) {
    return graph.first(
        "queries/explain/standing",
        Map.of("id", cluster),
        row -> {
          List<String> accounts = row.get("accounts").asList(v -> v.asString());
          List<ClusterState> states = row.get("states").asList(v -> ClusterState.of(v.asString()));
          Map<String, ClusterState> members = new TreeMap<>();
          for (int i = 0; i < accounts.size(); i++) {
            members.put(accounts.get(i), states.get(i));
          }
          return members;
        });
  }

  static CutPreview of(
      String cluster,
      Map<String, ClusterState> members,
      DetectionOptions options,
      DetectionSummary outcome) {
    List<Part> parts = new ArrayList<>();
    Set<String> gone = new HashSet<>(members.keySet());
    int lowered = 0;
    for (FoundCluster found : outcome.clusters()) {
      int shared = 0;
      for (FoundMember member : found.members()) {
        ClusterState state = members.get(member.id());
        shared += state == null ? 0 : 1;
        lowered += state == ClusterState.LABELLED && !member.labelled() ? 1 : 0;
        gone.remove(member.id());
      }
      if (shared > 0) {
        parts.add(part(found, shared));
      }
    }
    parts.sort(Comparator.comparingInt((Part p) -> -p.members()).thenComparing(Part::id));
    List<String> ignoring = options.ignoring().stream().sorted().map(EntityRef::toString).toList();
    int labelled = (int) members.values().stream().filter(s -> s == ClusterState.LABELLED).count();
    return new CutPreview(
        cluster,
        ignoring,
        outcome.unknown().stream().map(EntityRef::toString).toList(),
        outcome.asOf(),
        outcome.status(),
        labelled,
        members.size() - labelled,
        parts,
        gone.size(),
        gone.stream().sorted().limit(CutPreview.MAX_NAMED).toList(),
        lowered,
        CutPreview.sentence(cluster, ignoring, parts, gone.size(), lowered));
  }

  private static Part part(FoundCluster found, int shared) {
    return new Part(
        found.id(),
        found.labelled() ? ClusterState.LABELLED : ClusterState.REVIEW,
        shared,
        (int) found.members().stream().filter(FoundMember::labelled).count(),
        found.members().size() - shared);
  }
}
