package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.DetectorFile.FalsePositive;
import io.iolaus.cypher.detector.DetectorTestFile.Case;
import io.iolaus.cypher.detector.DetectorTestFile.Shows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads folders of detectors and holds all files in them to the rules, together.
///
/// A detector that is missing its tests, or that another one shadows, is as wrong as one that does
/// not parse: nothing is loaded while anything is wrong, so that a run never quietly goes without a
/// detector.
final class CatalogChecks {
  private final List<DetectorProblem> problems = new ArrayList<>();
  private final List<DetectorFile> detectors = new ArrayList<>();
  private final Map<String, DetectorTestFile> tests = new HashMap<>();
  private final Map<String, String> fileById = new HashMap<>();

  void add(DetectorFolder folder) {
    List<DetectorFile> here = new ArrayList<>();
    for (String path : folder.endingIn(".cypher")) {
      Problems found = new Problems(folder.name() + "/" + path);
      Optional<DetectorFile> detector =
          DetectorFileReader.read(path, folder.text(path).orElseThrow(), found);
      detector.ifPresent(d -> {
        here.add(d);
        checkTests(folder, d, found);
        checkUnique(folder, d, found);
      });
      problems.addAll(found.found());
    }
    for (String path : folder.endingIn(".test.yml")) {
      if (folder.text(path.replace(".test.yml", ".cypher")).isEmpty()) {
        problems.add(
            new DetectorProblem(
                folder.name() + "/" + path,
                1,
                "these tests belong to no detector",
                "name both files alike"));
      }
    }
    folder
        .text(DetectorFolder.LOCK)
        .ifPresent(text -> {
          Problems found = new Problems(folder.name() + "/" + DetectorFolder.LOCK);
          VersionLock lock = VersionLock.read(text, found);
          problems.addAll(found.found());
          // A file that does not parse is not gone: what is wrong with it has been said.
          if (found.none() && here.size() == folder.endingIn(".cypher").size()) {
            problems.addAll(lock.check(here, folder.name()));
          }
        });
    detectors.addAll(here);
  }

  private void checkUnique(DetectorFolder folder, DetectorFile detector, Problems found) {
    String other = fileById.putIfAbsent(detector.id(), folder.name() + "/" + detector.path());
    if (other != null) {
      found.add(1, "id '" + detector.id() + "' is taken by " + other, "choose another name");
    }
  }

  private void checkTests(DetectorFolder folder, DetectorFile detector, Problems found) {
    String path = detector.path().replace(".cypher", ".test.yml");
    Optional<String> text = folder.text(path);
    if (text.isEmpty()) {
      found.add(1, "it has no tests", "write " + path + " beside it");
      return;
    }
    Problems inTests = new Problems(folder.name() + "/" + path);
    DetectorTestFile file = DetectorTestReader.read(path, text.get(), inTests);
    if (inTests.none()) {
      check(detector, file, inTests);
      tests.put(detector.id(), file);
    }
    problems.addAll(inTests.found());
  }

  static void check(DetectorFile detector, DetectorTestFile file, Problems found) {
    if (!file.detector().equals(detector.id())) {
      found.add(
          1, "these are tests of '" + file.detector() + "'", "write detector: " + detector.id());
    }
    if (file.cases().stream().noneMatch(c -> c.shows() == Shows.FIRES)) {
      found.add(1, "no case fires", "add one with shows: fires");
    }
    if (file.cases().stream().noneMatch(c -> c.shows() == Shows.JUST_BELOW)) {
      found.add(1, "no case lies just below the threshold", "add one with shows: just-below");
    }
    Set<String> named =
        detector.falsePositives().stream().map(FalsePositive::id).collect(Collectors.toSet());
    for (String id : named) {
      if (file.cases().stream().noneMatch(c -> c.covers().equals(Optional.of(id)))) {
        found.add(
            1, "no case covers the false positive '" + id + "'", "add one with covers: " + id);
      }
    }
    Map<String, Integer> names = new HashMap<>();
    for (Case one : file.cases()) {
      one.covers()
          .filter(id -> !named.contains(id))
          .ifPresent(id ->
              found.add(
                  one.line(),
                  "'" + id + "' is no false positive of the detector",
                  "use one of " + named));
      Integer before = names.putIfAbsent(one.name(), one.line());
      if (before != null) {
        found.add(one.line(), "a case of this name stands at line " + before, "rename one of them");
      }
      try {
        DetectorParameters.resolve(detector, one.window(), one.params());
      } catch (IllegalArgumentException e) {
        found.add(one.line(), String.valueOf(e.getMessage()), "correct the case's params");
      }
    }
  }

  List<DetectorProblem> problems() {
    return List.copyOf(problems);
  }

  /// @throws InvalidDetectorsException when anything is wrong
  DetectorCatalog catalog() {
    if (!problems.isEmpty()) {
      throw new InvalidDetectorsException(problems);
    }
    return new DetectorCatalog(detectors, tests);
  }
}
