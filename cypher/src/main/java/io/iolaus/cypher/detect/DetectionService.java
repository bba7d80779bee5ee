package io.iolaus.cypher.detect;

import io.iolaus.core.attribution.Attribution;
import io.iolaus.core.attribution.Attributor;
import io.iolaus.core.attribution.ClaimEvidence;
import io.iolaus.core.decision.Bonds;
import io.iolaus.core.decision.DecisionKind;
import io.iolaus.core.decision.Held;
import io.iolaus.core.decision.Opinions;
import io.iolaus.core.detect.Derivation;
import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.Epoch;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.Guests;
import io.iolaus.core.detect.Population;
import io.iolaus.core.detect.Reseller;
import io.iolaus.core.detect.Rulings;
import io.iolaus.core.explain.DetectorParts;
import io.iolaus.core.lineage.Lineage;
import io.iolaus.core.lineage.LineageEvent;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.cypher.decision.Corrections;
import io.iolaus.cypher.decision.DecisionReader;
import io.iolaus.cypher.decision.OpinionReader;
import io.iolaus.cypher.detector.DetectorCatalog;
import io.iolaus.cypher.detector.DetectorRunner;
import io.iolaus.cypher.detector.DetectorWindow;
import io.iolaus.cypher.detector.LinkResult;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.home.HomeException;
import io.iolaus.cypher.lease.HeldLease;
import io.iolaus.cypher.lineage.Heirs;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.statement.Statements;
import io.iolaus.cypher.suppression.Suppressed;
import io.iolaus.cypher.suppression.SuppressionReader;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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

  private final Driver driver;
  private final Supplier<DetectorCatalog> catalog;
  private final Clock clock;
  private final HeldLease lease;
  private final EpochRuns epochs;

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
    this(driver, catalog, clock, HeldLease.ALONE, new EpochRuns(driver));
  }

  private DetectionService(
      Driver driver,
      Supplier<DetectorCatalog> catalog,
      Clock clock,
      HeldLease lease,
      EpochRuns epochs) {
    this.driver = driver;
    this.catalog = catalog;
    this.clock = clock;
    this.lease = lease;
    this.epochs = epochs;
  }

  /// The same, which writes as long as the lease is held.
  public DetectionService under(HeldLease held) {
    return new DetectionService(driver, catalog, clock, held, epochs);
  }

  /// One run: a full one, or one that goes on from the run before where the options and what
  /// changed since allow it. With a moment named in the options it only reports and leaves clusters
  /// and lineage as they are.
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
  record Findings(
      Reading reading,
      List<FoundCluster> clusters,
      Presences presences,
      Lineage.Next lineage,
      List<LineageEvent> events,
      List<EntityRef> unknown,
      Held held,
      Suppressed suppressed) {
    Population population() {
      return reading.population();
    }

    LinkCollector.Collected links() {
      return reading.links();
    }

    EvidenceGraph evidence() {
      return reading.evidence();
    }

    String status() {
      return links().partial() ? "partial" : "complete";
    }

    DetectionSummary summary(String run, Instant asOf, long millis) {
      return new DetectionSummary(
          run,
          asOf,
          status(),
          links().unfinished(),
          population().size(),
          clusters,
          events,
          unknown,
          evidence().bounds().lowered(),
          held.all().size(),
          suppressed.texts(),
          reading.since().map(Reading.Since::run),
          reading.touched(),
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
    RunInput input = input(asOf, catalog.get(), options, past, held);
    RunBook book = new RunBook(driver, lease);
    String run = book.open(asOf, options, loaded, recordedAt);
    try {
      return write(run, input, loaded, start, listener);
    } catch (RuntimeException | Error e) {
      book.failed(run, e);
      throw e;
    }
  }

  private RunInput input(
      Instant asOf, DetectorCatalog detectors, DetectionOptions options, Past past, Held held) {
    return RunInput.of(
        asOf, detectors, options, past, held, new SuppressionReader(driver, clock).holding());
  }

  private DetectionSummary write(
      String run, RunInput input, RunCauses.Loaded loaded, long start, DetectionListener listener) {
    Instant asOf = input.asOf();
    OpenEpoch.Terms terms = input.terms(loaded.replaced());
    Optional<EpochRuns.Attempt> went =
        usable(input, terms).flatMap(epoch -> epochs.goOn(epoch, run, input, lease, listener));
    epochs.end(); // until this one is written
    EpochRuns.Attempt attempt = went.orElseGet(() -> full(run, input, terms, start, listener));
    Findings found = conclude(attempt.reading(), input, listener);
    List<String> causes =
        RunCauses.of(
            input.past(),
            loaded,
            asOf,
            input.options(),
            input.held(),
            found.suppressed(),
            found.links().results());
    long millis = (System.nanoTime() - start) / 1_000_000;
    Instant known = clock.instant();
    ClusterWriter writer = new ClusterWriter(driver, run, asOf, known, found.presences());
    Map<String, OpenEpoch.Written> written = written(found);
    Map<String, OpenEpoch.Written> before = went.map(EpochRuns.Attempt::before).orElse(Map.of());
    Set<String> kept =
        written.keySet().stream()
            .filter(id -> before.containsKey(id))
            .filter(id ->
                Objects.requireNonNull(written.get(id))
                    .same(Objects.requireNonNull(before.get(id))))
            .collect(Collectors.toUnmodifiableSet());
    writer.write(
        found.clusters(),
        found
            .reading()
            .since()
            .map(since -> new ClusterWriter.Standing(kept, before.keySet(), since.asked()))
            .orElse(ClusterWriter.Standing.NONE),
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
          RunBook.close(tx, run, found, causes, known, millis);
          Corrections.since(tx, input.held(), asOf, known);
          lease.check(tx);
        },
        listener);
    if (found.reading().since().isEmpty()) {
      new DerivedWriter(driver, lease).forgetOthers(run);
    }
    if (attempt.next() != null) {
      epochs.keep(attempt.next().after(written));
    }
    return found.summary(run, asOf, millis);
  }

  /// The clusters as they are about to be written, by their ids.
  private static Map<String, OpenEpoch.Written> written(Findings found) {
    Map<String, OpenEpoch.Written> written = new HashMap<>();
    for (int i = 0; i < found.clusters().size(); i++) {
      FoundCluster cluster = found.clusters().get(i);
      Lineage.Fate fate = Objects.requireNonNull(found.lineage().fates().get(cluster.id()));
      written.put(
          cluster.id(),
          new OpenEpoch.Written(
              found.reading().clusters().get(i),
              cluster,
              ClusterHistory.shape(cluster, fate),
              cluster.members().stream()
                  .map(FoundCluster.FoundMember::id)
                  .filter(id -> found.presences().apply(id).acts())
                  .collect(Collectors.toSet())));
    }
    return written;
  }

  /// What a run may go on from.
  private Optional<OpenEpoch> usable(RunInput input, OpenEpoch.Terms terms) {
    return input.past().run().flatMap(latest -> epochs.usable(latest.id(), terms));
  }

  /// What a full run found; to go on from where that is wanted.
  private EpochRuns.Attempt full(
      String run, RunInput input, OpenEpoch.Terms terms, long start, DetectionListener listener) {
    EpochOptions wanted = input.options().epochs();
    // before anything is read of accounts
    Optional<Intake> intake =
        wanted.lasting().isZero() ? Optional.empty() : Optional.of(new IntakeReader(driver).now());
    Opinions opinions = new OpinionReader(driver).by(input.asOf(), input.held());
    Population population =
        new PopulationReader(driver, input.held()).read(input.window(), opinions, listener);
    Full full = find(run, input, population, listener);
    Reading reading = full.reading();
    boolean slow = System.nanoTime() - start >= wanted.slow().toNanos();
    if (intake.isEmpty() || !slow || reading.links().partial()) {
      return new EpochRuns.Attempt(reading, Map.of(), null);
    }
    List<LinkResult> results = reading.links().results();
    return new EpochRuns.Attempt(
        reading,
        Map.of(),
        new OpenEpoch(
            full.epoch(),
            run,
            terms,
            System.nanoTime(),
            epochs.mark(),
            new ThingPlaces(
                full.epoch().things(),
                results.stream().flatMap(result -> result.links().stream()).toList()),
            new OpenEpoch.State(
                run,
                intake.get(),
                opinions,
                population,
                reading.links().derivation(),
                results,
                Map.of())));
  }

  /// What {@link #run} would find now in the epoch of the latest run if it read everything; nothing
  /// is written. Empty where a run would be a full one.
  ///
  /// @throws HomeException as {@link #run}
  public Optional<DetectionSummary> inSameEpoch(
      DetectionOptions options, DetectionListener listener) {
    requireWhole();
    long start = System.nanoTime();
    Instant asOf = latest(clock.instant());
    Held held = new DecisionReader(driver).held(asOf);
    RunInput input = input(asOf, catalog.get(), options, Past.read(driver, asOf, held), held);
    return usable(input, input.terms(loaded().replaced()))
        .map(epoch -> epochs.whole(epoch, input, listener))
        .map(reading -> conclude(reading, input, listener))
        .map(found -> found.summary(AS_OF, asOf, (System.nanoTime() - start) / 1_000_000));
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
    RunInput input = input(asOf, catalog.get(), options, past, held);
    Findings found;
    try {
      Population population = new PopulationReader(driver, held).read(input.window(), listener);
      found = found(input, population, listener);
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
    List<Trial> trials = new ArrayList<>();
    try {
      for (DetectorCatalog detectors : catalogs) {
        long start = System.nanoTime();
        RunInput input = input(asOf, detectors, options, past, Held.NONE);
        Population population =
            new PopulationReader(driver).readUndecided(input.window(), listener);
        Findings found = found(input, population, listener);
        long millis = (System.nanoTime() - start) / 1_000_000;
        trials.add(Trial.of(found.summary(AS_OF, asOf, millis), population, found.links()));
      }
    } finally {
      restore(listener);
    }
    return trials;
  }

  /// What a run finds that stands in no line of runs.
  private Findings found(RunInput input, Population population, DetectionListener listener) {
    return conclude(find(AS_OF, input, population, listener).reading(), input, listener);
  }

  /// A full run's reading, and what it learnt.
  private record Full(Reading reading, Epoch epoch) {}

  private Full find(String run, RunInput input, Population population, DetectionListener listener) {
    LinkCollector.Collected links =
        new LinkCollector(
                input.detectors(), new DetectorRunner(driver), population, input.ignored())
            .collect(
                input.window(),
                listener,
                () -> Derivation.of(population, listener),
                found -> new DerivedWriter(driver, lease).write(run, population, found, listener));
    EvidenceGraph evidence = population.evidence(links.things());
    listener.progress("resolving", 0, 0);
    Epoch epoch =
        Epoch.of(
            population,
            links.derivation(),
            evidence,
            input.past().memory(),
            Rulings.apart(input.held(), population, input.past()::members));
    return new Full(
        new Reading(population, links, evidence, epoch.clusters(), Optional.empty()), epoch);
  }

  /// Gives clusters their ids and says who may stand behind them.
  private Findings conclude(Reading reading, RunInput input, DetectionListener listener) {
    listener.progress("attributing", 0, 0);
    Past past = input.past();
    Held held = input.held();
    Instant asOf = input.asOf();
    Population population = reading.population();
    EvidenceGraph evidence = reading.evidence();
    List<FoundCluster> unnamed = reading.clusters();
    Presences presences = new Presences(population, asOf, past, held.parted());
    Lineage.Next lineage = lineage(past, unnamed, presences);
    Heirs heirs = heirs(past, lineage);
    Map<String, List<ClaimEvidence>> claims = new ClaimReader(driver, heirs).read(asOf);
    Attributor attributor =
        new Attributor(
            TraceReader.read(driver, population, input.window()),
            evidence,
            claims,
            claims.getOrDefault("", List.of()));
    List<FoundCluster> clusters =
        new Guests(population, evidence, new Bonds(held, heirs::of))
            .into(attributed(named(unnamed, lineage.ids()), attributor)).stream()
                .map(cluster -> cluster.without(barred(cluster.id(), held, heirs), population))
                .map(cluster -> cluster.sparing(input.suppressed().accounts(), population))
                .toList();
    Transitions transitions = new Transitions(past, Past.confirmed(held, heirs));
    List<LineageEvent> events = new ArrayList<>();
    lineage.events().forEach(event -> events.add(transitions.told(event)));
    events.addAll(transitions.of(clusters));
    return new Findings(
        reading,
        clusters,
        presences,
        lineage,
        events,
        input.ignored().unmet(),
        held,
        input.suppressed());
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
}
