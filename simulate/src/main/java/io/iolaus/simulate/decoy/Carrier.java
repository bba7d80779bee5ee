package io.iolaus.simulate.decoy;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Label;
import java.util.List;

/// D3: customers of a mobile carrier that has few addresses for very many. They share those and
/// nothing else.
public final class Carrier implements DecoyKind {

  @Override
  public String id() {
    return "D3";
  }

  @Override
  public List<Actor> instance(Population people, int index, int size, RandomStream random) {
    Addresses exits = people.world().networks().carrier(index, Math.max(4, size / 150));
    return Members.of(
        size,
        random,
        member -> {
          PersonDraft draft = people.draft(member, Label.decoy(id(), index), false);
          return draft.addresses(exits.or(0.1, draft.addresses())).build();
        });
  }
}
