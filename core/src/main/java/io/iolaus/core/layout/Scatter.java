package io.iolaus.core.layout;

import io.iolaus.core.layout.ForceLayout.Positions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Places many nodes around few that have a place: those of one group in a spiral with the same
/// room for each (Vogel 1979), all others beside what they are linked to. It takes milliseconds for
/// what [ForceLayout] takes seconds for.
public final class Scatter {

  private Scatter() {}

  /// What a node lies around.
  ///
  /// @param x of its group, as is `y`
  /// @param rank its number in the group, from 0: the middle
  public record Around(double x, double y, int rank) {}

  /// The spot of that rank in a spiral.
  ///
  /// @param gap about how far neighbours lie apart
  public static double[] spot(Around at, double gap) {
    double radius = gap * Math.sqrt(at.rank());
    double angle = at.rank() * FreeSpots.GOLDEN_ANGLE;
    return new double[] {at.x() + radius * Math.cos(angle), at.y() + radius * Math.sin(angle)};
  }

  /// Where each node lies, within -1000..1000, in steps of a tenth.
  ///
  /// @param around for each node its place in a group, null for none
  /// @param sources index of a node for each edge, as in `targets`
  public static Positions place(@Nullable Around[] around, int[] sources, int[] targets) {
    int n = around.length;
    double[] x = new double[n];
    double[] y = new double[n];
    boolean[] placed = new boolean[n];
    double gap = 800 / Math.sqrt(Math.max(1, n));
    for (int i = 0; i < n; i++) {
      Around at = around[i];
      if (at != null) {
        double[] spot = spot(at, gap);
        x[i] = spot[0];
        y[i] = spot[1];
        placed[i] = true;
      }
    }
    fitted(x, y);
    FreeSpots spots = new FreeSpots(n);
    for (int i = 0; i < n; i++) {
      if (placed[i]) {
        spots.take(x[i], y[i]);
      }
    }
    // Twice: what hangs on nothing placed may hang on what hangs on it.
    for (int round = 0; round < 2; round++) {
      beside(x, y, placed, spots, sources, targets);
    }
    for (int i = 0; i < n; i++) {
      if (!placed[i]) {
        double[] spot = spots.nearest(0, 0);
        x[i] = spot[0];
        y[i] = spot[1];
      }
    }
    return new Positions(x, y).rounded();
  }

  private static void beside(
      double[] x, double[] y, boolean[] placed, FreeSpots spots, int[] sources, int[] targets) {
    int n = x.length;
    double[] sumX = new double[n];
    double[] sumY = new double[n];
    int[] count = new int[n];
    for (int e = 0; e < sources.length; e++) {
      for (int end = 0; end < 2; end++) {
        int node = end == 0 ? sources[e] : targets[e];
        int other = end == 0 ? targets[e] : sources[e];
        if (!placed[node] && placed[other]) {
          sumX[node] += x[other];
          sumY[node] += y[other];
          count[node]++;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      if (count[i] > 0) {
        double[] spot = spots.nearest(sumX[i] / count[i], sumY[i] / count[i]);
        x[i] = spot[0];
        y[i] = spot[1];
        placed[i] = true;
      }
    }
  }

  /// Large groups reach beyond the frame: then all is drawn smaller.
  private static void fitted(double[] x, double[] y) {
    double reach =
        Math.max(
            Arrays.stream(x).map(Math::abs).max().orElse(0),
            Arrays.stream(y).map(Math::abs).max().orElse(0));
    if (reach > 1_000) {
      for (int i = 0; i < x.length; i++) {
        x[i] *= 1_000 / reach;
        y[i] *= 1_000 / reach;
      }
    }
  }
}
