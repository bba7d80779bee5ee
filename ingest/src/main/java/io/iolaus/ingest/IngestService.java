package io.iolaus.ingest;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.lease.Leases;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.cypher.write.OutageListener;
import io.iolaus.ingest.Source.FileSource;
import io.iolaus.ingest.bulk.FirstLoad;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.JournalInUseException;
import io.iolaus.ingest.replace.BatchReplacer;
import io.iolaus.ingest.write.BatchWriter;
import io.iolaus.ingest.write.OtherCutException;
import io.iolaus.ingest.write.SiteKey;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
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

  private static final Duration REPLACEMENT_LEASE = Duration.ofSeconds(10);

  private final Driver driver;
  private final Home home;
  private final SiteSecret secret;
  private final Clock clock;
  private final IngestOptions options;
  private final WriteHook hook;
  private final boolean waits;
  private final Optional<FirstLoad> firstLoad;

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
    this(driver, home, secret, clock, options, hook, false, Optional.empty());
  }

  private IngestService(
      Driver driver,
      Home home,
      SiteSecret secret,
      Clock clock,
      IngestOptions options,
      WriteHook hook,
      boolean waits,
      Optional<FirstLoad> firstLoad) {
    this.driver = driver;
    this.home = home;
    this.secret = secret;
    this.clock = clock;
    this.options = options;
    this.hook = hook;
    this.waits = waits;
    this.firstLoad = firstLoad;
  }

  /// The same, but it waits while another call works on the home.
  public IngestService waiting() {
    return new IngestService(driver, home, secret, clock, options, hook, true, firstLoad);
  }

  /// The same, but what a call loads first into an empty database takes this way, where it can.
  public IngestService withFirstLoad(FirstLoad first) {
    return new IngestService(driver, home, secret, clock, options, hook, waits, Optional.of(first));
  }

  /// Loads these sources one after the other. A call that dies is taken up where it was by the next
  /// one with the same sources.
  ///
  /// @throws IOException if a source cannot be read at all, the home not written, or another call
  ///   is working on it
  public IngestSummary ingest(List<Source> sources, IngestListener listener) throws IOException {
    for (Source source : sources) {
      source.check(); // Better no source loaded than the last of ten missing.
    }
    Set<String> avoided = new HashSet<>();
    int trials = 1;
    while (true) {
      try (IngestSession session = open(listener, avoided)) {
        session.loadAll(sources, firstLoad);
        return session.summary();
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

  /// Opens the home for a number of loads, and brings in what an earlier call left behind.
  ///
  /// @throws JournalInUseException if another call is working on it, unless this is {@link
  ///   #waiting}
  public IngestSession open(IngestListener listener) throws IOException {
    return open(listener, Set.of());
  }

  /// The same.
  ///
  /// @param avoided batches that another source has gone on with: what follows them is a batch of
  ///   its own
  public IngestSession open(IngestListener listener, Set<String> avoided) throws IOException {
    GraphWriter graph = new GraphWriter(driver, options.retries(), new OutageNotices(listener));
    SiteKey.require(graph, secret);
    Journal journal =
        waits
            ? JournalWait.open(home.journal(), clock, listener)
            : Journal.open(home.journal(), clock);
    try {
      WriteHook progress = new WriteProgress(listener, hook);
      BatchWriter writer =
          new BatchWriter(graph, home.deadLetters(), clock, options.sessions(), progress);
      FirstLoad.Load load =
          new FirstLoad.Load(
              home, secret, clock, options.sessions(), graph, progress, listener::notice);
      StageTimes times = new StageTimes();
      SegmentCommitter committer =
          new SegmentCommitter(
              journal,
              writer,
              times,
              options.keepJournal(),
              listener::stopped,
              segments -> bringIn(load, graph, writer, journal, segments));
      Decoders decoders = new Decoders(secret, options.decoders(), options.waitingBytes(), times);
      HeldSegments held = new HeldSegments(committer, journal);
      IngestRun run = new IngestRun(journal, decoders, committer, held, options, times, hook);
      IngestSession session =
          new IngestSession(
              home,
              secret,
              graph,
              writer,
              run,
              held,
              (shared, known) -> replacing(graph, shared, known, listener),
              avoided,
              listener);
      recover(session);
      return session;
    } catch (IOException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  private void bringIn(
      FirstLoad.Load load,
      GraphWriter graph,
      BatchWriter writer,
      Journal journal,
      List<Path> segments)
      throws IOException {
    if (firstLoad.isPresent() && firstLoad.get().bringIn(load, journal, segments)) {
      graph.storeReplaced();
      firstLoad.get().migrate();
      writer.graphReplaced();
    }
  }

  private Replacing replacing(
      GraphWriter graph, IngestRun run, KnownBatches known, IngestListener listener) {
    BatchReplacer replacer =
        new BatchReplacer(
            graph,
            run.journal(),
            home.journal(),
            secret.prefix(),
            home.deadLetters(),
            clock,
            options.partBytes(),
            new WriteProgress(listener, hook));
    // Short: from when a replacement has begun its mark in the graph keeps detection out.
    Leases leases = new Leases(driver, REPLACEMENT_LEASE);
    return new Replacing(run, known, replacer, leases, home.deadLetters(), listener);
  }

  private record OutageNotices(IngestListener listener) implements OutageListener {

    @Override
    public void notice(String text) {
      listener.notice(text);
    }

    @Override
    public boolean gaveUp() {
      return listener.stopped();
    }
  }

  private static void recover(IngestSession session) throws IOException {
    try {
      session.recover();
    } catch (IOException | RuntimeException e) {
      session.close();
      throw e;
    }
  }
}
