package io.iolaus.ingest;

import io.iolaus.core.event.ReasonCode;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.IngestProgress.Stage;
import io.iolaus.ingest.IngestSummary.SourceSummary;
import io.iolaus.ingest.Source.DeliverySource;
import io.iolaus.ingest.Source.FileSource;
import io.iolaus.ingest.Source.StreamSource;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.reject.DeadLetterFile;
import io.iolaus.ingest.source.OpenSource;
import io.iolaus.ingest.source.SourceOpener;
import io.iolaus.ingest.write.BatchWriter;
import io.iolaus.ingest.write.OtherCutException;
import io.iolaus.ingest.write.SiteKey;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.Driver;

/// Loads event lines into the graph, exactly once in effect whatever crashes and whenever.
///
/// Lines are decoded, folded by account and sealed in the home's journal before they go to the
/// graph. A call first brings in what an earlier one sealed and did not get to write; then it reads
/// each source from behind what is in the graph. One call at a time works on a home.
public final class IngestService {

  // Of a load that another worker on the same source, with other bounds, gets in the way of.
  private static final int MOST_TRIALS = 1000;

  private final Driver driver;
  private final Home home;
  private final SiteSecret secret;
  private final Clock clock;
  private final IngestOptions options;
  private final WriteHook hook;

  /// @param driver stays the caller's to close; the schema is applied
  /// @param clock for `recordedAt` alone
  public IngestService(
      Driver driver, Home home, SiteSecret secret, Clock clock, IngestOptions options) {
    this(driver, home, secret, clock, options, WriteHook.NONE);
  }

  /// With a hook that hears of each step towards the graph.
  IngestService(
      Driver driver,
      Home home,
      SiteSecret secret,
      Clock clock,
      IngestOptions options,
      WriteHook hook) {
    this.driver = driver;
    this.home = home;
    this.secret = secret;
    this.clock = clock;
    this.options = options;
    this.hook = hook;
  }

  /// Loads these sources one after the other. A call that dies is taken up where it was by the next
  /// one with the same sources.
  ///
  /// @throws IOException if a source cannot be read at all, the home not written, or another call
  ///   is working on it
  public IngestSummary ingest(List<Source> sources, IngestListener listener) throws IOException {
    Set<String> avoided = new HashSet<>();
    int trials = 1;
    while (true) {
      try {
        return ingest(sources, avoided, listener);
      } catch (OtherCutException e) {
        boolean again = sources.stream().allMatch(FileSource.class::isInstance);
        if (!again || trials++ == MOST_TRIALS) {
          throw e;
        }
        if (e.isOtherSource()) {
          avoided.add(e.batch());
        }
        listener.notice("another worker is loading " + e.batch() + ": going on after it");
      }
    }
  }

