package io.iolaus.core.layout;

import java.util.Arrays;

/// Masses on a plane, summed up in squares within squares, for pushes between all of them in n log
/// n.
final class QuadTree {

  /// Points closer than the smallest square are taken for one.
  private static final int DEEPEST = 24;

  private static final int NONE = -1;

  private final double[] x;
  private final double[] y;
  private final double[] mass;

  /// By square: its four quarters, its single node (or none), the sum of its masses and their
  /// centre times it.
  private int[] quarters = new int[0];

  private int[] single = new int[0];
  private double[] sum = new double[0];
  private double[] sumX = new double[0];
  private double[] sumY = new double[0];
  private int squares;

  private double side;
  private double left;
  private double bottom;

  private final int[] stack = new int[4 * (DEEPEST + 2)];
  private final double[] sides = new double[stack.length];

  QuadTree(double[] x, double[] y, double[] mass) {
    this.x = x;
    this.y = y;
    this.mass = mass;
    bounds();
    newSquare();
    for (int i = 0; i < x.length; i++) {
      insert(i);
    }
  }

  private void bounds() {
    left = Arrays.stream(x).min().orElse(0);
    bottom = Arrays.stream(y).min().orElse(0);
    double width = Arrays.stream(x).max().orElse(0) - left;
    double height = Arrays.stream(y).max().orElse(0) - bottom;
    side = Math.max(1e-9, Math.max(width, height));
  }

  private int newSquare() {
    if (squares == single.length) {
      int more = Math.max(64, 2 * squares);
      quarters = Arrays.copyOf(quarters, 4 * more);
      single = Arrays.copyOf(single, more);
      sum = Arrays.copyOf(sum, more);
      sumX = Arrays.copyOf(sumX, more);
      sumY = Arrays.copyOf(sumY, more);
    }
    Arrays.fill(quarters, 4 * squares, 4 * squares + 4, NONE);
    single[squares] = NONE;
    return squares++;
  }

  private void insert(int node) {
    int square = 0;
    double half = side / 2;
    double midX = left + half;
    double midY = bottom + half;
    for (int depth = 0; ; depth++) {
      boolean empty = sum[square] == 0;
      int resident = single[square];
      add(square, node);
      if (empty) {
        single[square] = node;
        return;
      }
      if (depth == DEEPEST) {
        return;
      }
      if (resident != NONE) {
        single[square] = NONE;
        int down = quarter(square, resident, midX, midY);
        add(down, resident);
        single[down] = resident;
      }
      square = quarter(square, node, midX, midY);
      half /= 2;
      midX += x[node] < midX ? -half : half;
      midY += y[node] < midY ? -half : half;
    }
  }

  private void add(int square, int node) {
    sum[square] += mass[node];
    sumX[square] += mass[node] * x[node];
    sumY[square] += mass[node] * y[node];
  }

  private int quarter(int square, int node, double midX, double midY) {
    int which = 4 * square + (x[node] < midX ? 0 : 1) + (y[node] < midY ? 0 : 2);
    if (quarters[which] == NONE) {
      int made = newSquare();
      quarters[which] = made;
    }
    return quarters[which];
  }

  /// Sums up how all others push a node of mass 1 at its place: each by its mass over the distance.
  void push(int node, double opening, double[] into) {
    double pushX = 0;
    double pushY = 0;
    int top = 0;
    stack[0] = 0;
    sides[0] = side;
    while (top >= 0) {
      int square = stack[top];
      double width = sides[top--];
      boolean leaf = isLeaf(square);
      if (leaf && single[square] == node) {
        continue;
      }
      double dx = x[node] - sumX[square] / sum[square];
      double dy = y[node] - sumY[square] / sum[square];
      double distance = dx * dx + dy * dy;
      if (leaf || width * width * opening * opening < distance) {
        if (distance < 1e-12) {
          // Two at one spot: pushed apart in a direction that depends on nothing but the order of
          // nodes.
          dx = 1e-3 * (1 + node % 7);
          dy = 1e-3 * (1 + node % 5);
          distance = dx * dx + dy * dy;
        }
        pushX += dx * sum[square] / distance;
        pushY += dy * sum[square] / distance;
      } else {
        for (int q = 4 * square; q < 4 * square + 4; q++) {
          if (quarters[q] != NONE) {
            stack[++top] = quarters[q];
            sides[top] = width / 2;
          }
        }
      }
    }
    into[0] = pushX;
    into[1] = pushY;
  }

  private boolean isLeaf(int square) {
    int q = 4 * square;
    return quarters[q] == NONE
        && quarters[q + 1] == NONE
        && quarters[q + 2] == NONE
        && quarters[q + 3] == NONE;
  }
}
