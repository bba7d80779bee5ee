package io.iolaus.simulate.decoy;

import io.iolaus.simulate.population.Clients;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Label;
import java.util.List;

/// D4: users of a public agent framework. Its system prompt, its turns and its name as the client
/// are the same for all of them.
public final class FrameworkUsers implements DecoyKind {

  @Override
  public String id() {
    return "D4";
  }

  @Override
  public List<Actor> instance(Population people, int index, int size, RandomStream random) {
    return Members.of(
        size,
        random,
        member ->
            people
                .draft(member, Label.decoy(id(), index), true)
                .says(0.85, people.world().texts().framework("framework-turn"))
                .client(Clients.framework())
                .mark("tls", "t13d1713h1_loomwork")
                .build());
  }
}
