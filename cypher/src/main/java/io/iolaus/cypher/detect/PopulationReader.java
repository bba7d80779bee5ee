package io.iolaus.cypher.detect;

import io.iolaus.core.decision.Held;
import io.iolaus.core.decision.Opinions;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.Population;
import io.iolaus.cypher.decision.OpinionReader;
import io.iolaus.cypher.detector.DetectorWindow;
import io.iolaus.cypher.statement.Statements;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/// Streams what a run needs of every account out of the graph, one row an account; ranges of
/// accounts side by side, because the database works off one statement in one thread.
final class PopulationReader {

  private static final int MOST_RANGES = 4;

  /// Fewer accounts are not worth a second session.
  private static final int LEAST_IN_RANGE = 5_000;

  /// Above every id: the greatest character.
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private final Driver driver;
  private final Held held;

  PopulationReader(Driver driver) {
    this(driver, Held.NONE);
  }

  /// @param held decisions about clusters, which say something of their accounts
  PopulationReader(Driver driver, Held held) {
    this.driver = driver;
    this.held = held;
  }

  /// Accounts with ids above `after`, up to and with `until`.
  private record Range(String after, String until) {}

  Population read(DetectorWindow window, DetectionListener listener) {
    return read(window, new OpinionReader(driver).by(window.asOf(), held), listener);
  }

  /// Those of some accounts that there are, by their ids.
  ///
  /// @param opinions what was said of accounts by the end of the window
  Map<String, Population.Entry> some(
      Collection<String> ids, DetectorWindow window, Opinions opinions) {
    Map<String, Object> parameters =
        Map.of("asOf", window.asOf().atZone(ZoneOffset.UTC), "ids", List.copyOf(ids));
    try (Session session = reading()) {
      return session.executeRead(tx -> {
        Map<String, Population.Entry> entries = new HashMap<>();
        tx.run(Statements.load("queries/detect/population-of"), parameters)
            .forEachRemaining(row -> {
              Population.Entry entry = PopulationRow.entry(row, window, opinions);
              entries.put(entry.id(), entry);
            });
        return entries;
      });
    }
  }

  /// All of them, with opinions that were read before.
  Population read(DetectorWindow window, Opinions opinions, DetectionListener listener) {
    AtomicInteger count = new AtomicInteger();
    List<Population.Entry> entries = new ArrayList<>();
    SideBySide.map(ranges(), range -> range(range, window, opinions, count, listener))
        .forEach(entries::addAll);
    return new Population(entries);
  }

  /// The same as though nobody had decided about any account.
  Population readUndecided(DetectorWindow window, DetectionListener listener) {
    return read(window, new Opinions(), listener);
  }

  /// Ranges of about as many accounts each, the last one without an end: an account that comes
  /// meanwhile is in one of them.
  private List<Range> ranges() {
    try (Session session = reading()) {
      return session.executeRead(tx -> {
        int accounts =
            tx.run(Statements.load("queries/detect/now")).single().get("accounts").asInt();
        int ranges =
            Math.clamp(
                accounts / LEAST_IN_RANGE,
                1,
                Math.min(MOST_RANGES, Runtime.getRuntime().availableProcessors()));
        List<Range> result = new ArrayList<>();
        String after = "";
        for (int i = 1; i < ranges; i++) {
          long last = (long) accounts * i / ranges - 1;
          String until =
              tx.run(Statements.load("queries/detect/account-at"), Map.of("place", last))
                  .single()
                  .get("id")
                  .asString();
          result.add(new Range(after, until));
          after = until;
        }
        result.add(new Range(after, LAST));
        return result;
      });
    }
  }

  private List<Population.Entry> range(
      Range range,
      DetectorWindow window,
      Opinions opinions,
      AtomicInteger count,
      DetectionListener listener) {
    Map<String, Object> parameters =
        Map.of(
            "asOf", window.asOf().atZone(ZoneOffset.UTC),
            "after", range.after(),
            "until", range.until());
    try (Session session = reading()) {
      return session.executeRead(tx -> {
        var result = tx.run(Statements.load("queries/detect/population"), parameters);
        List<Population.Entry> entries = new ArrayList<>();
        while (result.hasNext()) {
          Record row = result.next();
          entries.add(PopulationRow.entry(row, window, opinions));
          int read = count.incrementAndGet();
          if (read % 500 == 0) {
            listener.progress("reading accounts", read, 0);
          }
        }
        return entries;
      });
    }
  }

  private Session reading() {
    return driver.session(
        SessionConfig.builder()
            .withDefaultAccessMode(AccessMode.READ)
            .withFetchSize(2_000)
            .build());
  }
}
