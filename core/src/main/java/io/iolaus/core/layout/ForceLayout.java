package io.iolaus.core.layout;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/// Places nodes so that what is linked lies close: edges pull, all nodes push, and steps shrink
/// until it rests (Fruchterman and Reingold 1991), the pushing summed up over a quadtree (Barnes
/// and Hut 1986).
///
/// Edges pull in proportion to their length and less the more edges their busier end has: what
/// hundreds share says little about where each of them belongs, and at full strength it would draw
/// all of them into one ball.
///
/// Where a node starts depends on its id alone, so the same graph always gets the same picture, and
/// a graph that changed a little gets a similar one. 2,000 nodes take tens of milliseconds, 25,000
/// about two seconds.
public final class ForceLayout {

  /// A cell this many times farther away than wide pushes like a single point.
  private static final double OPENING = 1.2;

  /// Keeps parts that nothing connects from drifting apart.
  private static final double GRAVITY = 0.02;

  private final int nodes;
  private final int[] sources;
  private final int[] targets;
  private final double[] x;
  private final double[] y;
  private final double[] mass;
  private final double[] strength;

  private ForceLayout(List<String> ids, int[] sources, int[] targets) {
    this.nodes = ids.size();
    this.sources = sources;
    this.targets = targets;
    this.x = new double[nodes];
    this.y = new double[nodes];
    this.mass = new double[nodes];
    this.strength = strengths();
    for (int i = 0; i < nodes; i++) {
      mass[i] = 1;
      start(i, ids.get(i));
    }
  }

  /// Where each node lies, within -1000..1000 around the middle.
  ///
  /// @param ids one for each node, no two alike
  /// @param sources index of a node for each edge, as in `targets`
  public static Positions place(List<String> ids, int[] sources, int[] targets) {
    if (sources.length != targets.length) {
      throw new IllegalArgumentException(
          "edges must have both ends, were " + sources.length + " and " + targets.length);
    }
    ForceLayout layout = new ForceLayout(ids, sources, targets);
    layout.relax();
    return layout.scaled();
  }

  /// Spreads starting places evenly over a disc with room for all.
  private void start(int node, String id) {
    CRC32C hash = new CRC32C();
    hash.update(id.getBytes(StandardCharsets.UTF_8));
    long mixed = hash.getValue() * 0x9E3779B97F4A7C15L;
    mixed ^= mixed >>> 29;
    mixed *= 0xBF58476D1CE4E5B9L;
    double angle = 2 * Math.PI * (mixed >>> 40) / (1 << 24);
    double radius = Math.sqrt(nodes * (double) (mixed & 0xFFFFFF) / (1 << 24));
    x[node] = radius * Math.cos(angle);
    y[node] = radius * Math.sin(angle);
  }

  private double[] strengths() {
    int[] degree = new int[nodes];
    for (int e = 0; e < sources.length; e++) {
      degree[sources[e]]++;
      degree[targets[e]]++;
    }
    double[] strengths = new double[sources.length];
    for (int e = 0; e < sources.length; e++) {
      strengths[e] = 1 / Math.sqrt(Math.max(degree[sources[e]], degree[targets[e]]));
    }
    return strengths;
  }

  private void relax() {
    if (nodes < 2) {
      return;
    }
    for (int e = 0; e < sources.length; e++) {
      mass[sources[e]] += 0.75 * strength[e];
      mass[targets[e]] += 0.75 * strength[e];
    }
    int steps = nodes <= 500 ? 300 : nodes <= 3_000 ? 150 : nodes <= 12_000 ? 80 : 50;
    double[] moveX = new double[nodes];
    double[] moveY = new double[nodes];
    double warmest = Math.sqrt(nodes) / 5;
    for (int step = 0; step < steps; step++) {
      pushAll(moveX, moveY);
      pull(moveX, moveY);
      double left = 1 - (double) step / steps;
      move(moveX, moveY, warmest * left * left);
    }
  }

  private void pushAll(double[] moveX, double[] moveY) {
    QuadTree tree = new QuadTree(x, y, mass);
    double[] push = new double[2];
    for (int i = 0; i < nodes; i++) {
      tree.push(i, OPENING, push);
      moveX[i] = push[0] * mass[i] - x[i] * GRAVITY * mass[i];
      moveY[i] = push[1] * mass[i] - y[i] * GRAVITY * mass[i];
    }
  }

  private void pull(double[] moveX, double[] moveY) {
    for (int e = 0; e < sources.length; e++) {
      int a = sources[e];
      int b = targets[e];
      double pullX = 2 * strength[e] * (x[b] - x[a]);
      double pullY = 2 * strength[e] * (y[b] - y[a]);
      moveX[a] += pullX;
      moveY[a] += pullY;
      moveX[b] -= pullX;
      moveY[b] -= pullY;
    }
  }

  private void move(double[] moveX, double[] moveY, double furthest) {
    for (int i = 0; i < nodes; i++) {
      double length = Math.sqrt(moveX[i] * moveX[i] + moveY[i] * moveY[i]);
      if (length > 0) {
        double step = Math.min(length, furthest) / length;
        x[i] += moveX[i] * step;
        y[i] += moveY[i] * step;
      }
    }
  }

  private Positions scaled() {
    double middleX = middle(x);
    double middleY = middle(y);
    double reach = 1e-9;
    for (int i = 0; i < nodes; i++) {
      reach = Math.max(reach, Math.max(Math.abs(x[i] - middleX), Math.abs(y[i] - middleY)));
    }
    for (int i = 0; i < nodes; i++) {
      x[i] = (x[i] - middleX) / reach * 1_000;
      y[i] = (y[i] - middleY) / reach * 1_000;
    }
    return new Positions(x, y);
  }

  private static double middle(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return values.length == 0 ? 0 : (least + most) / 2;
  }

  /// Coordinates by node.
  @SuppressWarnings("ArrayRecordComponent") // tens of thousands of numbers, read once
  public record Positions(double[] x, double[] y) {

    /// The same in steps of a tenth: finer than any screen, and longer numbers only make answers
    /// larger.
    public Positions rounded() {
      return new Positions(tenths(x), tenths(y));
    }

    private static double[] tenths(double[] values) {
      return Arrays.stream(values).map(v -> Math.round(v * 10) / 10.0).toArray();
    }
  }
}
