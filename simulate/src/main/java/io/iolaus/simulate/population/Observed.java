package io.iolaus.simulate.population;

import io.iolaus.simulate.random.RandomStream;
import org.jspecify.annotations.Nullable;

/// What the provider's classifier makes of an exchange: right in 85 %, silent in 10 %, else wrong.
public final class Observed {

  private Observed() {}

  public static @Nullable String capability(String truth, RandomStream random, Texts texts) {
    double draw = random.nextDouble();
    if (draw < 0.85) {
      return truth;
    }
    return draw < 0.95 ? null : texts.capability(random);
  }
}
