package io.iolaus.cypher.detect;

import io.iolaus.core.decision.Opinions;
import io.iolaus.core.detect.Derivation;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.Epoch;
import io.iolaus.core.detect.Links;
import io.iolaus.core.detect.Population;
import io.iolaus.core.detect.Rulings;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.cypher.decision.OpinionReader;
import io.iolaus.cypher.detector.DetectorFile;
import io.iolaus.cypher.detector.DetectorRunner;
import io.iolaus.cypher.detector.Link;
import io.iolaus.cypher.detector.LinkResult;
import io.iolaus.cypher.lease.HeldLease;
import io.iolaus.cypher.statement.Statements;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/// Runs that go on from a full one in the same process: they read what has changed since the last
/// one, and find what a run that reads everything would find in the same {@link Epoch}.
///
/// Whatever may have changed otherwise than account by account ends the epoch, and the next run is
/// a full one: another day at the end of the window, other detectors, decisions, suppressions or
/// options, a batch that was replaced, addresses that came to be in other networks, a run of
/// another process. What is held is let go when memory is short.
///
/// For one run at a time.
final class EpochRuns {

  /// When more of the accounts have to be read again, everything is.
  private static final double MOST = 0.4;

  private final Driver driver;
  private SoftReference<@Nullable OpenEpoch> open = new SoftReference<>(null);

  EpochRuns(Driver driver) {
    this.driver = driver;
  }

  /// Ends the epoch: the next run is a full one.
  void end() {
    open.clear();
  }

  /// What a run found, for the next one to go on from.
  ///
  /// @param before clusters as the run before wrote them; none for a full run
  /// @param next null where the next run is to be a full one
  record Attempt(Reading reading, Map<String, OpenEpoch.Written> before, @Nullable OpenEpoch next) {
    Attempt {
      before = Map.copyOf(before);
    }
  }

  /// Keeps what the next run is to go on from.
  void keep(OpenEpoch next) {
    open = new SoftReference<>(next);
  }

  /// What a run may go on from; empty where it must be a full one.
  ///
  /// @param run the latest complete run
  /// @param terms of this run
  Optional<OpenEpoch> usable(String run, OpenEpoch.Terms terms) {
    OpenEpoch known = open.get();
    if (known == null
        || !known.last().run().equals(run)
        || !known.terms().equals(terms)
        || System.nanoTime() - known.began() > terms.options().epochs().lasting().toNanos()
        || mark() != known.mark()) {
      open.clear();
      return Optional.empty();
    }
    return Optional.of(known);
  }

  /// How often families and patterns were written anew.
  long mark() {
    try (var session = driver.session()) {
      return session.executeRead(tx ->
          tx.run(Statements.load("queries/detect/derived-mark")).single().get("mark").asLong());
    }
  }

  /// Reads what changed since the last run and finds what that changes; empty where that cannot be
  /// told, or is not less than everything.
  ///
  /// @param run this run
  Optional<Attempt> goOn(
      OpenEpoch epoch, String run, RunInput input, HeldLease lease, DetectionListener listener) {
    listener.progress("reading what is new", 0, 0);
    OpenEpoch.State before = epoch.last();
    IntakeReader intakes = new IntakeReader(driver);
    Intake intake = intakes.now();
    Optional<Set<String>> touched = intakes.touchedSince(before.intake());
    if (touched.isEmpty()) {
      return Optional.empty();
    }
    Opinions opinions = new OpinionReader(driver).by(input.asOf(), input.held());
    Set<String> asked = new HashSet<>(touched.get());
    asked.addAll(judgedOtherwise(before.opinions(), opinions));
    if (asked.size() > MOST * before.population().size()) {
      return Optional.empty();
    }
    listener.progress("reading accounts", 0, asked.size());
    Map<String, Population.Entry> read =
        new PopulationReader(driver, input.held()).some(asked, input.window(), opinions);
    if (asked.stream()
        .anyMatch(id -> !read.containsKey(id) && before.population().indexOf(id) >= 0)) {
      return Optional.empty();
    }
    Population now = with(epoch.epoch().population(), before.population(), read);
    BitSet changed = epoch.epoch().changed(now);
    Derivation derivation = epoch.epoch().derivation(now, changed);
    new DerivedWriter(driver, lease)
        .update(epoch.run(), now, read.keySet(), before.derivation(), derivation, listener);
    LinkCollector collector = collector(input, now);
    listener.progress("running detectors", 0, 0);
    List<LinkResult> results = about(read.keySet(), before, input, listener);
    if (results.stream().anyMatch(result -> result.status() != LinkResult.Status.COMPLETE)) {
      return Optional.empty();
    }
    Reading reading =
        found(
            epoch,
            now,
            changed,
            derivation,
            collector,
            results,
            input,
            Optional.of(new Reading.Since(epoch.run(), asked)),
            listener);
    return Optional.of(
        new Attempt(
            reading,
            before.written(),
            epoch.after(
                new OpenEpoch.State(run, intake, opinions, now, derivation, results, Map.of()))));
  }

