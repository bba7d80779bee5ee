package io.iolaus.simulate.crowd;

import io.iolaus.simulate.network.AddressRange;
import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.population.Clients;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.text.TextSource;
import io.iolaus.simulate.world.StartTimes;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// D7: projects of different owners that run one public check on the runners of one cloud, by the
/// clock: at night, every few hours, or when somebody pushes.
final class Runners implements VariedDecoy {

  private static final int HOURS = 24;

  @Override
  public String id() {
    return "D7";
  }

  @Override
  public Crowd crowd(Scene scene, int index, int size, RandomStream choices) {
    AddressRange rack = scene.people().world().networks().rack(choices, 26);
    int runners = choices.between(2, 60);
    Addresses addresses =
        Addresses.anyOf(IntStream.range(0, runners).mapToObj(rack::address).toList());
    TextSource text = scene.texts().grammar().freeze("ci-check", choices);
    Utterance check = new Utterance(text, null, "software-engineering", "en");
    int every = choices.pickOf(24, 24, 12, 6);
    int[] minutes = new int[HOURS / every];
    int first = choices.nextInt(every * 60);
    for (int i = 0; i < minutes.length; i++) {
      minutes[i] = first + i * every * 60;
    }
    boolean scheduled = choices.chance(0.8);
    List<Trait> traits = new ArrayList<>();
    traits.add(Trait.behind(addresses, choices.between(0.5, 0.9), 1));
    traits.add(Trait.saying(check, choices.between(0.4, 0.8), 1));
    traits.add(Trait.busy(1.5, 7, choices.between(0.4, 0.95)));
    traits.add(Trait.pace(choices.between(3.0, 12.0), choices.between(1.0, 5.0)));
    if (scheduled) {
      traits.add(
          Trait.hours(StartTimes.clockwork(minutes), choices.between(0.4, 1), 0)
              .forSome(choices.between(0.7, 1)));
    }
    String client =
        choices.chance(0.5) ? Clients.sdk(choices) : scene.frameworks().any(choices).client();
    traits.add(Trait.client(client).forSome(choices.between(0.6, 1)));
    return new Crowd(1, scheduled ? "scheduled" : "on-push", traits);
  }
}
