package io.iolaus.api.detection;

import io.iolaus.cypher.lease.HeldLease;
import io.iolaus.cypher.lease.LeaseLostException;
import io.iolaus.cypher.lease.Leases;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs detection in the background, once at a time: in this process by a flag, among processes by
/// a lease.
public class DetectionJob {

  private static final Logger log = LoggerFactory.getLogger(DetectionJob.class);

  private final Leases leases;
  private final Consumer<HeldLease> detection;
  private final AtomicBoolean running = new AtomicBoolean();
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("detection").daemon(true).factory());

  DetectionJob(Leases leases, Consumer<HeldLease> detection) {
    this.leases = leases;
    this.detection = detection;
  }

  boolean running() {
    return running.get();
  }

  /// Starts a run and returns at once; false where one is under way in this process.
  boolean start() {
    return start(() -> true);
  }

  /// The same, if it is due.
  ///
  /// @param due asked when no other process can be at it
  boolean start(BooleanSupplier due) {
    if (!running.compareAndSet(false, true)) {
      return false;
    }
    background.execute(() -> run(due));
    return true;
  }

  /// Does other work that must not be beside a run: when the run that is under way has ended, in
  /// this process or in another.
  public void afterwards(Consumer<HeldLease> work) {
    background.execute(() -> {
      try {
        leases.onceHeld(Leases.DETECTION, () -> {}, work);
      } catch (RuntimeException e) {
        log.error("work beside detection failed", e);
      }
    });
  }

  private void run(BooleanSupplier due) {
    try {
      boolean free =
          leases.whileHeld(
              Leases.DETECTION,
              held -> {
                if (due.getAsBoolean()) {
                  detection.accept(held);
                }
              });
      if (!free) {
        log.info("detection is under way in another process");
      }
    } catch (LeaseLostException e) {
      log.warn("detection broke off, the clusters of the run before stand: {}", e.getMessage());
    } catch (RuntimeException e) {
      // The clusters of the run before stand; the next run may do better.
      log.error("detection failed", e);
    } finally {
      running.set(false);
    }
  }

  /// Lets a run that is under way end, within reason.
  @PreDestroy
  void close() {
    background.shutdown();
    try {
      if (!background.awaitTermination(20, TimeUnit.SECONDS)) {
        background.shutdownNow();
      }
    } catch (InterruptedException e) {
      background.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
