package io.iolaus.ingest;

import io.iolaus.ingest.IngestProgress.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one call loaded.
///
/// @param sources one entry a source, in the order they were given
/// @param counts all sources together
/// @param stages time each stage was busy, over all its threads; {@link Stage#WRITE} includes waiting
///   for the database
/// @param retries transactions that were run again
/// @param elapsed from the call to its return
public record IngestSummary(
    List<SourceSummary> sources,
    LineCounts counts,
    Map<Stage, Duration> stages,
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

  /// The stage that was busy longest, if any was.
  public Optional<Stage> slowestStage() {
    return stages.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }
}
