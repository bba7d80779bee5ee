package io.iolaus.ingest;

import io.iolaus.ingest.IngestProgress.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one call loaded.
///
/// @param sources one entry a source, in the order they were given
/// @param counts all sources together
/// @param stages time each stage was busy, over all its threads; {@link Stage#WRITE} includes
///   waiting for the database
/// @param decoders how many threads decoded
/// @param retries transactions that were run again
/// @param elapsed from the call to its return
public record IngestSummary(
    List<SourceSummary> sources,
    LineCounts counts,
    Map<Stage, Duration> stages,
    int decoders,
    long retries,
    Duration elapsed) {

  public IngestSummary {
    sources = List.copyOf(sources);
    stages = Map.copyOf(stages);
  }

  /// What became of one source.
  ///
  /// @param source name of the source
  /// @param batch id of the batch it belongs to; the batch an earlier load began, where this source
  ///   goes on from one; none for a source without a line
  /// @param counts its lines; those recognised as loaded before count as unchanged or, where they
  ///   were rejected then, as rejected
  /// @param recognised how many of these lines were loaded before
  /// @param rejections rejected lines of this call by reason code
  /// @param unknownFields how many lines had each field that the format does not know
  /// @param deadLetters the file with the rejected lines of the batch, where there are any
  public record SourceSummary(
      String source,
      Optional<String> batch,
      LineCounts counts,
      long recognised,
      Map<String, Long> rejections,
      Map<String, Long> unknownFields,
      Optional<Path> deadLetters) {

    public SourceSummary {
      rejections = Map.copyOf(rejections);
      unknownFields = Map.copyOf(unknownFields);
    }
  }

  /// The stage that set the pace: of all that ran beside each other the one whose threads were busy
  /// the largest share of the time.
  public Optional<SlowestStage> slowestStage() {
    double nanos = Math.max(1, elapsed.toNanos());
    return stages.entrySet().stream()
        .map(stage ->
            new SlowestStage(
                stage.getKey(),
                Math.min(1, stage.getValue().toNanos() / nanos / threads(stage.getKey()))))
        .filter(stage -> stage.share() > 0)
        .max(Comparator.comparingDouble(SlowestStage::share));
  }

  private int threads(Stage stage) {
    return stage == Stage.DECODE ? decoders : 1;
  }

  /// A stage and how much of the time it was busy.
  ///
  /// @param share 0..1
  public record SlowestStage(Stage stage, double share) {}
}
