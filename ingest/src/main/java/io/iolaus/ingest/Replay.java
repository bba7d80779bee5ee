package io.iolaus.ingest;

import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.ingest.ReplaySummary.Problem;
import io.iolaus.ingest.fold.SegmentFold;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.reject.DeadLetter;
import io.iolaus.ingest.reject.DeadLetterFile;
import io.iolaus.ingest.reject.DeadLetterLog;
import io.iolaus.ingest.replay.ReplayFile;
import io.iolaus.ingest.replay.ReplayLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes mended lines into the batches that had rejected them.
///
/// The mended lines of a batch become a segment of it, like lines that were read, but one that does
/// not move its position: it adds what the lines say and takes as many off the rejected. In the
/// dead letters a replay is written behind the letter it answers, with a keyed token of the event;
/// that is part of the segment too. So a replay that is cut short is brought in by the next call,
/// and one that is done again finds its tokens.
final class Replay {

  /// Lines of the file that are taken at a time.
  private static final int SLICE = 10_000;

  /// Stands among the rejections of a segment for lines that are no longer rejected.
  private static final String REPLAYED = "replayed";

  private final IngestRun run;
  private final KnownBatches known;
  private final Path deadLetters;
  private final SiteSecret secret;
  private final EventDecoder decoder;
  private final List<Problem> first = new ArrayList<>();
  private long problems;
  private long read;
  private long repeated;
  private LineCounts counts = LineCounts.NONE;

  Replay(IngestRun run, KnownBatches known, Path deadLetters, SiteSecret secret) {
    this.run = run;
    this.known = known;
    this.deadLetters = deadLetters;
    this.secret = secret;
    decoder = new EventDecoder(secret, new PromptSketcher(secret));
  }

  ReplaySummary of(Path file) throws IOException {
    try (ReplayFile lines = new ReplayFile(file, this::malformed)) {
      for (List<ReplayLine> slice = lines.next(SLICE);
          !slice.isEmpty();
          slice = lines.next(SLICE)) {
        read += slice.size();
        Map<String, List<ReplayLine>> byBatch =
            slice.stream()
                .collect(
                    Collectors.groupingBy(
                        ReplayLine::batch, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<ReplayLine>> batch : byBatch.entrySet()) {
          replay(batch.getKey(), batch.getValue());
        }
      }
    }
    return new ReplaySummary(read, counts, repeated, problems, first);
  }

  private void malformed(long number, String reason) {
    read++;
    problem(number, reason);
  }

  private void problem(long number, String reason) {
    problems++;
    if (first.size() < ReplaySummary.MOST) {
      first.add(new Problem(number, reason));
    }
  }

  private void replay(String id, List<ReplayLine> lines) throws IOException {
    BatchState batch =
        known.list().stream().filter(b -> b.id().equals(id)).findFirst().orElse(null);
    if (batch == null) {
      lines.forEach(line -> problem(line.number(), "there is no batch " + id + " in the graph"));
      return;
    }
    Path file = new DeadLetterFile(deadLetters, id).path();
    Set<Long> wanted = lines.stream().map(ReplayLine::line).collect(Collectors.toSet());
    Mended mended = new Mended(DeadLetterLog.read(file, batch.deadLetterBytes(), wanted));
    lines.forEach(line -> take(line, mended));
    if (!mended.answers.isEmpty()) {
      commit(batch, mended);
    }
  }

  /// Mended lines of one batch.
  private static final class Mended {

    private final DeadLetterLog log;
    private final SegmentFold fold = new SegmentFold();
    private final List<String> answers = new ArrayList<>();
    private final Map<Long, Integer> taken = new HashMap<>();
    private final Set<String> tokens = new HashSet<>();
    private String source = "";

    Mended(DeadLetterLog log) {
      this.log = log;
    }
  }

  private void take(ReplayLine line, Mended mended) {
    DeadLetterLog.Letters letters = mended.log.line(line.line());
    String token =
        secret.token(
            REPLAYED, line.line() + ":" + new String(line.event(), StandardCharsets.UTF_8));
    DeadLetter letter = letters.last();
    if (letters.replays().contains(token) || mended.tokens.contains(token)) {
      repeated++;
    } else if (letter == null || letters.open() <= mended.taken.getOrDefault(line.line(), 0)) {
      problem(
          line.number(),
          "line %d of %s is not among its rejected lines%s"
              .formatted(
                  line.line(),
                  line.batch(),
                  letters.replays().isEmpty() ? "" : ": it was replayed with another event"));
    } else if (letters.isBrokenEnd()) {
      problem(
          line.number(),
          "line %d of %s is the end of a source that breaks off: load the source when it is whole"
              .formatted(line.line(), line.batch()));
    } else {
      switch (decoder.decode(line.event(), 0, line.event().length)) {
        case Decoded.Accepted accepted -> {
          mended.fold.add(accepted.event(), line.line(), letter.offset());
          mended.answers.add(DeadLetterLog.replayed(line.line(), token));
          mended.taken.merge(line.line(), 1, Integer::sum);
          mended.tokens.add(token);
          mended.source = letter.source();
        }
        case Decoded.Rejected rejected ->
            problem(
                line.number(),
                "line %d of %s is rejected again: %s%s, %s"
                    .formatted(
                        line.line(),
                        line.batch(),
                        rejected.field().isEmpty() ? "" : rejected.field() + " ",
                        rejected.code().id(),
                        rejected.detail()));
        case Decoded.Blank _ -> problem(line.number(), "has an empty event");
      }
    }
  }

  private void commit(BatchState batch, Mended mended) throws IOException {
    Map<String, Long> rejections = new HashMap<>();
    rejections.put(REPLAYED, (long) -mended.answers.size());
    List<String> letters = new ArrayList<>(mended.answers);
    String brokenEnd = mended.log.brokenEnd();
    if (batch.tailBytes() > 0 && brokenEnd != null) {
      rejections.put("broken-end", 1L); // It stays, and its letter stays the last.
      letters.add(brokenEnd);
    }
    SegmentHeader header =
        new SegmentHeader(
            batch.id(),
            batch.segments() + 1,
            mended.source,
            batch.head(),
            batch.end(),
            batch.base(),
            0,
            rejections,
            Map.of(),
            batch.tailBytes(),
            batch.complete());
    Path segment =
        run.journal().seal(header, mended.fold, List.of(), letters, run.options().partBytes());
    run.hook().sealed(batch.id(), header.segment());
    BatchState after = run.committer().commit(segment);
    known.put(after);
    LineCounts added = after.counts().minus(batch.counts());
    counts =
        counts.plus(
            new LineCounts(
                mended.answers.size(),
                added.created(),
                added.updated(),
                added.unchanged(),
                mended.answers.size() - added.applied(),
                added.exchanges()));
  }
}
