package io.iolaus.simulate.baseline;

import io.iolaus.core.evidence.Facet;
import io.iolaus.core.graph.Components;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Components over what accounts share in one facet alone: no published method, but a probe of a
/// population. Where such a rule labels no decoy at the settings that do best, the population is
/// too easy.
final class SingleFacet implements Baseline {

  private static final String CAP = "cap";

  private static final Map<Facet, Set<Kind>> KINDS =
      Map.of(
          Facet.PAYMENT, Set.of(Kind.INSTRUMENT, Kind.WALLET, Kind.BILLING_NAME),
          Facet.NETWORK, Set.of(Kind.ADDRESS),
          Facet.CLIENT, Set.of(Kind.DEVICE, Kind.EMAIL, Kind.PHONE, Kind.API_KEY, Kind.OTHER),
          Facet.PROMPT, Set.of(Kind.PROMPT, Kind.SYSTEM),
          Facet.TIMING, Set.of(),
          Facet.CREATION, Set.of(Kind.CREATION_DAY));

  private final Facet facet;
  private final CoTimedActions timing = new CoTimedActions();

  private SingleFacet(Facet facet) {
    this.facet = facet;
  }

  /// One for each facet.
  static List<Baseline> all() {
    return Arrays.stream(Facet.values()).<Baseline>map(SingleFacet::new).toList();
  }

  @Override
  public String id() {
    return "-";
  }

  @Override
  public String title() {
    return facet.id() + " alone";
  }

  @Override
  public List<Parameters> grid() {
    return facet == Facet.TIMING
        ? timing.grid()
        : Grid.of().and(CAP, 10, 50, 200, 1_000, 5_000).list();
  }

  @Override
  public Grouping group(Observations observations, Parameters parameters) {
    if (facet == Facet.TIMING) {
      return timing.group(observations, parameters);
    }
    Components components = new Components(observations.accounts());
    for (Kind kind : KINDS.getOrDefault(facet, Set.of())) {
      observations.things(kind).join(components, parameters.whole(CAP));
    }
    return Grouping.of(components.groups());
  }
}
