package io.iolaus.cypher.database;

import java.lang.management.ManagementFactory;

/// Heap and page cache of a database that shares a machine with everything else on it.
record MemorySize(String heap, String pageCache) {

  /// A sixth of the machine's memory for the heap, between 512 MB and 3 GB, and a third of that for
  /// the page cache. `IOLAUS_DB_HEAP` and `IOLAUS_DB_PAGE_CACHE` say otherwise.
  static MemorySize ofMachine() {
    long heapMegabytes = Math.clamp(machineMegabytes() / 6, 512, 3072);
    String heap = System.getenv("IOLAUS_DB_HEAP");
    String pageCache = System.getenv("IOLAUS_DB_PAGE_CACHE");
    return new MemorySize(
        heap != null ? heap : heapMegabytes + "m",
        pageCache != null ? pageCache : heapMegabytes / 3 + "m");
  }

  private static long machineMegabytes() {
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean machine) {
      return machine.getTotalMemorySize() >> 20; // inside a container: the container's
    }
    return 4096;
  }
}
