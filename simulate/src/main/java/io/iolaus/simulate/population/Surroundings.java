package io.iolaus.simulate.population;

import io.iolaus.simulate.network.Networks;
import io.iolaus.simulate.organization.Organizations;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.ModelCatalog;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;

/// What everybody in the world shares.
public record Surroundings(
    TimeFrame frame,
    Networks networks,
    Organizations organizations,
    ModelCatalog models,
    CardMarket cards,
    Texts texts) {

  /// What is known of networks, organizations and models; complete once everybody is there.
  public List<Fact> reference() {
    List<Fact> facts = new ArrayList<>();
    networks.facts(facts::add);
    organizations.facts(facts::add);
    models.facts(facts::add);
    return facts;
  }
}
