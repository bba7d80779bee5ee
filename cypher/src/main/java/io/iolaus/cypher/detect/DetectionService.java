package io.iolaus.cypher.detect;

import io.iolaus.core.attribution.Attribution;
import io.iolaus.core.attribution.Attributor;
import io.iolaus.core.attribution.ClaimEvidence;
import io.iolaus.core.decision.Bonds;
import io.iolaus.core.decision.DecisionKind;
import io.iolaus.core.decision.Held;
import io.iolaus.core.detect.Derivation;
import io.iolaus.core.detect.Detection;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.Guests;
import io.iolaus.core.detect.Population;
import io.iolaus.core.detect.Reseller;
import io.iolaus.core.detect.Rulings;
import io.iolaus.core.explain.DetectorParts;
import io.iolaus.core.lineage.Lineage;
import io.iolaus.core.lineage.LineageEvent;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.cypher.decision.DecisionReader;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.detector.DetectorRunner;
import io.iolaus.cypher.detector.DetectorWindow;
import io.iolaus.cypher.detector.LinkResult;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.home.HomeException;
import io.iolaus.cypher.lease.HeldLease;
import io.iolaus.cypher.lease.LeaseLostException;
import io.iolaus.cypher.lineage.Heirs;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.statement.Statements;
import io.iolaus.cypher.suppression.Suppressed;
import io.iolaus.cypher.suppression.SuppressionReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import tools.jackson.databind.json.JsonMapper;

/// Runs detection from the graph to the graph.
///
/// Read every account → derive prompt families and patterns and write them → run the detectors →
/// weigh and resolve what they found → judge each group → attribute it → write clusters. Everything
/// is a function of the graph and of `asOf`; the clock only stamps what was recorded when. A second
/// run over an unchanged graph changes nothing but the run's own stamp.
///
/// Detectors read families and patterns from the graph, so a run for a named moment has to write
/// those of that moment; when it ends, however it ends, those of the latest complete run are
/// derived and written again. A process that dies in between leaves those of the named moment until
/// the next run of either kind; clusters are never touched.
///
/// Not for two at once on one graph: callers hold the lease on detection and hand it over with
/// {@link #under}. A run whose lease was taken by another writes nothing from then on and fails;
/// the clusters of the run before stand.
public final class DetectionService {

  /// Stands for a run's id where none is written.
  private static final String AS_OF = "as-of";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Driver driver;
  private final Supplier<DetectorCatalog> catalog;
  private final Clock clock;
  private final HeldLease lease;

  /// For who is alone with the graph, with the same detectors for ever.
  ///
  /// @param clock stamps `recordedAt`; nothing else depends on it
  public DetectionService(Driver driver, DetectorCatalog catalog, Clock clock) {
    this(driver, () -> catalog, clock);
  }

  /// For who is alone with the graph.
  ///
  /// @param catalog asked at the beginning of each run for the detectors that there are then
  public DetectionService(Driver driver, Supplier<DetectorCatalog> catalog, Clock clock) {
    this(driver, catalog, clock, HeldLease.ALONE);
  }

  private DetectionService(
      Driver driver, Supplier<DetectorCatalog> catalog, Clock clock, HeldLease lease) {
    this.driver = driver;
    this.catalog = catalog;
    this.clock = clock;
    this.lease = lease;
  }

  /// The same, which writes as long as the lease is held.
  public DetectionService under(HeldLease held) {
    return new DetectionService(driver, catalog, clock, held);
  }

  /// One full run. With a moment named in the options it only reports and leaves clusters and
  /// lineage as they are.
  ///
  /// @throws org.neo4j.driver.exceptions.Neo4jException if the database fails; the run then stays
  ///   open and the clusters of the run before stand
  /// @throws io.iolaus.cypher.lease.LeaseLostException if another process does the work now
  /// @throws HomeException if the replacement of a batch was cut short: the graph is neither what
  ///   it was nor what it will be
  public DetectionSummary run(DetectionOptions options, DetectionListener listener) {
    requireWhole();
    return options.asOf().isPresent()
        ? reportAt(options.asOf().get(), options, listener).withoutEvents()
        : write(options, listener);
  }

  /// What a run found, before anything of it is written but families and patterns.
  private record Findings(
      Population population,
      LinkCollector.Collected links,
      EvidenceGraph evidence,
      List<FoundCluster> clusters,
      Presences presences,
      Lineage.Next lineage,
      List<LineageEvent> events,
      List<EntityRef> unknown,
      Held held,
      Suppressed suppressed) {
    String status() {
      return links.partial() ? "partial" : "complete";
    }

    DetectionSummary summary(String run, Instant asOf, long millis) {
      return new DetectionSummary(
          run,
          asOf,
          status(),
          links.unfinished(),
          population.size(),
          clusters,
          events,
          unknown,
          evidence.bounds().lowered(),
          held.all().size(),
          suppressed.texts(),
          millis);
    }
  }

