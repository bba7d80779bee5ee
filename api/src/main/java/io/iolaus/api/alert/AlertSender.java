package io.iolaus.api.alert;

import io.iolaus.cypher.alert.AlertMessage;
import io.iolaus.cypher.alert.AlertOutbox;
import io.iolaus.cypher.lease.HeldLease;
import io.iolaus.cypher.lease.LeaseLostException;
import io.iolaus.cypher.lease.Leases;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/// Sends alerts, a thread for each channel, so that one that hangs holds up no other.
///
/// Of several processes one at a time has a channel's lease. It puts what is pending into messages,
/// tries those whose time has come, and writes down what came of each try. A process that dies
/// between a try and that is followed by one that tries again under the same id: a message comes at
/// least once, and who has it twice can tell by its id.
class AlertSender {

  private static final Logger log = LoggerFactory.getLogger(AlertSender.class);

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int MESSAGES = 50;

  private final List<AlertChannel> channels;
  private final AlertOutbox outbox;
  private final Leases leases;
  private final AlertProperties properties;
  private final AlertTimes times;
  private final Clock clock;
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  AlertSender(
      List<AlertChannel> channels,
      AlertOutbox outbox,
      Leases leases,
      AlertProperties properties,
      Clock clock) {
    this.channels = List.copyOf(channels);
    this.outbox = outbox;
    this.leases = leases;
    this.properties = properties;
    this.times = properties.times();
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  synchronized void start() {
    for (AlertChannel channel : channels) {
      log.info("alerts leave by {} to {}", channel.name(), channel.target());
      threads.add(
          Thread.ofVirtual().name("alerts-" + channel.name()).start(() -> untilStopped(channel)));
    }
  }

  private void untilStopped(AlertChannel channel) {
    boolean open = false;
    try {
      do {
        try {
          if (!open) {
            outbox.open(channel.name());
            open = true;
          }
          pass(channel);
        } catch (Neo4jException e) {
          log.warn(
              "alerts wait on {}, the database does not answer: {}",
              channel.name(),
              e.getMessage());
        } catch (LeaseLostException e) {
          log.warn("alerts on {}: {}", channel.name(), e.getMessage());
        } catch (RuntimeException e) {
          log.error("alerts on {}", channel.name(), e);
        }
      } while (!stopping.await(POLL.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // told to stop
    }
  }

  /// Does what is to be done now, unless another process is at it.
  void pass(AlertChannel channel) throws InterruptedException {
    Instant now = clock.instant();
    if (times.quiet(now) || !outbox.busy(channel.name(), now)) {
      return;
    }
    leases.whileHeld("alerts-" + channel.name(), held -> send(channel, held));
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private void send(AlertChannel channel, HeldLease held) {
    outbox.plan(
        channel.name(),
        pending -> AlertPlan.of(times, pending, clock.instant()),
        clock.instant(),
        held);
    for (AlertMessage message : outbox.due(channel.name(), clock.instant(), MESSAGES)) {
      if (times.quiet(clock.instant()) || stopping.getCount() == 0) {
        return;
      }
      try {
        record(channel, message, tried(channel, message), held);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /// A fault of ours is tried again as well, and with the same pauses.
  private static AlertChannel.Outcome tried(AlertChannel channel, AlertMessage message)
      throws InterruptedException {
    try {
      return channel.send(message);
    } catch (RuntimeException e) {
      log.error("message {} on {}", message.id(), channel.name(), e);
      return new AlertChannel.Outcome.Later(e.toString(), null);
    }
  }

  private void record(
      AlertChannel channel, AlertMessage message, AlertChannel.Outcome outcome, HeldLease held) {
    Instant now = clock.instant();
    switch (outcome) {
      case AlertChannel.Outcome.Sent() -> outbox.sent(message, now, held);
      case AlertChannel.Outcome.Refused(String problem) -> {
        log.warn("{} refuses message {}: {}", channel.name(), message.id(), problem);
        outbox.failed(message, problem, now, held);
      }
      case AlertChannel.Outcome.Later later -> later(channel, message, later, now, held);
    }
  }

  private void later(
      AlertChannel channel,
      AlertMessage message,
      AlertChannel.Outcome.Later later,
      Instant now,
      HeldLease held) {
    Duration pause = pause(properties.pause(), message.attempts());
    if (later.after() != null && later.after().compareTo(pause) > 0) {
      pause = later.after();
    }
    Instant end = message.since().plus(properties.giveUp());
    Instant next = now.plus(pause);
    if (next.isAfter(end)) {
      log.warn(
          "message {} on {} is given up after {} tries: {}",
          message.id(),
          channel.name(),
          message.attempts() + 1,
          later.problem());
      outbox.failed(message, later.problem(), now, held);
    } else {
      outbox.later(message, next, later.problem(), now, held);
    }
  }

  /// Three times as long with each try before, an hour at most, a fifth more or less: what failed
  /// together does not come back together.
  static Duration pause(Duration first, long attempts) {
    Duration pause = first;
    for (long i = 0; i < attempts && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
      pause = pause.multipliedBy(3);
    }
    long millis = Math.min(pause.toMillis(), LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(
        ThreadLocalRandom.current().nextLong(millis * 4 / 5, millis * 6 / 5 + 1));
  }

  /// Lets a try that is under way end and be written down, within reason.
  @PreDestroy
  synchronized void stop() {
    stopping.countDown();
    try {
      for (Thread thread : threads) {
        if (!thread.join(PATIENCE)) {
          thread.interrupt();
          thread.join(PATIENCE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
