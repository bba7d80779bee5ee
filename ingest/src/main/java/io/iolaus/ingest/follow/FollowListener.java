package io.iolaus.ingest.follow;

import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.IngestSummary.SourceSummary;
import java.nio.file.Path;

/// Hears what a follower does.
public interface FollowListener extends IngestListener {

  /// A file is in the graph, as far as it goes now.
  void loaded(SourceSummary summary);

  /// Some files were loaded in one go.
  default void ended(IngestSummary summary) {}

  /// A file or a folder cannot be read; told once, until it changes.
  void unreadable(Path path, String reason);
}
