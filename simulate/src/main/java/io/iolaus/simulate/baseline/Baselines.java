package io.iolaus.simulate.baseline;

import java.util.List;

/// All baselines, by number.
public final class Baselines {

  private Baselines() {}

  public static List<Baseline> all() {
    return List.of(
        SharedIdentifiers.plain(),
        SharedIdentifiers.capped(),
        new PeerToPeerRule(),
        new TermCosine(),
        new CoTimedActions(),
        new DensestBlocks(),
        new WeightedLouvain(),
        new NearDuplicates(),
        new RawFellegiSunter());
  }
}
