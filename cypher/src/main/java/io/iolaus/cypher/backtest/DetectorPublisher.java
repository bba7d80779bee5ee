package io.iolaus.cypher.backtest;

import io.iolaus.cypher.detector.DetectorDraft;
import io.iolaus.cypher.detector.DetectorOrigin;
import io.iolaus.cypher.detector.DetectorProblem;
import io.iolaus.cypher.detector.DetectorStatus;
import io.iolaus.cypher.detector.DetectorVersion;
import io.iolaus.cypher.detector.DetectorVersion.State;
import io.iolaus.cypher.detector.SiteDetectors;
import io.iolaus.cypher.once.OnceClaim;
import io.iolaus.cypher.statement.Statements;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/// Brings versions of detectors into use and out of it. One person puts a version forward, another
/// one publishes it; both times [PublishGate] is asked.
///
/// May be shared by threads. A version is one node, whose text is written once: of two who put
/// forward different texts under one number at once, one is refused.
public final class DetectorPublisher {

  private static final int LONGEST_NAME = 100;

  private final Driver driver;
  private final SiteDetectors site;
  private final PublishGate gate;
  private final Clock clock;

  /// @param clock stamps when something was decided; nothing else depends on it
  public DetectorPublisher(Driver driver, SiteDetectors site, Clock clock) {
    this.driver = driver;
    this.site = site;
    this.gate = new PublishGate(driver, site);
    this.clock = clock;
  }

  /// Puts a version forward. The same text a second time changes nothing.
  ///
  /// @param reason why, for who is to approve; may be null
  /// @throws PublishRefusedException with every reason
  /// @throws io.iolaus.cypher.detector.InvalidDetectorsException if this graph's plan is refused
  public DetectorVersion propose(DetectorDraft draft, String by, @Nullable String reason) {
    String author = person(by);
    Optional<DetectorVersion> there = stored(draft.file().id(), draft.file().version());
    if (there.isPresent() && there.get().digest().equals(draft.digest())) {
      return there.get();
    }
    requireNewer(draft);
    requireRunnable(draft);
    PublishGate.Finding found = gate.judge(draft);
    refuseIf(draft.id() + " is not proposed", found.objections());
    Map<String, @Nullable Object> row = row(draft, DetectorOrigin.SITE);
    row.put("author", author);
    row.put("reason", reason);
    row.put("backtest", found.backtest().orElseThrow().id());
    write("version-propose", parameters(draft.id(), row));
    DetectorVersion written = stored(draft.file().id(), draft.file().version()).orElseThrow();
    if (!written.digest().equals(draft.digest())) {
      throw taken(draft); // by somebody else, just now
    }
    return written;
  }

  /// Publishes what somebody else put forward.
  ///
  /// @throws PublishRefusedException with every reason
  public DetectorVersion approve(String detector, int version, String by) {
    String approver = person(by);
    DetectorVersion proposed =
        stored(detector, version)
            .orElseThrow(() ->
                refused(
                    detector + "@" + version + " is not published",
                    "nobody has proposed it: give its file first"));
    String what = proposed.id() + " is not published";
    if (proposed.status() != State.PROPOSED) {
      throw refused(what, "it is " + proposed.status().text() + " already");
    }
    if (same(approver, Objects.requireNonNullElse(proposed.author(), ""))) {
      throw refused(
          what, "whoever proposed it cannot approve it: somebody other than " + proposed.author());
    }
    DetectorDraft draft = proposed.draft();
    requireRunnable(draft);
    PublishGate.Finding found = gate.judge(draft);
    refuseIf(what, found.objections());
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("id", proposed.id());
    parameters.put("digest", proposed.digest());
    parameters.put("by", approver);
    parameters.put("backtest", found.backtest().orElseThrow().id());
    parameters.put("recordedAt", now());
    if (write("version-approve", parameters).isEmpty()) {
      throw refused(what, "somebody has changed it meanwhile: look at it again");
    }
    return stored(detector, version).orElseThrow();
  }

