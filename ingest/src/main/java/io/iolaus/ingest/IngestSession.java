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
import io.iolaus.ingest.bulk.FirstLoad;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.reject.DeadLetterFile;
import io.iolaus.ingest.source.OpenSource;
import io.iolaus.ingest.source.SourceOpener;
import io.iolaus.ingest.write.BatchWriter;
import io.iolaus.ingest.write.OtherCutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One call to work on a home: has its journal open, and loads sources one after the other. For one
/// thread. After an exception it must be closed; a new one goes on where it was.
public final class IngestSession implements AutoCloseable {

  private final long start = System.nanoTime();
  private final Home home;
  private final IngestListener listener;
  private final SiteSecret secret;
  private final GraphWriter graph;
  private final BatchWriter writer;
  private final Set<String> avoided;
  private final IngestRun run;
  private final HeldSegments held;
  private final KnownBatches known;
  private final Replacing replacing;
  private final Set<String> said = new HashSet<>();
  private final List<SourceSummary> summaries = new ArrayList<>();
  // Of which the summary waits until the graph has them.
  private final List<Loaded> loaded = new ArrayList<>();

  IngestSession(
      Home home,
      SiteSecret secret,
      GraphWriter graph,
      BatchWriter writer,
      IngestRun run,
      HeldSegments held,
      Replacements replacements,
      Set<String> avoided,
      IngestListener listener) {
    this.writer = writer;
    this.avoided = Set.copyOf(avoided);
    this.home = home;
    this.secret = secret;
    this.graph = graph;
    this.run = run;
    this.held = held;
    this.listener = listener;
    known = new KnownBatches(writer);
    replacing = replacements.of(run, known);
  }

  /// Makes what replaces batches in a session.
  interface Replacements {
    Replacing of(IngestRun run, KnownBatches known);
  }

  /// Brings in what an earlier call sealed and did not get to write, and to its end what it was
  /// replacing.
  void recover() throws IOException {
    replacing.resume();
    List<Path> sealed = run.journal().sealed();
    if (!sealed.isEmpty()) {
      listener.notice(
          "an earlier load was cut short: bringing in what it had sealed (" + sealed.size() + ")");
    }
    if (!sealed.isEmpty()) {
      run.committer().tryShortcut(sealed);
    }
    Set<Path> overtaken = new HashSet<>();
    for (Path segment : sealed) {
      // Segments build on each other.
      if (overtaken.contains(segment.getParent())) {
        run.journal().setAside(segment);
        continue;
      }
      try {
        run.committer().commit(segment);
      } catch (OtherCutException e) {
        run.journal().setAside(segment);
        overtaken.add(segment.getParent());
        listener.notice(
            "another worker is loading "
                + e.batch()
                + ": what this home had sealed of it is put aside, load its source again");
      }
    }
  }

  /// Loads a source from behind what is in the graph to its end.
  public SourceSummary load(Source source) throws IOException {
    loaded.add(read(source));
    release();
    return summaries.getLast();
  }

  /// Loads sources one after the other. What files say goes to an empty graph when all are read, if
  /// that is quicker; what other sources say at once.
  void loadAll(List<Source> sources, Optional<FirstLoad> first) throws IOException {
    if (first.isPresent() && first.get().isPossible(graph)) {
      held.hold();
    }
    try {
      for (Source source : sources) {
        if (!(source instanceof FileSource)) {
          release();
        }
        loaded.add(read(source));
        if (!held.isHolding()) {
          release();
        }
      }
    } catch (IngestStoppedException e) {
      throw e; // What is sealed waits for the next call.
    } catch (IOException e) {
      releaseDespite(e);
      throw e;
    }
    release();
  }

