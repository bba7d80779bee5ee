package io.iolaus.simulate.baseline;

import io.iolaus.core.graph.Components;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import java.util.Set;

/// B4: accounts as TF-IDF vectors of what they show, cosine, links above a percentile of all
/// cosines, components.
///
/// The coordination network of D. Pacheco, P.-M. Hui, C. Torres-Lugo, B. T. Truong, A. Flammini, F.
/// Menczer, Uncovering coordinated networks on social media, ICWSM 2021: a bipartite network of
/// accounts and traces, its projection, a strict threshold (they take the 99.5th percentile), and
/// components. What more accounts show than the cap meets nobody there and still counts in the
/// length of a vector, as popular traces are left out in such studies. Term frequency is 1 + ln.
final class TermCosine implements Baseline {

  private static final String KINDS = "kinds";
  private static final String CAP = "cap";
  private static final String PERCENTILE = "percentile";
  private static final String COMMON = "common";

  /// How finely cosines are counted.
  private static final int BINS = 20_000;

  @Override
  public String id() {
    return "B4";
  }

  @Override
  public String title() {
    return "TF-IDF cosine, percentile";
  }

  @Override
  public List<Parameters> grid() {
    return Grid.of()
        .and(KINDS, "owned", "located", "spoken")
        .and(CAP, 50, 300)
        .and(PERCENTILE, 0, 0.5, 0.9, 0.99, 0.995, 0.999)
        .and(COMMON, 1, 2)
        .list();
  }

  @Override
  public Grouping group(Observations observations, Parameters parameters) {
    Walk walk = new Walk(observations, parameters);
    long[] counts = new long[BINS + 1];
    walk.pairs((a, b, cosine) -> counts[bin(cosine)]++);
    int threshold = bin(counts, parameters.number(PERCENTILE));
    Components components = new Components(observations.accounts());
    walk.pairs((a, b, cosine) -> {
      if (bin(cosine) >= threshold) {
        components.join(a, b);
      }
    });
    return Grouping.of(components.groups());
  }

  private static int bin(double cosine) {
    return Math.min(BINS, (int) (cosine * BINS));
  }

  /// The bin in which the percentile of all counted cosines lies.
  private static int bin(long[] counts, double percentile) {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    long below = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      below += counts[bin];
      if (below > percentile * all) {
        return bin;
      }
    }
    return BINS;
  }

  private interface PairSink {
    void pair(int a, int b, double cosine);
  }

  /// Visits all pairs that have something in common.
  private static final class Walk {

    private final Observations observations;
    private final Set<Kind> kinds;
    private final int cap;
    private final int common;
    private final double[] lengths;

    Walk(Observations observations, Parameters parameters) {
      this.observations = observations;
      this.kinds = Kind.set(parameters.text(KINDS));
      this.cap = parameters.whole(CAP);
      this.common = parameters.whole(COMMON);
      this.lengths = new double[observations.accounts()];
      for (int account = 0; account < lengths.length; account++) {
        lengths[account] = Math.sqrt(square(account));
      }
    }

    private double square(int account) {
      double square = 0;
      for (Kind kind : kinds) {
        Incidence incidence = observations.things(kind);
        int[] things = incidence.of(account);
        for (int i = 0; i < things.length; i++) {
          double weight = weight(incidence.degree(things[i]), incidence.times(account)[i]);
          square += weight * weight;
        }
        square += incidence.alone(account) * weight(1, 1) * weight(1, 1);
      }
      return square;
    }

    private double weight(int degree, int times) {
      return (1 + Math.log(times)) * Math.log((double) lengths.length / degree);
    }

    void pairs(PairSink sink) {
      Neighbours neighbours = new Neighbours(lengths.length);
      for (int account = 0; account < lengths.length; account++) {
        neighbours.clear();
        for (Kind kind : kinds) {
          meet(account, observations.things(kind), neighbours);
        }
        IntArrayList met = neighbours.met();
        for (int i = 0; i < met.size(); i++) {
          int other = met.getInt(i);
          double cosine = neighbours.sum(other) / (lengths[account] * lengths[other]);
          if (neighbours.meetings(other) >= common && cosine > 0) {
            sink.pair(account, other, cosine);
          }
        }
      }
    }

    private void meet(int account, Incidence incidence, Neighbours neighbours) {
      int[] things = incidence.of(account);
      for (int i = 0; i < things.length; i++) {
        int[] sharing = incidence.sharing(things[i]);
        int[] times = incidence.timesOf(things[i]);
        double own = weight(sharing.length, incidence.times(account)[i]);
        for (int j = sharing.length - 1; sharing.length <= cap && sharing[j] > account; j--) {
          neighbours.add(sharing[j], own * weight(sharing.length, times[j]));
        }
      }
    }
  }
}
