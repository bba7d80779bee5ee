package io.iolaus.simulate.baseline;

import java.util.List;

/// One field of a record comparison after Fellegi and Sunter: levels of agreement from the
/// strictest to none.
///
/// A level is met when two accounts share a thing of its kind; its weight is log2(m/u) with u the
/// frequency of the rarest shared thing among all accounts (the term-frequency adjustment). If no
/// level is met although both show something in the field, the weight is log2(1 − Σm): the chance
/// to agree by accident is negligible beside it.
record Comparison(List<Level> levels) {

  /// @param m how often two accounts of one operator agree at this level and at none before it
  record Level(Kind kind, double m) {}

  Comparison {
    levels = List.copyOf(levels);
  }

  /// The fields that are compared, one for each facet, so that what comes from one fact counts
  /// once. The m are fixed by judgement, as is usual where nobody has labels.
  static List<Comparison> fields() {
    return List.of(
        new Comparison(
            List.of(
                new Level(Kind.INSTRUMENT, 0.5),
                new Level(Kind.WALLET, 0.05),
                new Level(Kind.BILLING_NAME, 0.05),
                new Level(Kind.BIN, 0.2))),
        new Comparison(List.of(new Level(Kind.ADDRESS, 0.5), new Level(Kind.NEIGHBOURHOOD, 0.3))),
        new Comparison(
            List.of(
                new Level(Kind.DEVICE, 0.4),
                new Level(Kind.PHONE, 0.05),
                new Level(Kind.EMAIL, 0.05),
                new Level(Kind.API_KEY, 0.05),
                new Level(Kind.TLS, 0.1),
                new Level(Kind.CLIENT, 0.2))),
        new Comparison(List.of(new Level(Kind.PROMPT, 0.4), new Level(Kind.SYSTEM, 0.3))),
        new Comparison(List.of(new Level(Kind.CREATION_DAY, 0.3))));
  }

  /// The weight of two accounts in this field, in bits.
  double bits(Observations observations, int a, int b) {
    double disagreeing = 1;
    boolean comparable = false;
    for (Level level : levels) {
      Incidence incidence = observations.things(level.kind());
      int rarest = incidence.rarest(a, b);
      if (rarest > 0) {
        return log2(level.m() * observations.accounts() / rarest);
      }
      comparable |= incidence.shows(a) && incidence.shows(b);
      disagreeing -= level.m();
    }
    return comparable ? log2(disagreeing) : 0;
  }

  static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
