package io.iolaus.simulate.baseline;

import java.util.ArrayList;
import java.util.List;

/// All combinations of the values of some settings.
final class Grid {

  private List<Parameters> points = List.of(Parameters.NONE);

  private Grid() {}

  static Grid of() {
    return new Grid();
  }

  /// Each point so far with each of these values.
  Grid and(String name, Object... values) {
    List<Parameters> more = new ArrayList<>();
    for (Parameters point : points) {
      for (Object value : values) {
        more.add(point.with(name, value));
      }
    }
    points = more;
    return this;
  }

  /// With the settings every baseline has: which groups count as found.
  List<Parameters> list() {
    return and(Parameters.LEAST, 3, 5, 10, 20, 40).and(Parameters.FLAGGED, "no", "yes").points;
  }
}
