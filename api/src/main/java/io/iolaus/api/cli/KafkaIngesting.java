package io.iolaus.api.cli;

import io.iolaus.api.cli.progress.Progress;
import io.iolaus.ingest.IngestProgress;
import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.kafka.KafkaIngest;
import io.iolaus.ingest.kafka.KafkaListener;
import io.iolaus.ingest.kafka.KafkaSource;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a topic until the process is told to end, and shows how far that is.
final class KafkaIngesting {

  private static final Duration LONGEST_STOP = Duration.ofMinutes(1);

  private KafkaIngesting() {}

  /// At Ctrl-C or SIGTERM the windows under way are written, then the database is stopped.
  ///
  /// @param metrics where to serve metrics; null for nowhere
  static IngestSummary run(IolausCommand options, KafkaOptions kafka, @Nullable String metrics)
      throws IOException {
    KafkaSource source = kafka.source();
    KafkaIngest.requireTopic(source);
    try (StopSignal stop = new StopSignal("stopping: what was read is written", LONGEST_STOP);
        Workspace workspace = Workspace.open(options);
        WorkerMetrics served = WorkerMetrics.serveIf(metrics, workspace.home())) {
      IngestSummary summary = run(workspace, source, kafka, served, stop);
      IngestReport.say(summary);
      return summary;
    }
  }

  private static IngestSummary run(
      Workspace workspace,
      KafkaSource source,
      KafkaOptions kafka,
      @Nullable WorkerMetrics metrics,
      StopSignal stop)
      throws IOException {
    try (Progress progress = Console.progress()) {
      KafkaIngest ingest =
          new KafkaIngest(
              workspace.driver(),
              workspace.home(),
              workspace.siteSecret(),
              Clock.systemUTC(),
              source,
              kafka.options(),
              new Listener(progress, metrics));
      stop.onStop(ingest::stop);
      return ingest.run();
    }
  }

  private static final class Listener implements KafkaListener {

    private final Progress progress;
    private final @Nullable WorkerMetrics metrics;
    private volatile long behind;

    Listener(Progress progress, @Nullable WorkerMetrics metrics) {
      this.progress = progress;
      this.metrics = metrics;
    }

    @Override
    public void progress(IngestProgress at) {
      progress.update(
          "reading " + at.source(), at.lines(), behind == 0 ? 0 : at.lines() + behind, "lines");
    }

    @Override
    public void lag(Map<String, Long> records) {
      behind = records.values().stream().mapToLong(Long::longValue).sum();
      if (metrics != null) {
        metrics.topic().lag(records);
      }
    }

    @Override
    public void busy(Map<Stage, Duration> stages) {
      if (metrics != null) {
        metrics.ingest().busy(stages);
      }
    }

    @Override
    public void added(LineCounts added, Map<String, Long> rejections) {
      if (metrics != null) {
        metrics.ingest().added(added, rejections);
      }
    }

    @Override
    public void written(String partition, long lines, long rejected, Duration age) {
      if (metrics != null) {
        metrics.ingest().partWritten();
        metrics.topic().written(age);
      }
    }

    @Override
    public void notice(String text) {
      progress.close();
      Console.say(text);
    }
  }
}