  /// A source cannot be read: those before it can.
  private void releaseDespite(IOException failure) {
    try {
      release();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /// Brings everything that was read into the graph.
  private void release() throws IOException {
    Map<String, BatchState> written = held.release();
    for (Loaded source : loaded) {
      Optional<BatchState> after =
          source.after.map(state -> written.getOrDefault(state.id(), state));
      after.ifPresent(known::put);
      summaries.add(summary(source, after));
    }
    loaded.clear();
  }

  /// A source that was read to its end.
  ///
  /// @param own its batch as the graph held it before
  /// @param after its batch, which may still be on its way to the graph
  private record Loaded(
      Source source,
      OpenSource opened,
      Optional<BatchState> own,
      SourceLoad load,
      Optional<BatchState> after) {}

  private Loaded read(Source source) throws IOException {
    long began = System.nanoTime();
    ProgressReport progress = new ProgressReport(listener, said, source.name(), size(source));
    Found found = find(source, progress);
    if (held.isHolding() && found.source.isPartlyKnown()) {
      // How it goes on depends on what becomes of lines that are not in the graph yet.
      found.source.close();
      release();
      found = find(source, progress);
    }
    run.times().add(Stage.RECOGNISE, began);
    try (OpenSource opened = found.source) {
      return read(source, opened, found.batches, progress);
    }
  }

  /// A source opened where loading begins.
  ///
  /// @param batches all that are known, those on their way to the graph included
  private record Found(OpenSource source, List<BatchState> batches) {}

  private Found find(Source source, ProgressReport progress) throws IOException {
    List<BatchState> batches = new ArrayList<>(known.list());
    batches.addAll(held.batches());
    Optional<String> given = givenId(source);
    SourceOpener opener =
        new SourceOpener(
            batches, batch -> mayGoOn(batch, given), source.format(), progress::recognised);
    OpenSource found =
        switch (source) {
          case FileSource file -> opener.open(file.path()).avoiding(avoided);
          case DeliverySource delivery -> opener.open(delivery.path()).avoiding(avoided);
          case StreamSource stream -> opener.open(stream.in(), run.journal()::temporaryFile);
        };
    return new Found(given.isPresent() ? found : afterABrokenLine(found, batches), batches);
  }

  private Loaded read(
      Source source, OpenSource opened, List<BatchState> batches, ProgressReport progress)
      throws IOException {
    Optional<String> given = givenId(source);
    progress.readFrom(opened.content()::storedBytes);
    Optional<BatchState> own =
        given.isPresent()
            ? batches.stream().filter(batch -> batch.id().equals(given.get())).findFirst()
            : opened.batch();
    String batch =
        given.or(() -> own.map(BatchState::id)).orElseGet(() -> newId(opened, batches, avoided));
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
    return new Loaded(source, opened, own, load, load.run());
  }

  /// Takes the mended lines of a file into the batches that had rejected them, each once however
  /// often that is done.
  public ReplaySummary replay(Path file) throws IOException {
    return new Replay(run, known, home.deadLetters(), secret).of(file);
  }

  /// Puts a file in place of all that a batch said: the graph is as if it had been loaded instead.
  /// The batch keeps its id and its number. What a call leaves behind that dies is brought to its
  /// end when the home is next opened.
  ///
  /// @param batch id of a batch all segments of which, and those of all others, this home has kept
  /// @throws io.iolaus.ingest.replace.ReplacementRefusedException if that cannot be done: says why,
  ///   and nothing was changed
  public SourceSummary replace(String batch, Source source) throws IOException {
    if (!(source instanceof FileSource file)) {
      throw new IllegalArgumentException("only a file can replace a batch, was " + source.name());
    }
    SourceSummary summary = replacing.replace(batch, file);
    summaries.add(summary);
    return summary;
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

  private SourceSummary summary(Loaded loaded, Optional<BatchState> after) {
    OpenSource opened = loaded.opened;
    SourceLoad load = loaded.load;
    LineCounts before = loaded.own.map(BatchState::countsBeforeTail).orElse(LineCounts.NONE);
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
        loaded.source.name(),
        after.map(BatchState::id),
        counts,
        opened.recognised().read(),
        rejections,
        load.unknownFields(),
        deadLetters);
  }

  /// Whether at least so much of a batch is in the graph.
  ///
  /// @param batch its id
  /// @param bytes of its source
  public boolean holds(String batch, long bytes) {
    return bytes > 0 && bytesOf(batch) >= bytes;
  }

  /// How many bytes of its source are in the graph of a batch; 0 where there is no such batch.
  public long bytesOf(String batch) {
    return known.list().stream()
        .filter(known -> known.id().equals(batch))
        .mapToLong(known -> known.end().prefix().bytes())
        .findAny()
        .orElse(0);
  }

  /// What was loaded so far.
  public IngestSummary summary() {
    return new IngestSummary(
        summaries,
        summaries.stream().map(SourceSummary::counts).reduce(LineCounts.NONE, LineCounts::plus),
        run.times().busy(),
        run.options().decoders(),
        graph.retries(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /// Lets the segment end that is being written, and gives the home free.
  @Override
  public void close() throws IOException {
    try (Journal _ = run.journal();
        Decoders _ = run.decoders();
        SegmentCommitter _ = run.committer()) {
      // Closed in the order opposite to this one.
    }
  }
}
