package io.iolaus.cypher.detector;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;

/// All detectors there are: read once, checked as a set, immutable.
public final class DetectorCatalog {
  private final List<DetectorFile> detectors;
  private final Map<String, DetectorTestFile> tests;

  DetectorCatalog(List<DetectorFile> detectors, Map<String, DetectorTestFile> tests) {
    this.detectors = detectors.stream().sorted(Comparator.comparing(DetectorFile::id)).toList();
    this.tests = Map.copyOf(tests);
  }

  /// The detectors that come with the program.
  ///
  /// @throws InvalidDetectorsException with everything that is wrong, when anything is
  public static DetectorCatalog load() {
    return load(List.of(DetectorFolder.onClassPath()));
  }

  /// The detectors that come with the program, and a site's own ones from a folder of the same
  /// shape: a folder for each facet, a `.cypher` and a `.test.yml` file for each detector, and a
  /// `versions.lock` if wanted.
  ///
  /// @throws InvalidDetectorsException with everything that is wrong, when anything is
  public static DetectorCatalog load(Path siteFolder) {
    return load(List.of(DetectorFolder.onClassPath(), DetectorFolder.at(siteFolder)));
  }

  static DetectorCatalog load(List<DetectorFolder> folders) {
    CatalogChecks checks = new CatalogChecks();
    folders.forEach(checks::add);
    return checks.catalog();
  }

  /// Asks the database for the plan of every detector that runs, and judges it.
  ///
  /// @throws InvalidDetectorsException when any plan writes, has no end, or calls what it may not
  public void checkPlans(Driver driver) {
    DetectorJudge judge = new DetectorJudge(driver);
    List<DetectorProblem> problems =
        detectors.stream()
            .filter(d -> d.status() != DetectorStatus.RETIRED)
            .flatMap(d -> judge.problems(d.path(), d).stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidDetectorsException(problems);
    }
  }

  /// All of them, retired ones included, ascending by id.
  public List<DetectorFile> all() {
    return detectors;
  }

  /// Those that run and whose links count, ascending by id.
  public List<DetectorFile> active() {
    return detectors.stream().filter(d -> d.status() == DetectorStatus.ACTIVE).toList();
  }

  /// The same with these detectors alone.
  ///
  /// @throws IllegalArgumentException if one of them is not among the active ones
  public DetectorCatalog only(Set<String> ids) {
    List<String> active = active().stream().map(DetectorFile::id).toList();
    for (String id : ids) {
      if (!active.contains(id)) {
        throw new IllegalArgumentException(
            "no active detector '" + id + "': name one of " + String.join(", ", active));
      }
    }
    return new DetectorCatalog(
        detectors.stream().filter(d -> ids.contains(d.id())).toList(), tests);
  }

  /// The same with this detector in place of another version of it, or beside all others.
  public DetectorCatalog with(DetectorFile candidate) {
    List<DetectorFile> all =
        Stream.concat(
                detectors.stream().filter(d -> !d.id().equals(candidate.id())),
                Stream.of(candidate))
            .toList();
    return new DetectorCatalog(all, tests);
  }

  /// What tells one set of active detectors from another: version and digest of each.
  public List<String> fingerprint() {
    return active().stream()
        .map(d -> DetectorDraft.idOf(d.id(), d.version()) + " " + d.digest())
        .toList();
  }

  public Optional<DetectorFile> find(String id) {
    return detectors.stream().filter(d -> d.id().equals(id)).findFirst();
  }

  /// The tests beside a detector.
  Optional<DetectorTestFile> tests(String id) {
    return Optional.ofNullable(tests.get(id));
  }
}
