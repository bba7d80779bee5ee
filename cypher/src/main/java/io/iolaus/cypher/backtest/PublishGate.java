package io.iolaus.cypher.backtest;

import io.iolaus.cypher.detector.DetectorDraft;
import io.iolaus.cypher.detector.SiteDetectors;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neo4j.driver.Driver;

/// What a version must show before it may run: a backtest of exactly its text, against the
/// detectors of today, that is not stale and in which nothing became worse. Nothing overrides it.
public final class PublishGate {

  /// Data that came in since does not make a backtest stale at once: on a live site it always does.
  private static final Duration FRESH = Duration.ofDays(7);

  /// A moment longer ago than this says little of what the version would do now.
  private static final Duration RECENT = Duration.ofDays(30);

  private static final String AGAIN = ": run `iolaus detectors backtest` again";

  private final Driver driver;
  private final SiteDetectors site;

  public PublishGate(Driver driver, SiteDetectors site) {
    this.driver = driver;
    this.site = site;
  }

  /// What was found about a version.
  ///
  /// @param backtest the latest of exactly this text
  /// @param objections everything that speaks against publishing; empty where it may be
  public record Finding(Optional<Backtest> backtest, List<String> objections) {
    public Finding {
      objections = List.copyOf(objections);
    }
  }

  public Finding judge(DetectorDraft draft) {
    Optional<Backtest> latest =
        new BacktestRecords(driver)
            .of(draft.file().id(), draft.file().version()).stream()
                .filter(b -> b.digest().equals(draft.digest()))
                .findFirst();
    if (latest.isEmpty()) {
      return new Finding(
          latest,
          List.of(
              "there is no backtest of exactly this text of "
                  + draft.id()
                  + ": run `iolaus detectors backtest` on its file"));
    }
    Backtest backtest = latest.get();
    List<String> objections = new ArrayList<>();
    stale(backtest).forEach(why -> objections.add(backtest.id() + " is stale, " + why + AGAIN));
    backtest
        .figures()
        .objections()
        .forEach(worse -> objections.add("in " + backtest.id() + " " + worse));
    return new Finding(latest, objections);
  }

  private List<String> stale(Backtest backtest) {
    List<String> why = new ArrayList<>();
    if (!backtest.catalog().equals(site.catalog().fingerprint())) {
      why.add("other detectors run now than it was compared with");
    }
    GraphMarks now = GraphMarks.read(driver);
    if (now.replaced() != backtest.replaced()) {
      why.add("a batch was replaced since");
    }
    if (!now.verdicts().equals(backtest.verdicts())) {
      why.add("people decided about accounts since");
    }
    Instant events = now.events();
    Instant then = backtest.events();
    if (events != null && (then == null || events.isAfter(then.plus(FRESH)))) {
      why.add("events of more than " + FRESH.toDays() + " days came in since");
    }
    if (events != null && events.isAfter(backtest.asOf().plus(RECENT))) {
      why.add(
          "it looks at a moment more than " + RECENT.toDays() + " days before the newest event");
    }
    return why;
  }
}
