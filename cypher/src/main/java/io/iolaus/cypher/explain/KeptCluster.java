package io.iolaus.cypher.explain;

import io.iolaus.core.explain.StoredProfile;
import io.iolaus.cypher.cluster.ClusterDetail.RunStamp;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.detect.DetectionOptions;
import io.iolaus.cypher.detect.Ignored;
import io.iolaus.cypher.detector.DetectorWindow;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.suppression.Suppressed;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// A cluster as a run kept it for explanations.
///
/// @param profile null where it was written by a run that kept none
/// @param run the run that wrote it
/// @param window of that run
/// @param ignored what that run left out
record KeptCluster(
    String id,
    ClusterState state,
    @Nullable StoredProfile profile,
    RunStamp run,
    DetectorWindow window,
    Ignored ignored) {

  /// Empty where there is no such cluster now.
  static Optional<KeptCluster> read(GraphReader graph, String id) {
    return graph.first("queries/explain/cluster", Map.of("id", id), KeptCluster::of);
  }

  private static KeptCluster of(Record row) {
    Instant asOf = Fields.instant(row.get("asOf"));
    String length = Fields.text(row.get("window"));
    return new KeptCluster(
        row.get("id").asString(),
        ClusterState.of(row.get("state").asString()),
        profile(row.get("profile")),
        new RunStamp(
            String.valueOf(Fields.text(row.get("run"))),
            asOf,
            Fields.instant(row.get("recordedAt"))),
        DetectorWindow.endingAt(
            asOf == null ? Instant.EPOCH : asOf,
            length == null ? DetectionOptions.DEFAULT.window() : Duration.parse(length)),
        Ignored.of(Fields.texts(row.get("ignoring")).stream().map(EntityRef::parse).toList())
            .with(Suppressed.of(Fields.texts(row.get("suppressions")))));
  }

  private static @Nullable StoredProfile profile(Value kept) {
    return kept.isNull() || !StoredProfile.isReadable(kept.asByteArray())
        ? null
        : StoredProfile.fromBytes(kept.asByteArray());
  }

  /// What the run kept.
  ///
  /// @throws UnexplainedException if it kept nothing that this version reads
  StoredProfile kept() {
    if (profile == null) {
      throw new UnexplainedException(
          "cluster " + id + " was written by a version that kept other profiles: detect again");
    }
    return profile;
  }
}
