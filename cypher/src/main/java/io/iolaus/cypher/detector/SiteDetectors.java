package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.DetectorVersion.State;
import io.iolaus.cypher.read.GraphReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/// The detectors of a site: those that came with the program, and over them what was published in
/// the database, which all processes of the site see alike.
///
/// Of each detector the highest published version runs, the site's own where two have one number.
/// Where the latest word was to retire it, none does, whatever the program brings: not until the
/// site publishes a higher version. What is stored is read and judged again each time.
///
/// May be shared by threads.
public final class SiteDetectors {

  private final GraphReader graph;
  private final DetectorCatalog builtIn;

  public SiteDetectors(Driver driver) {
    this.graph = new GraphReader(driver);
    this.builtIn = DetectorCatalog.load();
  }

  /// A detector as it stands.
  ///
  /// @param version what is stored of it, null of one that only came with the program
  public record Standing(
      DetectorFile file, DetectorOrigin origin, @Nullable DetectorVersion version) {}

  /// What runs, and what was retired.
  ///
  /// @throws InvalidDetectorsException if a stored text is not what was published, or is none that
  ///   may run: a run must not quietly go without a detector
  public DetectorCatalog catalog() {
    return new DetectorCatalog(standing().stream().map(Standing::file).toList(), Map.of());
  }

  /// All detectors, retired ones included, ascending by id.
  ///
  /// @throws InvalidDetectorsException as there
  public List<Standing> standing() {
    Map<String, DetectorVersion> latest = new HashMap<>();
    for (DetectorVersion version : versions(null)) {
      if (version.status() != State.PROPOSED) {
        latest.put(version.detector(), version); // they come in order
      }
    }
    List<Standing> all = new ArrayList<>();
    for (DetectorFile file : builtIn.all()) {
      DetectorVersion stored = latest.remove(file.id());
      if (stored == null
          || (stored.status() == State.PUBLISHED && stored.version() < file.version())) {
        all.add(new Standing(file, DetectorOrigin.BUILT_IN, null));
      } else {
        all.add(stored(stored).orElse(new Standing(retired(file), stored.origin(), stored)));
      }
    }
    latest.values().forEach(version -> stored(version).ifPresent(all::add));
    all.sort(Comparator.comparing(one -> one.file().id()));
    return all;
  }

  /// What a stored version says; empty of a retired one that cannot be read: it stops nothing.
  private static Optional<Standing> stored(DetectorVersion version) {
    try {
      DetectorFile file = version.draft().file();
      boolean runs = version.status() != State.RETIRED;
      return Optional.of(new Standing(runs ? file : retired(file), version.origin(), version));
    } catch (InvalidDetectorsException e) {
      if (version.status() == State.RETIRED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static DetectorFile retired(DetectorFile file) {
    return file.withStatus(DetectorStatus.RETIRED);
  }

  /// What is stored of a detector, or of all (null), ascending by detector and version.
  public List<DetectorVersion> versions(@Nullable String detector) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("detector", detector);
    return graph.list(
        "queries/detector/versions", parameters, r -> DetectorVersion.of(r.get("row")));
  }

  /// One version, stored or as it came with the program.
  public Optional<DetectorDraft> draft(String detector, int version) {
    return versions(detector).stream()
        .filter(v -> v.version() == version)
        .findFirst()
        .map(DetectorVersion::draft)
        .or(() -> builtIn.find(detector).filter(f -> f.version() == version).map(this::builtIn));
  }

  /// One that came with the program, as it came.
  public Optional<DetectorDraft> builtIn(String detector) {
    return builtIn.find(detector).map(this::builtIn);
  }

  private DetectorDraft builtIn(DetectorFile file) {
    DetectorFolder folder = DetectorFolder.onClassPath();
    return DetectorDraft.of(
        "detectors/" + file.path(),
        folder.text(file.path()).orElseThrow(),
        folder.text(file.path().replace(".cypher", ".test.yml")).orElseThrow());
  }
}
