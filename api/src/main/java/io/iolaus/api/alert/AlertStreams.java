package io.iolaus.api.alert;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.cypher.alert.Alert;
import io.iolaus.cypher.alert.AlertReader;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Alerts as server-sent events.
///
/// A stream is a loop in the (virtual) thread of its request: read what stands after the last place
/// it told, tell it in order, wait a second. It keeps nothing else, so that nothing can be lost or
/// come twice between it and others, or while it connects again: alerts are made in the order of
/// their places and none ever comes to stand before one that was read ({@link
/// io.iolaus.cypher.alert.AlertRaiser}), the id of an event is the place of its alert, and a client
/// that comes back names the last id it has seen. It does not matter which process it comes back
/// to.
///
/// A client that does not read is let go by the write that blocks for too long, one that is gone by
/// the heartbeat. A stream ends after an hour; the client connects again, and is asked again who it
/// is.
@Component
class AlertStreams {

  private static final Logger log = LoggerFactory.getLogger(AlertStreams.class);

  static final int MOST = 32;

  private static final int ALERTS = 200;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int RETRY_SECONDS = 3;

  private final AlertReader alerts;
  private final JsonMapper json;
  private final Semaphore places = new Semaphore(MOST);
  private final CountDownLatch ending = new CountDownLatch(1);

  AlertStreams(AlertReader alerts, JsonMapper json) {
    this.alerts = alerts;
    this.json = json;
  }

  /// Streams until either side ends it.
  ///
  /// @param after the place to begin behind; null: with what is raised from now on
  void serve(@Nullable Long after, HttpServletResponse response) throws IOException {
    if (!places.tryAcquire()) {
      HttpHeaders later = new HttpHeaders();
      later.set(HttpHeaders.RETRY_AFTER, "60");
      throw new ProblemException(
          new Problem(
              HttpStatus.TOO_MANY_REQUESTS,
              "streams-full",
              "As many as " + MOST + " streams are open: end one, or try again later"),
          later);
    }
    try {
      // Asked before the answer begins: a database that is away is still told by a status.
      long place = after == null ? alerts.latest() : after;
      response.setContentType("text/event-stream;charset=UTF-8");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      // Proxies that gather answers would hold events back.
      response.setHeader("X-Accel-Buffering", "no");
      OutputStream out = response.getOutputStream();
      write(out, "retry: " + RETRY_SECONDS * 1_000 + "\n\n");
      follow(place, out);
    } catch (IOException e) {
      log.debug("a stream of alerts broke off: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private void follow(long from, OutputStream out) throws IOException, InterruptedException {
    long place = from;
    long end = System.nanoTime() + LONGEST.toNanos();
    long told = System.nanoTime();
    boolean more = true; // what was missed is told at once
    while (System.nanoTime() < end && !ended(more)) {
      List<Alert> next;
      try {
        next = alerts.since(place, ALERTS);
      } catch (Neo4jException e) {
        // It goes on where it is when the database is back.
        log.debug("a stream of alerts waits for the database: {}", e.getMessage());
        next = List.of();
      }
      for (Alert alert : next) {
        write(
            out,
            "id: "
                + alert.place()
                + "\nevent: alert\ndata: "
                + json.writeValueAsString(alert)
                + "\n\n");
        place = alert.place();
      }
      more = next.size() == ALERTS;
      if (!next.isEmpty()) {
        told = System.nanoTime();
      } else if (System.nanoTime() - told > HEARTBEAT.toNanos()) {
        write(out, ": here\n\n");
        told = System.nanoTime();
      }
    }
  }

  /// Waits a moment, unless there is more to tell already.
  private boolean ended(boolean more) throws InterruptedException {
    return ending.await(more ? 0 : POLL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /// Before the server waits for requests to end: these would not.
  @EventListener(ContextClosedEvent.class)
  void end() {
    ending.countDown();
  }
}
