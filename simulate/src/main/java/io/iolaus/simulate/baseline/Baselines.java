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

  /// Rules that look at one facet alone: probes of how hard a population is.
  public static List<Baseline> singleFacets() {
    return SingleFacet.all();
  }
}
