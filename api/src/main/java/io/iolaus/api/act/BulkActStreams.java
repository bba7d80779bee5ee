package io.iolaus.api.act;

import io.iolaus.api.stream.EventStreams;
import io.iolaus.api.stream.EventStreams.Event;
import io.iolaus.api.stream.EventStreams.News;
import io.iolaus.core.act.BulkActState;
import io.iolaus.cypher.act.BulkActReader;
import io.iolaus.cypher.act.BulkActRow;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// How far a bulk act is, as server-sent events.
///
/// An event is the act as it is, sent when it has become another one; its id says which, so that a
/// client that comes back hears nothing twice. The stream ends when nobody can stop the act any
/// more. A client that comes back after that is told so by 204, which browsers take for the end.
@Component
class BulkActStreams {

  private final BulkActReader reader;
  private final EventStreams streams;
  private final Semaphore places = new Semaphore(EventStreams.MOST);

  BulkActStreams(BulkActReader reader, EventStreams streams) {
    this.reader = reader;
    this.streams = streams;
  }

  /// Streams until either side ends it, or the act has ended.
  ///
  /// @param act as it was read a moment ago
  /// @param last the id of the last event that the client has seen, null for none
  void serve(BulkActRow act, @Nullable String last, HttpServletResponse response)
      throws IOException {
    if (ended(act) && id(act).equals(last)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return;
    }
    @Nullable String[] told = {last};
    streams.serve(
        places,
        () -> {
          BulkActRow now = reader.one(act.id()).orElse(act);
          List<Event> events =
              id(now).equals(told[0]) ? List.of() : List.of(new Event(id(now), "act", now));
          told[0] = id(now);
          return new News(events, false, ended(now));
        },
        response);
  }

  private static boolean ended(BulkActRow act) {
    return !BulkActState.of(act.state()).orElseThrow().cancellable();
  }

  private static String id(BulkActRow act) {
    return act.version() + "-" + act.state() + "-" + act.decided();
  }
}
