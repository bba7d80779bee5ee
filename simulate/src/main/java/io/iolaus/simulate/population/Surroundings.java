package io.iolaus.simulate.population;

import io.iolaus.simulate.network.Networks;
import io.iolaus.simulate.organization.Organizations;
import io.iolaus.simulate.world.ModelCatalog;
import io.iolaus.simulate.world.TimeFrame;

/// What everybody in the world shares.
public record Surroundings(
    TimeFrame frame,
    Networks networks,
    Organizations organizations,
    ModelCatalog models,
    CardMarket cards,
    Texts texts) {}