  /// Takes a detector out of use, from the next run on; none of its versions runs until a higher
  /// one is published.
  ///
  /// @throws PublishRefusedException with every reason
  public DetectorVersion retire(String detector, String by, String reason) {
    String person = person(by);
    if (reason.isBlank()) {
      throw refused(detector + " is not retired", "say why, for who reads this later");
    }
    Optional<DetectorVersion> latest =
        site.versions(detector).stream()
            .filter(v -> v.status() != State.PROPOSED)
            .reduce((earlier, later) -> later);
    Optional<DetectorDraft> builtIn = site.builtIn(detector);
    if (latest.isPresent() && latest.get().status() == State.RETIRED) {
      throw refused(detector + " is not retired", latest.get().id() + " is retired already");
    }
    Map<String, @Nullable Object> row = new HashMap<>();
    String id;
    if (latest.isPresent()
        && builtIn.map(b -> b.file().version() <= latest.get().version()).orElse(true)) {
      id = latest.get().id();
    } else {
      DetectorDraft draft =
          builtIn.orElseThrow(
              () -> refused(detector + " is not retired", "there is no such detector in use"));
      id = draft.id();
      row = row(draft, DetectorOrigin.BUILT_IN);
    }
    Map<String, @Nullable Object> parameters = parameters(id, row);
    parameters.put("by", person);
    parameters.put("reason", reason.strip());
    write("version-retire", parameters);
    return site.versions(detector).stream()
        .filter(v -> v.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void requireNewer(DetectorDraft draft) {
    int highest =
        Math.max(
            site.builtIn(draft.file().id()).map(b -> b.file().version()).orElse(0),
            site.versions(draft.file().id()).stream()
                .mapToInt(DetectorVersion::version)
                .max()
                .orElse(0));
    if (stored(draft.file().id(), draft.file().version()).isPresent()) {
      throw taken(draft);
    }
    if (draft.file().version() <= highest) {
      throw refused(
          draft.id() + " is not proposed",
          "versions only rise, and there is " + highest + ": write version " + (highest + 1));
    }
  }

  private void requireRunnable(DetectorDraft draft) {
    if (draft.file().status() != DetectorStatus.ACTIVE) {
      throw refused(
          draft.id() + " is not published",
          "its status is "
              + draft.file().status().text()
              + ", with which its links would not count: write status: active");
    }
    List<DetectorProblem> problems = draft.problems(driver, draft.id());
    refuseIf(
        draft.id() + " may not run here",
        problems.stream().map(DetectorProblem::toString).toList());
  }

  private static PublishRefusedException taken(DetectorDraft draft) {
    return refused(
        draft.id() + " is not proposed",
        "this version has another text already, and none changes: write version "
            + (draft.file().version() + 1));
  }

  private Optional<DetectorVersion> stored(String detector, int version) {
    return site.versions(detector).stream().filter(v -> v.version() == version).findFirst();
  }

  private static Map<String, @Nullable Object> row(DetectorDraft draft, DetectorOrigin origin) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("detector", draft.file().id());
    row.put("version", draft.file().version());
    row.put("digest", draft.digest());
    row.put("origin", origin.text());
    row.put("text", draft.text());
    row.put("tests", draft.tests());
    return row;
  }

  private Map<String, @Nullable Object> parameters(String id, Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("id", id);
    parameters.put("row", row);
    parameters.put("recordedAt", now());
    return parameters;
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(ZoneOffset.UTC);
  }

  /// The driver takes null values in parameters but does not say so.
  @SuppressWarnings({"unchecked", "NullAway"})
  private List<Record> write(String statement, Map<String, @Nullable Object> parameters) {
    Map<String, Object> values = (Map<String, Object>) (Map<String, ?>) parameters;
    try (var session = driver.session()) {
      return session.executeWrite(tx -> {
        List<Record> written =
            tx.run(Statements.load("writes/detector/" + statement), values).list();
        if (!written.isEmpty()) {
          OnceClaim.acted(tx, "a version of detector " + parameters.get("id"));
        }
        return written;
      });
    }
  }

  private static String person(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "the name of a person has 1.." + LONGEST_NAME + " characters, was '" + plain + "'");
    }
    return plain;
  }

  private static boolean same(String a, String b) {
    return a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT));
  }

  private static void refuseIf(String what, List<String> reasons) {
    if (!reasons.isEmpty()) {
      throw new PublishRefusedException(what, reasons);
    }
  }

  private static PublishRefusedException refused(String what, String reason) {
    return new PublishRefusedException(what, List.of(reason));
  }
}
