package io.iolaus.cypher.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was last recorded of each detector: its version and its digest, so that none changes under
/// its version.
///
/// As text: a line each, `payment/shared-instrument.cypher 1 5b41…`, `#` begins a comment.
record VersionLock(SortedMap<String, Entry> entries) {
  static final String COMMAND = "mvn -q -pl cypher -am test -Ddetectors.write";

  /// @param line in the lock file, from 1
  record Entry(int version, String digest, int line) {}

  VersionLock {
    entries = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  static VersionLock read(String text, Problems problems) {
    SortedMap<String, Entry> entries = new TreeMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> parts = List.of(line.split(" +", -1));
      if (parts.size() != 3
          || !parts.get(1).matches("[1-9][0-9]{0,8}")
          || !parts.get(2).matches("[0-9a-f]{32}")) {
        problems.add(i + 1, "'" + line + "' is no line of a lock", "write it anew with " + COMMAND);
      } else {
        entries.put(parts.get(0), new Entry(Integer.parseInt(parts.get(1)), parts.get(2), i + 1));
      }
    }
    return new VersionLock(entries);
  }

  static String write(List<DetectorFile> detectors) {
    StringBuilder text =
        new StringBuilder("# Path, version and digest of every detector, as last recorded with:\n")
            .append("# ")
            .append(COMMAND)
            .append('\n');
    detectors.stream()
        .sorted(java.util.Comparator.comparing(DetectorFile::path))
        .forEach(d ->
            text.append(d.path())
                .append(' ')
                .append(d.version())
                .append(' ')
                .append(d.digest())
                .append('\n'));
    return text.toString();
  }

  /// Whether these detectors may stand beside what was recorded.
  List<DetectorProblem> check(List<DetectorFile> detectors, String folder) {
    List<DetectorProblem> problems = new ArrayList<>();
    SortedMap<String, Entry> gone = new TreeMap<>(entries);
    for (DetectorFile detector : detectors) {
      Entry entry = gone.remove(detector.path());
      String file = folder + "/" + detector.path();
      if (entry == null || entry.version() < detector.version()) {
        continue; // new, or a new version
      }
      if (entry.version() > detector.version()) {
        problems.add(
            new DetectorProblem(
                file,
                1,
                "version " + detector.version() + " is below the recorded " + entry.version(),
                "versions only rise: write " + (entry.version() + 1)));
      } else if (!entry.digest().equals(detector.digest())) {
        problems.add(
            new DetectorProblem(
                file,
                1,
                "what it finds has changed under version " + entry.version(),
                "write version " + (entry.version() + 1) + ", then record it with " + COMMAND));
      }
    }
    gone.forEach((path, entry) ->
        problems.add(
            new DetectorProblem(
                folder + "/" + DetectorFolder.LOCK,
                entry.line(),
                path + " is recorded but gone",
                "keep its file with status: retired, so that old results can be explained")));
    return problems;
  }
}
