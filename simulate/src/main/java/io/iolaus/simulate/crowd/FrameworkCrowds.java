package io.iolaus.simulate.crowd;

import io.iolaus.simulate.network.AddressRange;
import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// D4: users of a public agent framework: one system prompt, one client, one TLS stack. A quarter
/// of the frameworks run in a cloud of their own (`hosted`), a third had their launch of late.
final class FrameworkCrowds implements VariedDecoy {

  @Override
  public String id() {
    return "D4";
  }

  @Override
  public Crowd crowd(Scene scene, int index, int size, RandomStream choices) {
    Frameworks.Framework framework = scene.frameworks().get(index);
    TimeFrame frame = scene.frame();
    List<Trait> traits = new ArrayList<>();
    traits.add(Trait.saying(framework.turn(), choices.between(0.3, 0.7), 0.98));
    traits.add(Trait.client(framework.client()).forSome(choices.between(0.6, 1)));
    traits.add(Trait.marked("tls", framework.tls()).forSome(choices.between(0.5, 1)));
    boolean hosted = choices.chance(0.25);
    if (hosted) {
      AddressRange rack = scene.people().world().networks().rack(choices, 26);
      int exits = choices.between(2, 40);
      Addresses cloud = Addresses.anyOf(IntStream.range(0, exits).mapToObj(rack::address).toList());
      traits.add(Trait.behind(cloud, 0.3, 0.95).forSome(choices.between(0.3, 1)));
    }
    if (choices.chance(0.35)) {
      long launch = frame.startOf(choices.between(0, frame.days() - 15));
      traits.add(
          Trait.opened(launch, choices.between(2, 10) * TimeFrame.DAY)
              .forSome(choices.between(0.2, 0.7)));
    }
    if (choices.chance(0.3)) {
      traits.add(Trait.hours(HourProfile.FLAT, 1, 0).forSome(0.5));
    }
    return new Crowd(choices.between(0.5, 1), hosted ? "hosted" : "", traits);
  }
}
