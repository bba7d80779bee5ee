package io.iolaus.cypher.detector;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// All detectors there are: read once, checked as a set, immutable.
public final class DetectorCatalog {
  private final List<DetectorFile> detectors;

  DetectorCatalog(List<DetectorFile> detectors) {
    this.detectors = List.copyOf(detectors);
  }

  /// The detectors that come with the program.
  ///
  /// @throws InvalidDetectorsException with everything that is wrong, when anything is
  public static DetectorCatalog load() {
    throw new UnsupportedOperationException("in the making");
  }

  /// The detectors that come with the program, and a site's own ones from a folder of the same
  /// shape.
  public static DetectorCatalog load(Path siteFolder) {
    throw new UnsupportedOperationException("in the making");
  }

  /// All of them, retired ones included, ascending by id.
  public List<DetectorFile> all() {
    return detectors;
  }

  /// Those that run and whose links count, ascending by id.
  public List<DetectorFile> active() {
    return detectors.stream().filter(d -> d.status() == DetectorStatus.ACTIVE).toList();
  }

  public Optional<DetectorFile> find(String id) {
    return detectors.stream().filter(d -> d.id().equals(id)).findFirst();
  }
}
