package io.iolaus.api.cli;

import io.iolaus.api.cli.progress.Progress;
import io.iolaus.ingest.IngestProgress;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.IngestSummary.SourceSummary;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.follow.FolderFollower;
import io.iolaus.ingest.follow.FollowListener;
import io.iolaus.ingest.follow.FollowOptions;
import io.iolaus.ingest.source.LineFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `iolaus ingest --follow`: loads what comes into folders until the process is told to end.
final class Following {

  private Following() {}

  static void run(
      IolausCommand command,
      List<String> names,
      @Nullable LineFormat csv,
      FollowOptions options,
      @Nullable String metrics)
      throws IOException {
    List<Path> folders = names.stream().map(Path::of).toList();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new CommandException(
            folder + " is no folder: --follow takes folders; load a file without it");
      }
    }
    try (StopSignal stop =
            new StopSignal("stopping: the part that goes to the graph at the moment is let in");
        Workspace workspace = Workspace.openFollower(command);
        WorkerMetrics served = WorkerMetrics.serveIf(metrics, workspace.home());
        Progress progress = Console.progress()) {
      Console.say("following " + String.join(", ", names) + "; Ctrl-C stops it");
      new FolderFollower(
              Ingesting.service(workspace),
              workspace.home(),
              folders,
              csv,
              options,
              new Listener(progress, stop, served))
          .run();
    }
  }

  private record Listener(Progress bar, StopSignal stop, @Nullable WorkerMetrics metrics)
      implements FollowListener {

    @Override
    public void progress(IngestProgress at) {
      bar.update("loading " + at.source(), at.lines(), 0, "lines");
    }

    @Override
    public void notice(String text) {
      bar.close();
      Console.say(text);
    }

    @Override
    public void added(LineCounts added, Map<String, Long> rejections) {
      if (metrics != null) {
        metrics.ingest().added(added, rejections);
      }
    }

    @Override
    public void ended(IngestSummary summary) {
      if (metrics != null) {
        metrics.ingest().loaded(summary, 0);
      }
    }

    @Override
    public boolean stopped() {
      return stop.isStopped();
    }

    @Override
    public void loaded(SourceSummary summary) {
      bar.close();
      IngestReport.say(summary);
    }

    @Override
    public void unreadable(Path path, String reason) {
      notice("left out until it changes: " + path + ": " + reason);
    }
  }
}
