package io.iolaus.ingest.kafka;

import io.iolaus.core.event.ReasonCode;
import io.iolaus.ingest.IngestProgress;
import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.IngestSummary.SourceSummary;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.reject.DeadLetterFile;
import io.iolaus.ingest.write.LiveBatch;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What this worker brought into the graph, by partition.
final class LoadTotals {

  private final String source;
  private final Path deadLetters;
  private final KafkaListener listener;
  private final Map<String, Partition> partitions = new HashMap<>();
  private final Set<String> noticed = new HashSet<>();

  /// @param source name of the topic
  /// @param deadLetters folder of the dead letters
  LoadTotals(String source, Path deadLetters, KafkaListener listener) {
    this.source = source;
    this.deadLetters = deadLetters;
    this.listener = listener;
  }

  private record Partition(
      String batch,
      LineCounts counts,
      Map<String, Long> rejections,
      Map<String, Long> unknownFields) {}

  /// A window is in the graph.
  void written(String name, @Nullable LiveBatch before, LiveBatch after, WindowDraft window) {
    LineCounts added = after.counts().minus(before == null ? LineCounts.NONE : before.counts());
    Partition known = partitions.get(name);
    Map<String, Long> rejections = known == null ? new HashMap<>() : known.rejections;
    Map<String, Long> unknownFields = known == null ? new HashMap<>() : known.unknownFields;
    Map<String, Long> refused = new HashMap<>(window.rejections());
    if (added.rejected() > window.rejected()) {
      refused.merge(ReasonCode.CONFLICT.id(), added.rejected() - window.rejected(), Long::sum);
    }
    refused.forEach((code, count) -> rejections.merge(code, count, Long::sum));
    window.unknownFields().forEach((field, count) -> unknownFields.merge(field, count, Long::sum));
    LineCounts counts = known == null ? added : known.counts.plus(added);
    partitions.put(name, new Partition(after.id(), counts, rejections, unknownFields));
    listener.added(added, refused);
    listener.written(name, added.read(), added.rejected(), window.age());
    tell();
  }

  /// Says how far everything is.
  private void tell() {
    LineCounts counts = counts();
    listener.progress(
        new IngestProgress(
            source, Stage.WRITE, 0, -1, counts.read(), counts.rejected(), counts.exchanges()));
  }

  /// A line had a field that the format does not know.
  void unknownField(String field) {
    if (noticed.add(field)) {
      listener.notice(source + ": field \"" + field + "\" is not known and left out");
    }
  }

  LineCounts counts() {
    return partitions.values().stream()
        .map(Partition::counts)
        .reduce(LineCounts.NONE, LineCounts::plus);
  }

  List<SourceSummary> summaries() {
    return partitions.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(Comparator.comparingInt(String::length).thenComparing(n -> n)))
        .map(entry -> summary(entry.getKey(), entry.getValue()))
        .toList();
  }

  private SourceSummary summary(String name, Partition partition) {
    Path letters = new DeadLetterFile(deadLetters, partition.batch).path();
    return new SourceSummary(
        name,
        Optional.of(partition.batch),
        partition.counts,
        0,
        partition.rejections,
        partition.unknownFields,
        partition.counts.rejected() > 0 ? Optional.of(letters) : Optional.empty());
  }
}
