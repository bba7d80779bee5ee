package io.iolaus.core.explain;

import io.iolaus.core.evidence.Bounds;
import io.iolaus.core.evidence.Facet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Clusters and accounts dealt at random, small enough to try every subset of links.
final class SmallCluster {

  private static final Sign[] SIGNS = {
    Sign.INSTRUMENT,
    Sign.PAYER,
    Sign.ADDRESS,
    Sign.IDENTIFIER,
    Sign.SOFTWARE,
    Sign.PROMPTS,
    Sign.SYSTEM_PROMPTS,
    Sign.MOMENTS,
    Sign.COHORT
  };

  private static final Set<Facet> PASSED_ON = EnumSet.of(Facet.NETWORK, Facet.PROMPT);

  private final Random random;
  private final List<ProfileRow> rows = new ArrayList<>();
  private final List<ShownLink> links = new ArrayList<>();
  private final int size;

  SmallCluster(long seed) {
    this.random = new Random(seed);
    this.size = 3 + random.nextInt(30);
    int count = 2 + random.nextInt(9);
    double left = 1;
    double leftOfSystem = 1;
    for (int i = 0; i < count; i++) {
      Sign sign = SIGNS[random.nextInt(SIGNS.length)];
      double share = 1;
      if (sign == Sign.PROMPTS) {
        share = left * random.nextDouble();
        left -= share;
      } else if (sign == Sign.SYSTEM_PROMPTS) {
        share = leftOfSystem * random.nextDouble();
        leftOfSystem -= share;
      }
      link(sign, i, share);
    }
  }

  private void link(Sign sign, int number, double share) {
    String key = sign == Sign.IDENTIFIER ? kind() + ":" + number : sign + ":" + number;
    String range = sign == Sign.ADDRESS ? "range:" + random.nextInt(2) : null;
    boolean known = random.nextInt(4) > 0;
    if (known) {
      row(sign, key);
    }
    if (range != null && rows.stream().noneMatch(r -> r.key().equals(range))) {
      row(Sign.RANGE, range);
    }
    links.add(
        new ShownLink(
            sign, key, range, share, random.nextInt(12) > 0, known || random.nextBoolean()));
  }

  private String kind() {
    return List.of("device", "phone", "tls").get(random.nextInt(3));
  }

  private void row(Sign sign, String key) {
    int members = 1 + random.nextInt(size);
    double inside = members * (0.05 + 0.95 * random.nextDouble()) + 1;
    rows.add(
        new ProfileRow(
            sign.detector(),
            sign.facet(),
            sign.type(),
            key,
            members + 1,
            members + 1 + random.nextInt(20),
            inside,
            0.1 + 20 * random.nextDouble() * random.nextDouble(),
            1,
            sign.facet() == Facet.PROMPT ? random.nextDouble() : 0,
            sign.facet() != Facet.NETWORK && random.nextInt(3) == 0,
            !PASSED_ON.contains(sign.facet()) && random.nextInt(2) == 0));
  }

  private StoredProfile profile() {
    double[] agreement = new double[Facet.values().length];
    for (int f = 0; f < agreement.length; f++) {
      agreement[f] = random.nextDouble();
    }
    return new StoredProfile(
        size, 20 << random.nextInt(10), random.nextDouble() / 4, agreement, rows, Bounds.PRIORS);
  }

  /// A member of a labelled cluster, or of one for review.
  Weighing member() {
    StoredProfile profile = profile();
    AccountView view = new AccountView("a", links, random.nextBoolean(), false, false);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < profile.rows().size(); i++) {
      places.add(i);
    }
    float[] strengths = new float[places.size()];
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = (float) Math.min(1, profile.rows().get(i).inside() / 4);
    }
    double aim = random.nextInt(3) == 0 ? random.nextDouble() : 0;
    CountedLinks counted =
        new CountedLinks(
            places.stream().mapToInt(p -> p).toArray(), strengths, aim, 1, random.nextBoolean());
    return new Weighing(profile, view, counted, random.nextInt(4) > 0);
  }
}
