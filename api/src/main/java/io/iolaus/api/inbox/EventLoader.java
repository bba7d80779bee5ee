package io.iolaus.api.inbox;

import io.iolaus.api.metrics.IngestMetrics;
import io.iolaus.api.problem.Problem;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestProgress;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.Source;
import io.iolaus.ingest.inbox.Delivery;
import io.iolaus.ingest.inbox.Inbox;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Loads what was handed over, one delivery at a time, the oldest first, on a thread of its own.
///
/// Whatever stands in the way (no database, another load on this home, a full disk) it waits and
/// tries again. A delivery that cannot be loaded although nothing does is set aside after some
/// attempts, so that the others get through; the next start tries it again.
final class EventLoader implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EventLoader.class);

  private static final int ATTEMPTS = 5;
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LONGEST_PAUSE = 30;

  /// A command that waits for the journal asks every second or so: now and then it must find it
  /// free.
  private static final Duration AT_A_STRETCH = Duration.ofSeconds(30);

  private static final Duration BREATH = Duration.ofMillis(1500);

  /// How long a server that ends waits for the part that is being written.
  private static final Duration LAST_WORDS = Duration.ofSeconds(20);

  private final Deliveries deliveries;
  private final IngestService service;
  private final IngestMetrics metrics;
  private final Runnable reachDatabase;
  private final Duration firstPause;
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Thread thread;
  private volatile boolean stopped;

  /// @param reachDatabase throws at once where there is none: a load would try for half a minute, and
  ///   nobody would know why
  /// @param firstPause after a first failure; it doubles with each further one, up to thirtyfold
  EventLoader(
      Deliveries deliveries,
      IngestService service,
      IngestMetrics metrics,
      Runnable reachDatabase,
      Duration firstPause) {
    this.deliveries = deliveries;
    this.service = service;
    this.metrics = metrics;
    this.reachDatabase = reachDatabase;
    this.firstPause = firstPause;
    thread = Thread.ofPlatform().name("events").daemon(true).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      int failures = 0;
      long stretch = System.nanoTime();
      while (!stopped) {
        Optional<Delivery> next = next();
        if (next.isEmpty()) {
          stretch = System.nanoTime();
        } else if (load(next.get())) {
          failures = 0;
        } else {
          Thread.sleep(firstPause.multipliedBy(Math.min(1 << failures, LONGEST_PAUSE)));
          failures = Math.min(failures + 1, 5);
        }
        if (System.nanoTime() - stretch > AT_A_STRETCH.toNanos()) {
          Thread.sleep(BREATH);
          stretch = System.nanoTime();
        }
      }
    } catch (InterruptedException e) {
      log.debug("told to stop");
    }
  }

  /// Waits a moment where there is nothing to do.
  private Optional<Delivery> next() throws InterruptedException {
    try {
      Optional<Inbox> inbox = deliveries.inbox();
      if (inbox.isPresent()) {
        inbox.get().await(LOOK.toMillis());
        List<Delivery> pending = inbox.get().pending();
        Optional<Delivery> next =
            pending.stream()
                .filter(delivery -> deliveries.failure(delivery.id()).isEmpty())
                .findFirst();
        if (next.isEmpty() && !pending.isEmpty()) {
          Thread.sleep(LOOK); // All of it is set aside.
        }
        return next;
      }
    } catch (IOException e) {
      log.error("the inbox cannot be opened", e);
      Thread.sleep(firstPause.multipliedBy(LONGEST_PAUSE));
    }
    Thread.sleep(LOOK);
    return Optional.empty();
  }

  /// Whether the next one may be tried at once.
  private boolean load(Delivery delivery) throws InterruptedException {
    String id = delivery.id();
    try {
      Inbox inbox = deliveries.inbox().orElseThrow();
      Source source = Source.delivery(id, inbox.body(delivery));
      reachDatabase.run();
      if (deliveries.waiting().isEmpty()) {
        deliveries.load(new Loading(id, "recognise", 0, 0, 0));
      } // Else what was in the way is so until the first progress.
      IngestSummary summary = service.ingest(List.of(source), new Listener(id));
      inbox.done(delivery);
      deliveries.loaded(id);
      metrics.loaded(summary, delivery.bytes());
      attempts.remove(id);
      log.info(
          "{}: {} lines, {} of them rejected, {} ms",
          id,
          summary.counts().read(),
          summary.counts().rejected(),
          summary.elapsed().toMillis());
      return true;
    } catch (IOException | RuntimeException | VirtualMachineError e) {
      return stopped || setBack(id, Setback.of(e), e);
    }
  }

  private boolean setBack(String id, Setback setback, Throwable cause) {
    if (setback.passes()) {
      if (!deliveries.waiting().equals(Optional.of(setback.problem()))) {
        log.warn("{} waits: {}", id, setback.problem().detail(), cause);
      }
      deliveries.waitFor(setback.problem());
      return false;
    }
    int tried = attempts.merge(id, 1, Integer::sum);
    log.error("{} could not be loaded, attempt {} of {}", id, tried, ATTEMPTS, cause);
    Problem problem = setback.problem();
    if (tried < ATTEMPTS) {
      deliveries.waitFor(problem);
      return false;
    }
    attempts.remove(id);
    deliveries.setAside(id, problem);
    metrics.failed();
    return true;
  }

  /// Lets the part end that is being written; the rest is taken up by the next start.
  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
    try {
      thread.join(LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Listener implements IngestListener {

    private final String id;

    Listener(String id) {
      this.id = id;
    }

    @Override
    public void progress(IngestProgress progress) {
      deliveries.load(Loading.of(id, progress));
    }

    @Override
    public void writing(int parts, int of) {
      if (parts > 0) {
        metrics.partWritten();
      }
    }

    @Override
    public void added(LineCounts added, Map<String, Long> rejections) {
      metrics.added(added, rejections);
    }

    @Override
    public void notice(String text) {
      log.info("{}", text);
    }
  }
}