  private DetectionSummary write(DetectionOptions options, DetectionListener listener) {
    long start = System.nanoTime();
    Instant recordedAt = clock.instant();
    Instant asOf = latest(recordedAt);
    Held held = new DecisionReader(driver).held(asOf);
    Past past = Past.read(driver, asOf, held);
    RunCauses.Loaded loaded = loaded();
    DetectorCatalog detectors = catalog.get();
    String run = open(asOf, options, loaded, recordedAt);
    try {
      return write(run, asOf, detectors, options, past, held, loaded, start, listener);
    } catch (RuntimeException | Error e) {
      failed(run, e);
      throw e;
    }
  }

  private DetectionSummary write(
      String run,
      Instant asOf,
      DetectorCatalog detectors,
      DetectionOptions options,
      Past past,
      Held held,
      RunCauses.Loaded loaded,
      long start,
      DetectionListener listener) {
    DetectorWindow window = DetectorWindow.endingAt(asOf, options.window());
    Population population = new PopulationReader(driver, held).read(window, listener);
    Findings found = find(run, window, population, detectors, options, past, held, listener);
    List<String> causes =
        RunCauses.of(
            past, loaded, asOf, options, held, found.suppressed(), found.links().results());
    long millis = (System.nanoTime() - start) / 1_000_000;
    Instant known = clock.instant();
    ClusterWriter writer = new ClusterWriter(driver, run, asOf, known, found.presences());

    writer.write(
        found.clusters(),
        found.lineage().fates(),
        Reseller.of(found.clusters(), found.evidence()),
        found.evidence(),
        tx -> {
          new LineageWriter(tx, run, asOf, known).write(found.events(), found.clusters());
          VersionWriter.write(
              tx,
              run,
              found.links().results(),
              DetectorParts.of(found.clusters(), found.population(), found.evidence()),
              known);
          close(tx, run, found, causes, known, millis);
          lease.check(tx);
        },
        listener);
    new DerivedWriter(driver, lease).forgetOthers(run);
    return found.summary(run, asOf, millis);
  }

  /// Says of a run that it failed, so that it is not taken for one that was cut off. What lost its
  /// lease counts as cut off: it did not fail by itself, and is done anew.
  private void failed(String run, Throwable failure) {
    if (failure instanceof LeaseLostException) {
      return;
    }
    try (var session = driver.session()) {
      session.run(Statements.load("writes/detect/run-failed"), Map.of("run", run)).consume();
    } catch (Neo4jException e) {
      failure.addSuppressed(e);
    }
  }

  /// What {@link #run} would find and write now, without writing it: the clusters have the ids that
  /// they would get.
  ///
  /// @throws HomeException as there
  public DetectionSummary preview(DetectionOptions options, DetectionListener listener) {
    requireWhole();
    Instant asOf = latest(clock.instant());
    Held held = new DecisionReader(driver).held(asOf);
    return report(asOf, options, Past.read(driver, asOf, held), held, listener);
  }

  private DetectionSummary reportAt(
      Instant asOf, DetectionOptions options, DetectionListener listener) {
    return report(asOf, options, Past.NONE, new DecisionReader(driver).held(asOf), listener);
  }

