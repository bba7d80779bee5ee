package io.iolaus.api.lineage;

import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.lineage.Lifecycle;
import io.iolaus.cypher.lineage.ClusterLife;
import io.iolaus.cypher.lineage.LineageReader;
import io.iolaus.cypher.read.View;
import org.springframework.stereotype.Component;

/// What is said to who asks for a cluster that is not there now: whether there was one, and what
/// became of it.
@Component
public class MissingClusters {

  static final String CODE = "cluster-not-found";

  private final LineageReader lineage;

  MissingClusters(LineageReader lineage) {
    this.lineage = lineage;
  }

  /// The answer.
  public ProblemException problem(String id) {
    return ProblemException.notFound(
        CODE, lineage.life(id).map(MissingClusters::fate).orElse("No cluster " + id));
  }

  /// The answer to who asks for a moment.
  public ProblemException problem(String id, View view) {
    return view.isNow()
        ? problem(id)
        : ProblemException.notFound(
            CODE,
            "No cluster %s %s: /api/v1/clusters/%s/lineage tells when runs found it, and what"
                    .formatted(id, view.text(), id)
                + " became of it");
  }

  private static String fate(ClusterLife life) {
    String fate =
        switch (life.lifecycle()) {
          case ACTIVE -> " is being written";
          case DORMANT -> " is dormant, and none of its accounts acted in the window";
          case DISSOLVED -> " was dissolved";
          case MERGED -> " was merged into " + life.into();
        };
    String since = life.lifecycle() == Lifecycle.ACTIVE ? "" : " (" + life.since() + ")";
    return "Cluster %s%s%s: /api/v1/clusters/%s/lineage tells its life"
        .formatted(life.id(), fate, since, life.id());
  }
}
