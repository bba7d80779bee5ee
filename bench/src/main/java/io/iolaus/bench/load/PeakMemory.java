package io.iolaus.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The most memory that a process and each process it started took, as Linux counts it (resident
/// set, MB).
final class PeakMemory {

  private static final String PEAK = "VmHWM:";

  private final Map<Long, Long> megabytes = new TreeMap<>();

  /// Watches a process until it ends; gives its status.
  int await(Process root) throws InterruptedException {
    while (!root.waitFor(200, TimeUnit.MILLISECONDS)) {
      Stream.concat(Stream.of(root.toHandle()), root.descendants())
          .mapToLong(ProcessHandle::pid)
          .forEach(pid -> megabytes.merge(pid, megabytes(pid), Math::max));
    }
    return root.exitValue();
  }

  private static long megabytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // It has ended, or this is no Linux.
    }
  }

  @Override
  public String toString() {
    return megabytes.values().stream()
        .map(peak -> peak + " MB")
        .collect(Collectors.joining(", ", "peaks of its processes ", ""));
  }
}
