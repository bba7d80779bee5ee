package io.iolaus.simulate.crowd;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.network.Networks;
import io.iolaus.simulate.population.Clients;
import io.iolaus.simulate.population.Instrument;
import io.iolaus.simulate.population.Texts;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.Country;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.Ids;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// D8: two to eight accounts with a card, an address and devices in common: families, shared flats,
/// start-ups with a product and prompts of their own, and single people who keep an account for
/// each stage of their program.
final class Households implements VariedDecoy {

  @Override
  public String id() {
    return "D8";
  }

  @Override
  public Crowd crowd(Scene scene, int index, int size, RandomStream choices) {
    return switch (index % 4) {
      case 0 -> family(scene, size, choices);
      case 1 -> startup(scene, choices);
      case 2 -> flat(scene, choices);
      default -> stages(scene, choices);
    };
  }

  private static Crowd family(Scene scene, int size, RandomStream choices) {
    List<Instrument> cards = cards(scene, choices, choices.between(1, 2));
    List<String> devices =
        IntStream.range(0, Math.max(1, size / 2)).mapToObj(n -> Ids.device(choices)).toList();
    List<Trait> traits = new ArrayList<>();
    traits.add(Trait.behind(home(scene, choices), 0.5, 0.95));
    traits.add(Trait.paying(cards).forSome(0.9));
    traits.add(
        ((Trait) (draft, member) -> draft.mark("device", member.pick(devices)))
            .forSome(choices.between(0.3, 0.9)));
    if (choices.chance(0.3)) {
      TimeFrame frame = scene.frame();
      traits.add(Trait.opened(frame.startOf(choices.between(-100, 40)), 2 * TimeFrame.DAY));
    }
    return new Crowd(0, "family", traits);
  }

  private static Crowd flat(Scene scene, RandomStream choices) {
    return Crowd.of(
        0.1,
        "flat",
        Trait.behind(home(scene, choices), 0.5, 0.95),
        Trait.paying(cards(scene, choices, 1)).forSome(choices.between(0, 0.5)),
        Trait.marked("device", Ids.device(choices)).forSome(choices.between(0, 0.5)));
  }

  private static Crowd startup(Scene scene, RandomStream choices) {
    Texts texts = scene.texts();
    List<Utterance> prompts = new ArrayList<>();
    prompts.add(texts.product(choices));
    for (int i = choices.between(0, 2); i > 0; i--) {
      prompts.add(texts.setUp(choices));
    }
    Networks networks = scene.people().world().networks();
    Addresses servers =
        Addresses.anyOf(
            IntStream.range(0, choices.between(1, 4))
                .mapToObj(n -> networks.server(choices))
                .toList());
    TimeFrame frame = scene.frame();
    long founded = frame.startOf(choices.between(-250, 35));
    return Crowd.of(
        choices.between(0.2, 0.9),
        "start-up",
        Trait.behind(choices.chance(0.5) ? servers : home(scene, choices), 0.4, 0.95),
        Trait.paying(cards(scene, choices, 1)).forSome(choices.between(0.7, 1)),
        Trait.opened(founded, choices.between(1, 40) * TimeFrame.DAY),
        Trait.saying(Weighted.zipf(prompts, 0.7), choices.between(0.2, 0.6), 0.95),
        Trait.mail("founders-" + Ids.draw("", choices, 6) + ".example").forSome(0.8),
        Trait.client(Clients.sdk(choices)).forSome(choices.between(0.3, 1)),
        Trait.marked("device", Ids.device(choices)).forSome(choices.between(0, 0.7)),
        Trait.busier(choices.between(1, 6)),
        Trait.hours(HourProfile.DAY, 0.6, Country.pick(choices).zone()).forSome(0.7));
  }

  /// One person: everything in common, and nothing hidden.
  private static Crowd stages(Scene scene, RandomStream choices) {
    Texts texts = scene.texts();
    Utterance program = choices.chance(0.5) ? texts.product(choices) : texts.setUp(choices);
    Networks networks = scene.people().world().networks();
    return Crowd.of(
        1,
        "stages",
        Trait.behind(Addresses.fixed(networks.server(choices)), 0.6, 1),
        Trait.paying(cards(scene, choices, 1)),
        Trait.saying(program, 0.5, 0.98),
        Trait.mail("build-" + Ids.draw("", choices, 6) + ".example"),
        Trait.client(Clients.sdk(choices)),
        Trait.marked("device", Ids.device(choices)).forSome(0.7),
        Trait.marked("tls", Clients.tls(choices, true)),
        Trait.busier(choices.between(1, 5)));
  }

  private static Addresses home(Scene scene, RandomStream choices) {
    Networks networks = scene.people().world().networks();
    return networks.home(choices.child("home"), Country.pick(choices));
  }

  private static List<Instrument> cards(Scene scene, RandomStream choices, int count) {
    return IntStream.range(0, count).mapToObj(n -> scene.cards().card(choices)).toList();
  }
}