  private DetectionSummary report(
      Instant asOf, DetectionOptions options, Past past, Held held, DetectionListener listener) {
    long start = System.nanoTime();
    DetectorCatalog detectors = catalog.get();
    DetectorWindow window = DetectorWindow.endingAt(asOf, options.window());
    Findings found;
    try {
      Population population = new PopulationReader(driver, held).read(window, listener);
      found = find(AS_OF, window, population, detectors, options, past, held, listener);
    } finally {
      restore(listener);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    return found.summary(AS_OF, asOf, millis);
  }

  /// What different detectors make of the same moment, of which nothing is written. Nobody's
  /// decisions are looked at: who was decided about is what this is measured by.
  ///
  /// @throws HomeException as {@link #run}
  public List<Trial> trials(
      List<DetectorCatalog> catalogs, DetectionOptions options, DetectionListener listener) {
    requireWhole();
    Instant asOf = options.asOf().orElseGet(() -> latest(clock.instant()));
    Past past = options.asOf().isPresent() ? Past.NONE : Past.read(driver, asOf, Held.NONE);
    DetectorWindow window = DetectorWindow.endingAt(asOf, options.window());
    List<Trial> trials = new ArrayList<>();
    try {
      for (DetectorCatalog detectors : catalogs) {
        long start = System.nanoTime();
        Population population = new PopulationReader(driver).readUndecided(window, listener);
        Findings found =
            find(AS_OF, window, population, detectors, options, past, Held.NONE, listener);
        long millis = (System.nanoTime() - start) / 1_000_000;
        trials.add(Trial.of(found.summary(AS_OF, asOf, millis), population, found.links()));
      }
    } finally {
      restore(listener);
    }
    return trials;
  }

  private Findings find(
      String run,
      DetectorWindow window,
      Population population,
      DetectorCatalog detectors,
      DetectionOptions options,
      Past past,
      Held held,
      DetectionListener listener) {
    Instant asOf = window.asOf();
    Suppressed suppressed = new SuppressionReader(driver, clock).holding();
    Ignored ignored = Ignored.of(options.ignoring()).with(suppressed);
    LinkCollector.Collected links =
        new LinkCollector(detectors, new DetectorRunner(driver), population, ignored)
            .collect(
                window,
                listener,
                () -> Derivation.of(population, listener),
                found -> new DerivedWriter(driver, lease).write(run, population, found, listener));
    EvidenceGraph evidence = population.evidence(links.things());
    listener.progress("resolving", 0, 0);
    List<FoundCluster> unnamed =
        Detection.clusters(
            population,
            links.derivation(),
            evidence,
            past.memory(),
            Rulings.apart(held, population, past::members));
    Presences presences = new Presences(population, asOf, past, held.parted());
    Lineage.Next lineage = lineage(past, unnamed, presences);
    Heirs heirs = heirs(past, lineage);
    Map<String, List<ClaimEvidence>> claims = new ClaimReader(driver, heirs).read(window.asOf());
    Attributor attributor =
        new Attributor(
            TraceReader.read(driver, population, window),
            evidence,
            claims,
            claims.getOrDefault("", List.of()));
    List<FoundCluster> clusters =
        new Guests(population, evidence, new Bonds(held, heirs::of))
            .into(attributed(named(unnamed, lineage.ids()), attributor)).stream()
                .map(cluster -> cluster.without(barred(cluster.id(), held, heirs), population))
                .map(cluster -> cluster.sparing(suppressed.accounts(), population))
                .toList();
    Transitions transitions = new Transitions(past, Past.confirmed(held, heirs));
    List<LineageEvent> events = new ArrayList<>();
    lineage.events().forEach(event -> events.add(transitions.told(event)));
    events.addAll(transitions.of(clusters));
    return new Findings(
        population,
        links,
        evidence,
        clusters,
        presences,
        lineage,
        events,
        ignored.unmet(),
        held,
        suppressed);
  }

  /// Who is not of a cluster. Nearly all have left the group before it was judged; not those of one
  /// that goes on for a cluster of which it has no account.
  private static Set<String> barred(String cluster, Held held, Heirs heirs) {
    return held.seats(DecisionKind.DIFFERENT).stream()
        .filter(d -> heirs.of(Objects.requireNonNull(d.cluster())).equals(cluster))
        .flatMap(d -> d.accounts().stream())
        .collect(Collectors.toSet());
  }

  /// Where clusters go on that this run merged, or one before it.
  private static Heirs heirs(Past past, Lineage.Next lineage) {
    Map<String, String> into = new HashMap<>(past.merged());
    lineage
        .fates()
        .forEach((id, fate) -> {
          if (fate.into() == null) {
            into.remove(id);
          } else {
            into.put(id, fate.into());
          }
        });
    return new Heirs(into);
  }

  private static Lineage.Next lineage(Past past, List<FoundCluster> clusters, Presences presences) {
    return Lineage.next(
        past.standings().stream().map(Past.Standing::cluster).toList(),
        past.ids(),
        clusters.stream()
            .map(c ->
                c.members().stream()
                    .map(FoundCluster.FoundMember::id)
                    .collect(Collectors.toUnmodifiableSet()))
            .toList(),
        forerunners(clusters),
        presences);
  }

  private static List<@Nullable String> forerunners(List<FoundCluster> clusters) {
    List<@Nullable String> forerunners = new ArrayList<>();
    clusters.forEach(cluster -> forerunners.add(cluster.forerunner()));
    return forerunners;
  }

  /// Derives and writes again what the latest complete run did; nothing where there was none.
  private void restore(DetectionListener listener) {
    DerivedWriter writer = new DerivedWriter(driver, lease);
    Optional<Past.PastRun> latest = Past.latest(driver);
    if (latest.isEmpty()) {
      writer.forgetAll();
      return;
    }
    String run = latest.get().id();
    DetectorWindow window = DetectorWindow.endingAt(latest.get().asOf(), latest.get().window());
    Population population = new PopulationReader(driver).read(window, listener);
    writer.write(run, population, Derivation.of(population, listener), listener);
    writer.forgetOthers(run);
  }

  private static List<FoundCluster> named(List<FoundCluster> clusters, List<String> ids) {
    List<FoundCluster> named = new ArrayList<>();
    for (int i = 0; i < clusters.size(); i++) {
      named.add(clusters.get(i).withId(ids.get(i)));
    }
    return named;
  }

  private static List<FoundCluster> attributed(List<FoundCluster> clusters, Attributor attributor) {
    return clusters.stream().map(c -> c.attributed(attribution(c, attributor))).toList();
  }

  private static Attribution attribution(FoundCluster cluster, Attributor attributor) {
    Attribution attribution =
        attributor.attribute(
            cluster.id(),
            cluster.counted().stream().mapToInt(FoundCluster.FoundMember::account).toArray(),
            cluster.supports(),
            cluster.firstSeen());
    return cluster.labelled() ? attribution : attribution.inReview();
  }

  private void requireWhole() {
    try (var session = driver.session()) {
      Record row =
          session.executeRead(tx -> tx.run(Statements.load("queries/detect/replacing")).single());
      if (!row.get("replacing").isNull()) {
        throw new HomeException(
            "the replacement of batch "
                + row.get("replacing").asString()
                + " was cut short: run any ingest on the home that replaced it, which finishes it,"
                + " then detect again");
      }
    }
  }

  private Instant latest(Instant otherwise) {
    try (var session = driver.session()) {
      Record row =
          session.executeRead(tx -> tx.run(Statements.load("queries/detect/now")).single());
      return row.get("latest").isNull()
          ? otherwise
          : row.get("latest").asZonedDateTime().toInstant();
    }
  }

  private RunCauses.Loaded loaded() {
    try (var session = driver.session()) {
      Record row =
          session.executeRead(tx -> tx.run(Statements.load("queries/detect/loaded")).single());
      return new RunCauses.Loaded(
          row.get("lines").asLong(),
          row.get("replaced").asLong(),
          Fields.instant(row.get("newest")));
    }
  }

  private String open(
      Instant asOf, DetectionOptions options, RunCauses.Loaded loaded, Instant recordedAt) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("asOf", asOf.atZone(ZoneOffset.UTC));
    parameters.put("window", options.window().toString());
    parameters.put(
        "ignoring", options.ignoring().stream().sorted().map(EntityRef::toString).toList());
    parameters.put("lines", loaded.lines());
    parameters.put("replaced", loaded.replaced());
    parameters.put(
        "newest", loaded.newest() == null ? null : loaded.newest().atZone(ZoneOffset.UTC));
    parameters.put("recordedAt", recordedAt.atZone(ZoneOffset.UTC));
    try (var session = driver.session()) {
      return session.executeWrite(tx -> {
        String id =
            tx.run(Statements.load("writes/detect/run-start"), parameters)
                .single()
                .get("id")
                .asString();
        lease.check(tx);
        return id;
      });
    }
  }

