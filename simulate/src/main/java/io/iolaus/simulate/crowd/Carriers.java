package io.iolaus.simulate.crowd;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;

/// D3: customers of a mobile carrier with few addresses; some came in one week, through one offer.
final class Carriers implements VariedDecoy {

  @Override
  public String id() {
    return "D3";
  }

  @Override
  public Crowd crowd(Scene scene, int index, int size, RandomStream choices) {
    int exits = 1 + size / choices.between(30, 200);
    Addresses gateway = scene.people().world().networks().carrier(index, exits);
    scene.addGateway(gateway);
    List<Trait> traits = new ArrayList<>();
    traits.add(Trait.behind(gateway, choices.between(0.4, 0.8), 0.98));
    boolean offer = choices.chance(0.3);
    if (offer) {
      TimeFrame frame = scene.frame();
      long begins = frame.startOf(choices.between(-20, frame.days() * 2 / 3));
      double share = choices.between(0.2, 0.6);
      traits.add((draft, member) -> {
        if (member.chance(share)) {
          draft
              .created(begins + member.nextLong(7 * TimeFrame.DAY))
              .mark("referrer", "carrier-offer-" + index);
        }
      });
    }
    return new Crowd(choices.between(0, 0.1), offer ? "offer" : "", traits);
  }
}
