package io.iolaus.core.layout;

import io.iolaus.core.layout.ForceLayout.Positions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/// Places a graph that was drawn before so that nobody has to look for what was there: nodes that
/// have a place keep it, to the tenth, and those that came lie beside what they are linked to.
///
/// Where more than a third came, the old picture says little, and all are placed anew by
/// [ForceLayout]. Both depend on nothing but the graph and the places known before.
public final class SteadyLayout {

  private final List<List<String>> names;
  private final KnownPlaces known;
  private final double[] x;
  private final double[] y;
  private final BitSet placed = new BitSet();

  private SteadyLayout(List<List<String>> names, KnownPlaces known) {
    this.names = names;
    this.known = known;
    this.x = new double[names.size()];
    this.y = new double[names.size()];
  }

  /// Where each node lies, within -1000..1000, in steps of a tenth.
  ///
  /// @param names for each node what it may be known as, the surest first; it starts by the first
  /// @param sources index of a node for each edge, as in `targets`
  public static Positions place(
      List<List<String>> names, int[] sources, int[] targets, KnownPlaces known) {
    SteadyLayout layout = new SteadyLayout(names, known);
    layout.keep();
    if (3 * layout.placed.cardinality() < 2 * names.size() || layout.placed.isEmpty()) {
      return ForceLayout.place(names.stream().map(List::getFirst).toList(), sources, targets)
          .rounded();
    }
    layout.addBeside(sources, targets);
    return new Positions(layout.x, layout.y).rounded();
  }

  /// A place is kept by one node only: of a bundle that fell apart, by the part that goes on in it.
  private void keep() {
    BitSet used = new BitSet();
    int most = names.stream().mapToInt(List::size).max().orElse(0);
    for (int name = 0; name < most; name++) {
      for (int i = 0; i < names.size(); i++) {
        if (!placed.get(i) && name < names.get(i).size()) {
          OptionalInt place = known.find(names.get(i).get(name));
          if (place.isPresent() && !used.get(place.getAsInt())) {
            used.set(place.getAsInt());
            placed.set(i);
            x[i] = known.x(place.getAsInt());
            y[i] = known.y(place.getAsInt());
          }
        }
      }
    }
  }

  private void addBeside(int[] sources, int[] targets) {
    FreeSpots spots = new FreeSpots(names.size());
    placed.stream().forEach(i -> spots.take(x[i], y[i]));
    List<List<Integer>> near = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      near.add(new ArrayList<>());
    }
    for (int e = 0; e < sources.length; e++) {
      near.get(sources[e]).add(targets[e]);
      near.get(targets[e]).add(sources[e]);
    }
    // First those that hang on what is there, then those that hang on these, and so on.
    for (boolean some = true; some; ) {
      some = false;
      BitSet before = (BitSet) placed.clone();
      for (int i = before.nextClearBit(0); i < names.size(); i = before.nextClearBit(i + 1)) {
        int[] on = near.get(i).stream().filter(before::get).mapToInt(Integer::intValue).toArray();
        if (on.length > 0) {
          put(i, spots.nearest(mean(x, on), mean(y, on)));
          some = true;
        }
      }
    }
    for (int i = placed.nextClearBit(0); i < names.size(); i = placed.nextClearBit(i + 1)) {
      put(i, spots.nearest(0, 0));
    }
  }

  private void put(int node, double[] spot) {
    x[node] = spot[0];
    y[node] = spot[1];
    placed.set(node);
  }

  private static double mean(double[] values, int[] of) {
    return Arrays.stream(of).mapToDouble(i -> values[i]).sum() / of.length;
  }
}
