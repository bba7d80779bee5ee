package io.iolaus.ingest;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.ingest.DryRunSummary.Rejection;
import io.iolaus.ingest.DryRunSummary.SourceCheck;
import io.iolaus.ingest.Source.DeliverySource;
import io.iolaus.ingest.Source.FileSource;
import io.iolaus.ingest.Source.StreamSource;
import io.iolaus.ingest.reject.DeadLetter;
import io.iolaus.ingest.source.LineChunk;
import io.iolaus.ingest.source.LineChunks;
import io.iolaus.ingest.source.OpenSource;
import io.iolaus.ingest.source.SourceOpener;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;

/// Reads sources by all rules that a line by itself can break, and writes nothing: no graph, no
/// journal, no dead letters. What only the graph can tell (an `eventId` that came before with other
/// content) is not found.
public final class DryRun {

  /// How many places of each reason are kept.
  private static final int PLACES = 3;

  private final SiteSecret secret;
  private final IngestOptions options;

  /// @param secret decides which fingerprints are accepted
  public DryRun(SiteSecret secret, IngestOptions options) {
    this.secret = secret;
    this.options = options;
  }

  /// Reads these sources from their beginnings to their ends.
  public DryRunSummary check(List<Source> sources, IngestListener listener) throws IOException {
    List<SourceCheck> checks = new ArrayList<>();
    Set<String> said = new HashSet<>();
    try (Decoders decoders =
        new Decoders(secret, options.decoders(), options.waitingBytes(), new StageTimes())) {
      for (Source source : sources) {
        long size = source instanceof FileSource file ? Files.size(file.path()) : -1;
        ProgressReport progress = new ProgressReport(listener, said, source.name(), size);
        try (OpenSource opened = open(source, progress)) {
          progress.readFrom(opened.content()::storedBytes);
          checks.add(new Check(source.name(), decoders, progress).run(opened));
        }
      }
    }
    return new DryRunSummary(checks);
  }

  private static OpenSource open(Source source, ProgressReport progress) throws IOException {
    SourceOpener opener =
        new SourceOpener(List.of(), _ -> false, source.format(), progress::recognised);
    return switch (source) {
      case FileSource file -> opener.open(file.path());
      case DeliverySource delivery -> opener.open(delivery.path());
      case StreamSource stream ->
          opener.open(
              stream.in(),
              () -> {
                throw new IllegalStateException("nothing is known, so nothing is read twice");
              });
    };
  }

  /// One source as it is read.
  private final class Check {

    private final String name;
    private final Decoders decoders;
    private final ProgressReport progress;
    private final Map<String, Rejection> rejections = new HashMap<>();
    private final Map<String, Long> unknownFields = new HashMap<>();
    private long accepted;
    private long exchanges;

    Check(String name, Decoders decoders, ProgressReport progress) {
      this.name = name;
      this.decoders = decoders;
      this.progress = progress;
    }

    SourceCheck run(OpenSource source) throws IOException {
      LineChunks chunks = source.format().chunks(name, source, options.chunkBytes());
      Deque<Future<DecodedChunk>> ahead = new ArrayDeque<>();
      for (LineChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        progress.checkStopped();
        ahead.add(decoders.check(name, chunk));
        if (ahead.size() >= decoders.ahead()) {
          add(Failures.await(ahead.remove(), "decoding"));
        }
      }
      while (!ahead.isEmpty()) {
        add(Failures.await(ahead.remove(), "decoding"));
      }
      return new SourceCheck(name, accepted, exchanges, rejections, unknownFields);
    }

    private void add(DecodedChunk chunk) {
      accepted += chunk.accepted();
      exchanges += chunk.exchanges();
      for (DecodedChunk.Rejection rejection : chunk.rejections()) {
        rejections.merge(rejection.code(), first(rejection), Rejection::plus);
      }
      chunk.unknownFields().forEach((field, count) -> unknownFields.merge(field, count, Long::sum));
      progress.folded(chunk, exchanges);
    }

    private Rejection first(DecodedChunk.Rejection rejection) {
      Rejection known = rejections.get(rejection.code());
      return known != null && known.places().size() >= PLACES
          ? new Rejection(1, List.of())
          : new Rejection(1, List.of(DeadLetter.fromJson(rejection.deadLetter())));
    }
  }
}