  /// What a run of the epoch finds that reads everything; nothing is written.
  Reading whole(OpenEpoch epoch, RunInput input, DetectionListener listener) {
    Opinions opinions = new OpinionReader(driver).by(input.asOf(), input.held());
    Population all =
        new PopulationReader(driver, input.held()).read(input.window(), opinions, listener);
    Map<String, Population.Entry> read = new TreeMap<>();
    for (int a = 0; a < all.size(); a++) {
      read.put(all.get(a).id(), all.get(a));
    }
    Population now = with(epoch.epoch().population(), epoch.epoch().population(), read);
    BitSet changed = epoch.epoch().changed(now);
    Derivation derivation = epoch.epoch().derivation(now, changed);
    LinkCollector collector = collector(input, now);
    return found(
        epoch,
        now,
        changed,
        derivation,
        collector,
        collector.whole(input.window()),
        input,
        Optional.of(new Reading.Since(epoch.run(), read.keySet())),
        listener);
  }

  private LinkCollector collector(RunInput input, Population now) {
    return new LinkCollector(input.detectors(), new DetectorRunner(driver), now, input.ignored());
  }

  private static Reading found(
      OpenEpoch epoch,
      Population now,
      BitSet changed,
      Derivation derivation,
      LinkCollector collector,
      List<LinkResult> results,
      RunInput input,
      Optional<Reading.Since> since,
      DetectionListener listener) {
    listener.progress("comparing links", 0, 0);
    List<Link> kept = results.stream().flatMap(collector::kept).toList();
    List<SharedThing> things =
        epoch.places().now(kept, collector, new Links(now, derivation), changed);
    EvidenceGraph evidence = epoch.epoch().evidence(now, things);
    listener.progress("resolving", 0, 0);
    return new Reading(
        now,
        collector.collected(derivation, things, results),
        evidence,
        epoch
            .epoch()
            .clusters(
                now,
                changed,
                derivation,
                evidence,
                input.past().memory(),
                Rulings.apart(input.held(), now, input.past()::members)),
        since);
  }

  private static Set<String> judgedOtherwise(Opinions before, Opinions now) {
    Set<String> otherwise = new HashSet<>();
    for (Opinions opinions : List.of(before, now)) {
      for (String account : opinions.accounts()) {
        if (before.of(account) != now.of(account)
            || before.barred(account) != now.barred(account)) {
          otherwise.add(account);
        }
      }
    }
    return otherwise;
  }

  /// The accounts of an epoch in their places, those that came since behind them by their ids.
  ///
  /// @param before as they were read last
  /// @param read what was read since
  private static Population with(
      Population first, Population before, Map<String, Population.Entry> read) {
    List<Population.Entry> entries = new ArrayList<>();
    for (int a = 0; a < first.size(); a++) {
      Population.Entry known = before.get(a);
      entries.add(read.getOrDefault(known.id(), known));
    }
    Map<String, Population.Entry> later = new TreeMap<>();
    for (int a = first.size(); a < before.size(); a++) {
      later.put(before.get(a).id(), before.get(a));
    }
    read.forEach((id, entry) -> {
      if (first.indexOf(id) < 0) {
        later.put(id, entry);
      }
    });
    entries.addAll(later.values());
    return new Population(entries);
  }

  /// The links of all detectors, of which only those are asked for anew that some accounts may have
  /// changed.
  private List<LinkResult> about(
      Collection<String> accounts,
      OpenEpoch.State before,
      RunInput input,
      DetectionListener listener) {
    List<DetectorFile> detectors = input.detectors().active();
    DetectorRunner runner = new DetectorRunner(driver);
    Set<String> asked = Set.copyOf(accounts);
    Map<String, LinkResult> known = new HashMap<>();
    before.results().forEach(result -> known.put(result.detector(), result));
    Map<String, LinkResult> now = new HashMap<>();
    // those with most links first: they take longest
    SideBySide.map(
            detectors.stream()
                .map(detector -> Map.entry(detector, known(detector, known)))
                .sorted(Comparator.comparingInt(one -> -one.getValue().links().size()))
                .toList(),
            one -> runner.update(one.getKey(), input.window(), asked, one.getValue()))
        .forEach(result -> now.put(result.detector(), result));
    List<LinkResult> results = detectors.stream().map(detector -> known(detector, now)).toList();
    listener.progress("running detectors", results.size(), results.size());
    return results;
  }

  private static LinkResult known(DetectorFile detector, Map<String, LinkResult> results) {
    return Objects.requireNonNull(results.get(detector.id()));
  }
}
