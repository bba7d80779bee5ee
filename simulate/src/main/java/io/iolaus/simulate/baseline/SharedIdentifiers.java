package io.iolaus.simulate.baseline;

import io.iolaus.core.graph.Components;
import java.util.List;

/// B1 and B2: connected components of accounts that share an identifier, without or with a bound on
/// how many may show it.
///
/// B1 is what a graph database's weakly connected components give over everything accounts share,
/// and the start of most entity resolution. B2 leaves hubs out by their degree alone, as Neo4j's
/// own material on fraud rings and EvilCohort's handling of gateways advise: G. Stringhini, P.
/// Mourlanne, G. Jacob, M. Egele, C. Kruegel, G. Vigna, EVILCOHORT: Detecting communities of
/// malicious accounts on online services, USENIX Security 2015.
final class SharedIdentifiers implements Baseline {

  private static final String CAP = "cap";
  private static final String KINDS = "kinds";

  private final boolean capped;

  private SharedIdentifiers(boolean capped) {
    this.capped = capped;
  }

  static SharedIdentifiers plain() {
    return new SharedIdentifiers(false);
  }

  static SharedIdentifiers capped() {
    return new SharedIdentifiers(true);
  }

  @Override
  public String id() {
    return capped ? "B2" : "B1";
  }

  @Override
  public String title() {
    return capped ? "components, degree cap" : "components, shared identifiers";
  }

  @Override
  public List<Parameters> grid() {
    Grid grid = Grid.of().and(KINDS, "owned", "located", "any", "spoken");
    return (capped ? grid.and(CAP, 5, 10, 20, 50, 100) : grid).list();
  }

  @Override
  public Grouping group(Observations observations, Parameters parameters) {
    int cap = capped ? parameters.whole(CAP) : Integer.MAX_VALUE;
    Components components = new Components(observations.accounts());
    for (Kind kind : Kind.set(parameters.text(KINDS))) {
      observations.things(kind).join(components, cap);
    }
    return Grouping.of(components.groups());
  }
}
