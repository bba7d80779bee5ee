package io.iolaus.simulate.baseline;

import io.iolaus.core.graph.Components;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// B5: accounts that do the same at about the same time, again and again.
///
/// After Q. Cao, X. Yang, J. Yu, C. Palow, Uncovering large groups of active malicious accounts in
/// online social networks (SynchroTrap), CCS 2014: two actions match if they are on one constraint
/// object and within one window; the similarity of two accounts is matched actions over all actions
/// of both (Jaccard, summed over objects); pairs above a threshold are linked, by components.
/// Windows overlap by half, so that a border parts nobody: what happens at one moment matches in
/// two windows, what is half a window apart in one. The object is the network of the address, the
/// system prompt, the model, or all there is. Windows of one object that more than two hundred
/// accounts are in match nobody: they are busy hours.
final class CoTimedActions implements Baseline {

  private static final String OBJECT = "object";
  private static final String WINDOW = "window";
  private static final String SIMILARITY = "similarity";
  private static final String DAYS = "days";
  private static final int BUSY = 200;
  private static final int DAY = 86_400;

  private @Nullable Remembered last;

  @Override
  public String id() {
    return "B5";
  }

  @Override
  public String title() {
    return "co-timing, SynchroTrap-like";
  }

  @Override
  public List<Parameters> grid() {
    return Grid.of()
        .and(OBJECT, "network", "system", "model", "any")
        .and(WINDOW, 10, 60, 900)
        .and(SIMILARITY, 0.05, 0.1, 0.2, 0.4)
        .and(DAYS, 1, 3)
        .list();
  }

  @Override
  public Grouping group(Observations observations, Parameters parameters) {
    Actions actions = remembered(observations, parameters.text(OBJECT), parameters.whole(WINDOW));
    double similarity = parameters.number(SIMILARITY);
    int days = parameters.whole(DAYS);
    Components components = new Components(observations.accounts());
    Neighbours neighbours = new Neighbours(observations.accounts());
    for (int account = 0; account < observations.accounts(); account++) {
      neighbours.clear();
      for (int cell : actions.cells.of(account)) {
        int[] sharing = actions.cells.sharing(cell);
        for (int j = sharing.length - 1; sharing.length <= BUSY && sharing[j] > account; j--) {
          neighbours.add(sharing[j], 1);
        }
      }
      IntArrayList met = neighbours.met();
      for (int i = 0; i < met.size(); i++) {
        int other = met.getInt(i);
        double matched = neighbours.meetings(other);
        double all = actions.size(account) + actions.size(other) - matched;
        if (matched >= similarity * all && actions.days(account, other) >= days) {
          components.join(account, other);
        }
      }
    }
    return Grouping.of(components.groups());
  }

  /// Points of a grid differ in what comes after this more than in this.
  private Actions remembered(Observations observations, String object, int window) {
    Remembered known = last;
    if (known == null
        || !known.observations.equals(observations)
        || !known.object.equals(object)
        || known.window != window) {
      ExchangeLog log = observations.exchanges();
      Actions actions = Actions.of(log, objects(log, object), window, observations.accounts());
      known = new Remembered(observations, object, window, actions);
      last = known;
    }
    return known.actions;
  }

  private static int[] objects(ExchangeLog log, String object) {
    return switch (object) {
      case "network" -> log.places();
      case "system" -> log.systems();
      case "model" -> log.models();
      case "any" -> new int[log.size()];
      default -> throw new IllegalArgumentException("no object " + object);
    };
  }

  private record Remembered(
      Observations observations, String object, int window, Actions actions) {}

  /// Accounts by cells: one object in one window. Cells are numbered in the order of time.
  private record Actions(Incidence cells, int[] dayOf) {

    static Actions of(ExchangeLog log, int[] objects, int window, int accounts) {
      int start = Arrays.stream(log.seconds()).min().orElse(0);
      LongArrayList keys = new LongArrayList();
      IntArrayList actors = new IntArrayList();
      for (int i = 0; i < log.size(); i++) {
        if (objects[i] >= 0) {
          // Two rows of windows, each half a window from the other.
          long half = ((long) log.seconds()[i] - start) / Math.max(1, window / 2);
          keys.add((half - (half & 1)) << 32 | objects[i]);
          keys.add((half - 1 + (half & 1)) << 32 | objects[i]);
          actors.add(log.accounts()[i]);
          actors.add(log.accounts()[i]);
        }
      }
      long[] distinct = distinct(keys.toLongArray());
      long[] pairs = new long[keys.size()];
      for (int i = 0; i < pairs.length; i++) {
        pairs[i] = (long) actors.getInt(i) << 32 | Arrays.binarySearch(distinct, keys.getLong(i));
      }
      int[] dayOf = new int[distinct.length];
      Arrays.setAll(dayOf, cell -> (int) ((distinct[cell] >> 32) * (window / 2) / DAY));
      return new Actions(Incidence.of(accounts, distinct.length, pairs), dayOf);
    }

    private static long[] distinct(long[] keys) {
      LongArrays.radixSort(keys);
      int size = 0;
      for (int i = 0; i < keys.length; i++) {
        if (i == 0 || keys[i] != keys[i - 1]) {
          keys[size++] = keys[i];
        }
      }
      return Arrays.copyOf(keys, size);
    }

    int size(int account) {
      return cells.of(account).length + cells.alone(account);
    }

    /// On how many days two accounts match.
    int days(int a, int b) {
      int days = 0;
      int last = -1;
      for (int cell : cells.common(a, b)) {
        if (cells.degree(cell) <= BUSY && dayOf[cell] != last) {
          last = dayOf[cell];
          days++;
        }
      }
      return days;
    }
  }
}