  private static void close(
      TransactionContext tx,
      String run,
      Findings found,
      List<String> causes,
      Instant known,
      long millis) {
    for (LinkResult result : found.links().results()) {
      Map<String, Object> row = new HashMap<>();
      row.put("id", run + "/" + result.detector());
      row.put("detector", result.detector());
      row.put("version", result.version());
      row.put("params", JSON.writeValueAsString(result.params()));
      row.put("status", result.status().text());
      row.put("reason", result.reason().orElse(null));
      row.put("links", result.links().size());
      row.put("members", result.members());
      row.put("millis", result.millis());
      tx.run(
              Statements.load("writes/detect/detector-run"),
              Map.of("run", run, "row", row, "recordedAt", known.atZone(ZoneOffset.UTC)))
          .consume();
    }
    tx.run(Statements.load("writes/suppression/counts"), Map.of("run", run, "rows", leftOut(found)))
        .consume();
    tx.run(
            Statements.load("writes/detect/run-end"),
            Map.of(
                "run", run,
                "knownFrom", known.atZone(ZoneOffset.UTC),
                "status", found.status(),
                "accounts", found.population().size(),
                "clusters", found.clusters().size(),
                "lowered", found.evidence().bounds().lowered(),
                "causes", causes,
                "decisions", longs(found.held()),
                "suppressions", found.suppressed().texts(),
                "millis", millis))
        .consume();
  }

  private static List<Map<String, Object>> leftOut(Findings found) {
    return found.suppressed().scopes().keySet().stream()
        .map(id -> {
          LinkCollector.LeftOut out =
              found.links().leftOut().getOrDefault(id, new LinkCollector.LeftOut());
          return Map.<String, Object>of(
              "id", id, "links", out.links().get(), "accounts", out.accounts().size());
        })
        .toList();
  }

  private static List<Long> longs(Held held) {
    return Arrays.stream(RunCauses.numbers(held).toLongArray()).boxed().toList();
  }
}
