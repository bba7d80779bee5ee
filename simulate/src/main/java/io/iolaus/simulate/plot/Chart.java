package io.iolaus.simulate.plot;

import java.util.List;

/// A chart of lines and points over two axes that both begin at 0.
///
/// @param xs what stands below the x axis, in order, and where
/// @param xEnd the end of the x axis
/// @param yEnd the end of the y axis
/// @param diagonal whether a line from the origin to (1, 1) is drawn for comparison
public record Chart(
    String title,
    String xLabel,
    String yLabel,
    List<Tick> xs,
    double xEnd,
    double yEnd,
    boolean diagonal,
    List<Series> series) {

  /// A mark of the x axis.
  public record Tick(double at, String label) {}

  /// Points of one kind.
  ///
  /// @param line whether they are joined
  public record Series(String name, boolean line, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /// One point.
  ///
  /// @param low lower end of its interval; y itself where it has none
  /// @param high upper end
  /// @param note what a reader sees on pointing at it
  public record Point(double x, double y, double low, double high, String note) {

    public Point(double x, double y, String note) {
      this(x, y, y, y, note);
    }
  }

  public Chart {
    xs = List.copyOf(xs);
    series = List.copyOf(series);
    if (!(xEnd > 0 && yEnd > 0)) {
      throw new IllegalArgumentException("axes must end above 0, were " + xEnd + ", " + yEnd);
    }
  }
}
