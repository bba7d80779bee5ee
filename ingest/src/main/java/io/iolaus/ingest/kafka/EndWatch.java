package io.iolaus.ingest.kafka;

import io.iolaus.ingest.Failures;
import io.iolaus.ingest.kafka.TopicAdmin.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Knows when everything is in the graph that stood in the topic at the start, whichever workers of
/// the group brought it there.
final class EndWatch {

  private static final long EVERY = Duration.ofMillis(500).toNanos();

  private final Map<String, Long> goals;
  private final boolean endless;
  private final GraphThread graph;
  private @Nullable Future<Map<String, Long>> asked;
  private long askedAt = System.nanoTime();

  private EndWatch(Map<String, Long> goals, boolean endless, GraphThread graph) {
    this.goals = goals;
    this.endless = endless;
    this.graph = graph;
  }

  /// @param until whether there is an end at all
  static EndWatch of(boolean until, Topic topic, TopicAdmin topics, GraphThread graph)
      throws IOException {
    Map<String, Long> goals = new HashMap<>();
    if (until) {
      for (Map.Entry<TopicPartition, Long> end : topics.endsNow(topic.partitions()).entrySet()) {
        if (end.getValue() > 0) {
          goals.put(topic.batch(end.getKey().partition()), end.getValue());
        }
      }
    }
    return new EndWatch(goals, !until, graph);
  }

  /// Whether the end is reached. Called often; asks the graph now and then, once this worker has
  /// nothing more to do.
  boolean isReached(Assignment assignment) throws IOException {
    if (endless || !assignment.isHeardOf() || !ownReached(assignment)) {
      return false;
    }
    Future<Map<String, Long>> answer = asked;
    if (answer != null && answer.isDone()) {
      asked = null;
      Map<String, Long> offsets = Failures.await(answer, "reading a topic");
      return goals.entrySet().stream()
          .allMatch(goal -> offsets.getOrDefault(goal.getKey(), 0L) >= goal.getValue());
    }
    long now = System.nanoTime();
    if (answer == null && now - askedAt >= EVERY) {
      askedAt = now;
      asked = graph.offsets(goals.keySet());
    }
    return false;
  }

  private boolean ownReached(Assignment assignment) {
    return assignment.loads().stream()
        .allMatch(load ->
            load.graph()
                .filter(known -> known.offset() >= goals.getOrDefault(known.id(), 0L))
                .isPresent());
  }
}
