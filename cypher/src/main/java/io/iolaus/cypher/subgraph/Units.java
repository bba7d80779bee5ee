package io.iolaus.cypher.subgraph;

import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.entity.EntityType;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts accounts together that share exactly the same things.
///
/// What an account shares is put in the order in which edges are dealt out: of each type the
/// strongest first, among equals what fewer share.
final class Units {

  private static final int ALL = Integer.MAX_VALUE;

  /// How many things of each type are looked at where too many accounts differ.
  private static final int[] COARSER = {ALL, 3, 2, 1};

  private final ClusterGraph graph;

  /// For each member what it shares, by type and then as said above.
  private final int[][] sharedOf;

  /// @param shownThings how many of the strongest things are looked at
  Units(ClusterGraph graph, int shownThings) {
    this.graph = graph;
    this.sharedOf = sharedOf(graph, shownThings);
  }

  private static int[][] sharedOf(ClusterGraph graph, int shownThings) {
    List<Integer> order = new ArrayList<>();
    int[] degree = new int[graph.members().size()];
    for (int s = 0; s < shownThings; s++) {
      order.add(s);
      for (int member : graph.shared().get(s).accounts()) {
        degree[member]++;
      }
    }
    order.sort(
        Comparator.comparing((Integer s) -> graph.shared().get(s).type())
            .thenComparingDouble(s -> -graph.shared().get(s).bits())
            .thenComparingLong(s -> graph.shared().get(s).total())
            .thenComparing(Comparator.naturalOrder()));
    int[][] sharedOf = new int[degree.length][];
    Arrays.setAll(sharedOf, i -> new int[degree[i]]);
    Arrays.fill(degree, 0);
    for (int s : order) {
      for (int member : graph.shared().get(s).accounts()) {
        sharedOf[member][degree[member]++] = s;
      }
    }
    return sharedOf;
  }

  /// Each account by itself.
  List<Unit> single() {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < sharedOf.length; i++) {
      units.add(new Unit(new int[] {i}, dealt(sharedOf[i])));
    }
    return units;
  }

  /// Bundles of those that share the same. Where that makes more than `room`, only the strongest
  /// things of each type are looked at, and the rest of what they share is not drawn: what is drawn
  /// is true of every account of a bundle.
  List<Unit> bundled(int room) {
    List<Unit> units = List.of();
    for (int most : COARSER) {
      units = bySame(most, true);
      if (units.size() <= room) {
        return units;
      }
    }
    return units;
  }

  /// As [#bundled], whatever state the accounts are in.
  ///
  /// @param most how many things of each type are looked at
  List<Unit> alike(int most) {
    return bySame(most, false);
  }

  private List<Unit> bySame(int most, boolean byState) {
    Map<IntBuffer, List<Integer>> bySame = new LinkedHashMap<>();
    for (int i = 0; i < sharedOf.length; i++) {
      int[] things = strongest(sharedOf[i], most);
      int[] key = Arrays.copyOf(things, things.length + 1);
      // Labelled and merely suspicious accounts are never drawn as one.
      @Nullable ClusterState state = graph.members().get(i).state();
      key[things.length] = byState && state != null ? -2 - state.ordinal() : -1;
      bySame.computeIfAbsent(IntBuffer.wrap(key), _ -> new ArrayList<>()).add(i);
    }
    List<Unit> units = new ArrayList<>();
    bySame.forEach((key, members) ->
        units.add(
            new Unit(
                members.stream().mapToInt(Integer::intValue).toArray(),
                dealt(Arrays.copyOf(key.array(), key.array().length - 1)))));
    return units;
  }

  private EntityType type(int thing) {
    return graph.shared().get(thing).type();
  }

  private int[] strongest(int[] things, int most) {
    if (most == ALL) {
      return things;
    }
    int[] kept = new int[things.length];
    int count = 0;
    for (int i = 0, ofType = 0; i < things.length; i++) {
      ofType = i > 0 && type(things[i]) == type(things[i - 1]) ? ofType + 1 : 0;
      if (ofType < most) {
        kept[count++] = things[i];
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /// The strongest of each type first, then the second of each.
  private int[] dealt(int[] things) {
    int[] round = new int[things.length];
    for (int i = 1; i < things.length; i++) {
      round[i] = type(things[i]) == type(things[i - 1]) ? round[i - 1] + 1 : 0;
    }
    int[] dealt = new int[things.length];
    int count = 0;
    for (int r = 0; count < things.length; r++) {
      for (int i = 0; i < things.length; i++) {
        if (round[i] == r) {
          dealt[count++] = things[i];
        }
      }
    }
    return dealt;
  }
}