  /// @param avoided batches that another source has gone on with
  private IngestSummary ingest(List<Source> sources, Set<String> avoided, IngestListener listener)
      throws IOException {
    long start = System.nanoTime();
    for (Source source : sources) {
      if (source instanceof FileSource file) {
        file.open().close(); // Better no source loaded than the last of ten missing.
      }
    }
    GraphWriter graph = new GraphWriter(driver);
    SiteKey.require(graph, secret);
    StageTimes times = new StageTimes();
    List<SourceSummary> summaries = new ArrayList<>();
    try (Journal journal = Journal.open(home.journal(), options.partBytes())) {
      BatchWriter writer =
          new BatchWriter(graph, home.deadLetters(), clock, new WriteProgress(listener, hook));
      try (Decoders decoders = new Decoders(secret, options.decoders(), times);
          SegmentCommitter committer =
              new SegmentCommitter(journal, writer, times, options.keepJournal())) {
        IngestRun run = new IngestRun(journal, decoders, committer, options, times, hook);
        recover(journal, committer, listener);
        for (Source source : sources) {
          summaries.add(load(source, run, writer, avoided, listener));
        }
      }
    }
    return new IngestSummary(
        summaries,
        summaries.stream().map(SourceSummary::counts).reduce(LineCounts.NONE, LineCounts::plus),
        times.busy(),
        graph.retries(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static void recover(Journal journal, SegmentCommitter committer, IngestListener listener)
      throws IOException {
    List<Path> sealed = journal.sealed();
    if (!sealed.isEmpty()) {
      listener.notice(
          "an earlier load was cut short: bringing in what it had sealed (" + sealed.size() + ")");
    }
    Set<Path> overtaken = new HashSet<>();
    for (Path segment : sealed) {
      // Segments build on each other.
      if (overtaken.contains(segment.getParent())) {
        journal.setAside(segment);
        continue;
      }
      try {
        committer.commit(segment);
      } catch (OtherCutException e) {
        journal.setAside(segment);
        overtaken.add(segment.getParent());
        listener.notice(
            "another worker is loading "
                + e.batch()
                + ": what this home had sealed of it is put aside, load its source again");
      }
    }
  }

  private SourceSummary load(
      Source source,
      IngestRun run,
      BatchWriter writer,
      Set<String> avoided,
      IngestListener listener)
      throws IOException {
    List<BatchState> known = writer.batches();
    ProgressReport progress = new ProgressReport(listener, source.name(), size(source));
    long start = System.nanoTime();
    Optional<String> given = givenId(source);
    SourceOpener opener =
        new SourceOpener(known, batch -> mayGoOn(batch, given), progress::recognised);
    OpenSource found =
        switch (source) {
          case FileSource file -> opener.open(file.path()).avoiding(avoided);
          case DeliverySource delivery -> opener.open(delivery.path()).avoiding(avoided);
          case StreamSource stream -> opener.open(stream.in(), run.journal()::temporaryFile);
        };
    OpenSource opened = given.isPresent() ? found : afterABrokenLine(found, known);
    run.times().add(Stage.RECOGNISE, start);
    try (opened) {
      progress.readFrom(opened.content()::storedBytes);
      if (opened.start().prefix().bytes() > 0) {
        progress.notice(
            "begins with %,d bytes that are loaded already: going on after them"
                .formatted(opened.start().prefix().bytes()));
      }
      Optional<BatchState> own =
          given.isPresent()
              ? known.stream().filter(batch -> batch.id().equals(given.get())).findFirst()
              : opened.batch();
      String batch =
          given.or(() -> own.map(BatchState::id)).orElseGet(() -> newId(opened, known, avoided));
      SourceLoad load =
          new SourceLoad(
              source.name(),
              opened,
              batch,
              own,
              given.isPresent(),
              writer.begun(batch),
              run,
              progress);
      return summary(source, opened, own, load, load.run());
    }
  }

  private static Optional<String> givenId(Source source) {
    return source instanceof DeliverySource delivery
        ? Optional.of(delivery.id())
        : Optional.empty();
  }

  /// What was delivered under an id is that and no more; other batches grow with their files.
  private static boolean mayGoOn(BatchState batch, Optional<String> given) {
    return given.isPresent() ? batch.id().equals(given.get()) : !batch.isDelivery();
  }

  /// A batch that holds nothing but one broken line is known by its name alone: it has no beginning
  /// to compare. Who begins alike goes on with it, so that the line is replaced.
  private static OpenSource afterABrokenLine(OpenSource source, List<BatchState> known) {
    if (source.batch().isPresent() || source.start().prefix().bytes() > 0) {
      return source;
    }
    return known.stream()
        .filter(batch -> batch.end().prefix().bytes() == 0 && batch.id().equals(name(source)))
        .findFirst()
        .map(source::continuing)
        .orElse(source);
  }

  private static String name(OpenSource source) {
    return "b-" + source.headName();
  }

  private static long size(Source source) throws IOException {
    return switch (source) {
      case FileSource file -> Files.size(file.path());
      case DeliverySource delivery -> Files.size(delivery.path());
      case StreamSource _ -> -1;
    };
  }

  /// Named after its beginning, so that a load that died before the graph knew the batch gives it
  /// the same name again. Another batch may have begun alike.
  private static String newId(OpenSource source, List<BatchState> known, Set<String> avoided) {
    String id = name(source);
    Set<String> taken = new HashSet<>(avoided);
    known.forEach(batch -> taken.add(batch.id()));
    String free = id;
    for (int i = 2; taken.contains(free); i++) {
      free = id + "-" + i;
    }
    return free;
  }

  private SourceSummary summary(
      Source source,
      OpenSource opened,
      Optional<BatchState> own,
      SourceLoad load,
      Optional<BatchState> after) {
    LineCounts before = own.map(BatchState::countsBeforeTail).orElse(LineCounts.NONE);
    LineCounts added = after.map(BatchState::counts).orElse(LineCounts.NONE).minus(before);
    Map<String, Long> rejections = new HashMap<>(load.rejections());
    long conflicts =
        added.rejected() - rejections.values().stream().mapToLong(Long::longValue).sum();
    if (conflicts > 0) {
      rejections.put(ReasonCode.CONFLICT.id(), conflicts);
    }
    LineCounts counts = added.plus(opened.recognised());
    Optional<Path> deadLetters =
        after
            .filter(batch -> counts.rejected() > 0)
            .map(batch -> new DeadLetterFile(home.deadLetters(), batch.id()).path());
    return new SourceSummary(
        source.name(),
        after.map(BatchState::id),
        counts,
        opened.recognised().read(),
        rejections,
        load.unknownFields(),
        deadLetters);
  }
}
