package io.iolaus.api.stream;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Server-sent events, of whatever kind.
///
/// A stream is a loop in the (virtual) thread of its request: ask what is new, tell it in order,
/// wait a second. A client that does not read is let go by the write that blocks for too long, one
/// that is gone by the heartbeat. A stream ends after an hour; the client connects again, and is
/// asked again who it is.
@Component
public class EventStreams {

  private static final Logger log = LoggerFactory.getLogger(EventStreams.class);

  /// How many may be open of each kind.
  public static final int MOST = 32;

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int RETRY_SECONDS = 3;

  private final JsonMapper json;
  private final CountDownLatch ending = new CountDownLatch(1);

  EventStreams(JsonMapper json) {
    this.json = json;
  }

  /// What happened.
  ///
  /// @param id by which a client that comes back says how far it was
  /// @param data as JSON
  public record Event(String id, String type, Object data) {}

  /// What is new.
  ///
  /// @param more whether there is more already
  /// @param last whether nothing will follow
  public record News(List<Event> events, boolean more, boolean last) {
    public News {
      events = List.copyOf(events);
    }
  }

  /// Is asked each second.
  @FunctionalInterface
  public interface Source {
    /// What is new since the last question.
    ///
    /// @throws Neo4jException while the database is away: it is asked again
    News next();
  }

  /// Streams until either side ends it, or the source does.
  ///
  /// @param places of this kind of stream, [#MOST] of them
  public void serve(Semaphore places, Source source, HttpServletResponse response)
      throws IOException {
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
      response.setContentType("text/event-stream;charset=UTF-8");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      // Proxies that gather answers would hold events back.
      response.setHeader("X-Accel-Buffering", "no");
      OutputStream out = response.getOutputStream();
      write(out, "retry: " + RETRY_SECONDS * 1_000 + "\n\n");
      follow(source, out);
    } catch (IOException e) {
      log.debug("a stream broke off: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private void follow(Source source, OutputStream out) throws IOException, InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    long told = System.nanoTime();
    boolean more = true; // what was missed is told at once
    while (System.nanoTime() < end && !ended(more)) {
      News news;
      try {
        news = source.next();
      } catch (Neo4jException e) {
        // It goes on where it is when the database is back.
        log.debug("a stream waits for the database: {}", e.getMessage());
        news = new News(List.of(), false, false);
      }
      for (Event event : news.events()) {
        write(
            out,
            "id: %s\nevent: %s\ndata: %s\n\n"
                .formatted(event.id(), event.type(), json.writeValueAsString(event.data())));
      }
      if (news.last()) {
        return;
      }
      more = news.more();
      if (!news.events().isEmpty()) {
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
