package io.iolaus.cypher.explain;

import io.iolaus.core.explain.CountedLinks;
import io.iolaus.core.explain.Explanation;
import io.iolaus.core.explain.Explanation.FacetReading;
import io.iolaus.core.explain.Explanation.Freed;
import io.iolaus.core.explain.ProfileRow;
import io.iolaus.core.explain.Standing;
import io.iolaus.core.explain.Weighing;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.decision.DecisionRow;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.explain.MembershipExplanation.FacetLine;
import io.iolaus.cypher.explain.MembershipExplanation.Freeing;
import io.iolaus.cypher.explain.MembershipExplanation.Link;
import io.iolaus.cypher.explain.MembershipExplanation.ObstacleLine;
import io.iolaus.cypher.explain.MembershipExplanation.Path;
import io.iolaus.cypher.explain.MembershipExplanation.Without;
import io.iolaus.cypher.read.GraphReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Explains one account in one cluster, or out of it.
final class MembershipExplainer {

  /// Evidence that differs by less than this is the same, but for rounding.
  private static final double SAME = 0.01;

  /// A membership as a run wrote it.
  ///
  /// @param decided whether there was no other reason for it than that people say so
  record Written(String state, double bits, CountedLinks links, boolean decided) {}

  private final GraphReader graph;
  private final NearFinder near;

  MembershipExplainer(GraphReader graph, NearFinder near) {
    this.graph = graph;
    this.near = near;
  }

  /// @param written null for an account that is not in the cluster
  /// @param decisions what people decided that bears on the account
  MembershipExplanation explain(
      KeptCluster cluster,
      AccountViewReader.Seen seen,
      @Nullable Written written,
      List<DecisionRow> decisions) {
    boolean decided = written != null && written.decided();
    Weighing weighing =
        new Weighing(
            cluster.kept(),
            seen.view(),
            written == null ? null : written.links(),
            cluster.state() == ClusterState.LABELLED);
    Explanation explanation = Explanation.of(weighing);
    Standing now = explanation.now();
    Labels labels = Labels.read(graph, things(explanation));
    int others = cluster.kept().size() - (written == null || decided ? 0 : 1);
    List<FacetLine> facets =
        explanation.facets().stream().map(f -> facet(f, labels, others)).toList();
    List<ObstacleLine> obstacles =
        explanation.obstacles().stream()
            .map(o -> new ObstacleLine(o.text(), Words.obstacle(o, explanation, seen.verifiedBy())))
            .toList();
    Freeing freeing =
        decided ? null : explanation.freed().map(f -> freeing(f, labels)).orElse(null);
    List<NearAccount> nearest =
        written == null ? List.of() : near.near(cluster, shown(explanation));
    String state = written == null ? Standing.State.OUTSIDE.text() : written.state();
    boolean changed = written != null && Math.abs(now.bits() - written.bits()) > SAME;
    MembershipExplanation bare =
        new MembershipExplanation(
            seen.view().id(),
            cluster.id(),
            cluster.state(),
            cluster.run(),
            state,
            now.state().text(),
            changed,
            now.membership(),
            now.bits(),
            explanation.prior(),
            now.own(),
            facets,
            obstacles,
            freeing,
            nearest,
            decided,
            decisions,
            List.of());
    return bare.told(Words.sum(explanation));
  }

  private static List<Labels.Thing> things(Explanation explanation) {
    List<Labels.Thing> things = new ArrayList<>();
    for (FacetReading facet : explanation.facets()) {
      facet.paths().stream()
          .limit(MembershipExplanation.MAX_PATHS)
          .forEach(p -> things.add(new Labels.Thing(p.row().type(), p.row().key())));
    }
    explanation
        .freed()
        .ifPresent(
            f -> f.links().forEach(l -> things.add(new Labels.Thing(l.sign().type(), l.key()))));
    return things;
  }

  private static List<NearFinder.Pointer> shown(Explanation explanation) {
    return explanation.facets().stream()
        .flatMap(f -> f.paths().stream())
        .map(p -> new NearFinder.Pointer(p.row(), p.bits()))
        .toList();
  }

  private static FacetLine facet(FacetReading reading, Labels labels, int others) {
    List<Path> paths =
        reading.paths().stream()
            .limit(MembershipExplanation.MAX_PATHS)
            .map(p -> path(p, labels, others))
            .toList();
    return new FacetLine(
        reading.facet().id(),
        reading.bits(),
        reading.agreement(),
        without(reading.without()),
        paths,
        reading.paths().size(),
        Words.facet(reading, paths));
  }

  private static Path path(Explanation.Path path, Labels labels, int others) {
    ProfileRow row = path.row();
    String label = labels.of(row.type(), row.key());
    return new Path(
        EntityType.ofLabel(row.type()),
        row.key(),
        label,
        row.detector(),
        path.bits(),
        path.strength(),
        path.others(),
        others,
        row.elsewhere(),
        row.coverage(),
        row.discounted(),
        Words.path(path, label, others));
  }

  private static Freeing freeing(Freed freed, Labels labels) {
    List<Link> links =
        freed.links().stream()
            .map(l ->
                new Link(
                    EntityType.ofLabel(l.sign().type()),
                    l.key(),
                    labels.of(l.sign().type(), l.key()),
                    l.facet().id()))
            .toList();
    return new Freeing(links, without(freed.after()), Words.freed(links, freed));
  }

  private static Without without(Standing standing) {
    return new Without(standing.membership(), standing.bits(), standing.state().text());
  }
}
