package io.iolaus.core.layout;

import java.util.HashSet;
import java.util.Set;

/// Finds the nearest spot to a wanted one that nothing lies on, in a plane of -1000..1000. What
/// comes later never moves what is there.
final class FreeSpots {

  /// Turns so that no two of a spiral's points line up (Vogel 1979).
  static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private static final int TRIES = 4_000;

  private final double gap;
  private final Set<Long> taken = new HashSet<>();

  /// @param nodes how many there will be; the more, the closer they may lie
  FreeSpots(int nodes) {
    this.gap = 700 / Math.sqrt(Math.max(1, nodes));
  }

  void take(double x, double y) {
    taken.add(cell(x, y));
  }

  /// Takes the spot that is found.
  double[] nearest(double x, double y) {
    double[] spot = {clamp(x), clamp(y)};
    for (int k = 0; k < TRIES && taken.contains(cell(spot[0], spot[1])); k++) {
      double radius = gap * Math.sqrt(k + 1);
      spot[0] = clamp(x + radius * Math.cos(k * GOLDEN_ANGLE));
      spot[1] = clamp(y + radius * Math.sin(k * GOLDEN_ANGLE));
    }
    take(spot[0], spot[1]);
    return spot;
  }

  private static double clamp(double v) {
    return Math.clamp(v, -1_000, 1_000);
  }

  private long cell(double x, double y) {
    long column = (long) Math.floor(x / gap);
    long row = (long) Math.floor(y / gap);
    return (column << 32) ^ (row & 0xFFFFFFFFL);
  }
}
