package io.iolaus.api.alert;

import io.iolaus.api.stream.EventStreams;
import io.iolaus.api.stream.EventStreams.Event;
import io.iolaus.api.stream.EventStreams.News;
import io.iolaus.cypher.alert.Alert;
import io.iolaus.cypher.alert.AlertReader;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Alerts as server-sent events.
///
/// A stream reads what stands after the last place it told. It keeps nothing else, so that nothing
/// can be lost or come twice between it and others, or while it connects again: alerts are made in
/// the order of their places and none ever comes to stand before one that was read ({@link
/// io.iolaus.cypher.alert.AlertRaiser}), the id of an event is the place of its alert, and a client
/// that comes back names the last id it has seen. It does not matter which process it comes back
/// to.
@Component
class AlertStreams {

  static final int MOST = EventStreams.MOST;

  private static final int ALERTS = 200;

  private final AlertReader alerts;
  private final EventStreams streams;
  private final Semaphore places = new Semaphore(MOST);

  AlertStreams(AlertReader alerts, EventStreams streams) {
    this.alerts = alerts;
    this.streams = streams;
  }

  /// Streams until either side ends it.
  ///
  /// @param after the place to begin behind; null: with what is raised from now on
  void serve(@Nullable Long after, HttpServletResponse response) throws IOException {
    // Asked before the answer begins: a database that is away is still told by a status.
    long[] place = {after == null ? alerts.latest() : after};
    streams.serve(
        places,
        () -> {
          List<Alert> next = alerts.since(place[0], ALERTS);
          if (!next.isEmpty()) {
            place[0] = next.getLast().place();
          }
          return new News(
              next.stream()
                  .map(alert -> new Event(String.valueOf(alert.place()), "alert", alert))
                  .toList(),
              next.size() == ALERTS,
              false);
        },
        response);
  }
}
