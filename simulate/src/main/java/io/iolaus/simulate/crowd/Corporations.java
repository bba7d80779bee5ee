package io.iolaus.simulate.crowd;

import io.iolaus.simulate.network.AddressRange;
import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.population.Clients;
import io.iolaus.simulate.population.Instrument;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.Ids;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// D2: a company behind its VPN, on its cards, with its prompts, in its hours. One in three has a
/// contract, one vouches for some seats only, and of one (`unverified`) no contract is known: half
/// of those do not even name their organization.
final class Corporations implements VariedDecoy {

  @Override
  public String id() {
    return "D2";
  }

  @Override
  public Crowd crowd(Scene scene, int index, int size, RandomStream choices) {
    Company company = scene.organizations().corporation(index);
    AddressRange office = company.range();
    Addresses vpn =
        Addresses.anyOf(
            IntStream.range(0, choices.between(1, 4))
                .mapToObj(n -> office.address(4 + n))
                .toList());
    scene.addGateway(vpn);
    List<Instrument> cards =
        IntStream.range(0, choices.between(1, 3))
            .mapToObj(n -> scene.cards().card(choices))
            .toList();
    List<Utterance> tools =
        IntStream.range(0, choices.between(1, 3))
            .mapToObj(n ->
                choices.chance(0.6) ? scene.texts().product(choices) : scene.texts().setUp(choices))
            .toList();
    String variant = List.of("contract", "partly", "unverified").get(index % 3);
    double vouched = List.of(1.0, choices.between(0.4, 0.8), 0.0).get(index % 3);
    boolean named = index % 6 != 5;
    TimeFrame frame = scene.frame();
    List<Trait> traits = new ArrayList<>();
    traits.add(Trait.behind(vpn, choices.between(0.4, 0.8), 0.95));
    traits.add(Trait.paying(cards).forSome(choices.between(0.7, 1)));
    traits.add(Trait.saying(Weighted.zipf(tools, 1), choices.between(0.2, 0.5), 0.9));
    traits.add(Trait.mail(company.domain()).forSome(named ? 1 : choices.between(0, 0.6)));
    traits.add(Trait.plan(choices.pickOf("team", "api", "enterprise")));
    traits.add(Trait.busier(choices.between(1.0, 3.5)));
    traits.add(
        Trait.hours(HourProfile.OFFICE, choices.between(0, 0.3), company.country().zone())
            .forSome(choices.between(0.6, 1)));
    if (choices.chance(0.5)) {
      long hired = frame.startOf(choices.between(-60, frame.days() / 2));
      traits.add(
          Trait.opened(hired, choices.between(1, 10) * TimeFrame.DAY)
              .forSome(choices.between(0.3, 0.95)));
    }
    if (choices.chance(0.3)) {
      List<String> terminals =
          IntStream.range(0, 1 + size / 4).mapToObj(n -> Ids.device(choices)).toList();
      traits.add((draft, member) -> draft.mark("device", member.pick(terminals)));
    }
    if (choices.chance(0.5)) {
      traits.add(Trait.client(Clients.sdk(choices)).forSome(choices.between(0.3, 1)));
    }
    traits.add(Trait.marked("billing-name", company.billingName()).forSome(named ? 0.3 : 0));
    if (named) {
      traits.add(Trait.ofOrganization(company.id(), vouched));
    }
    return new Crowd(choices.between(0, 0.5), variant, traits);
  }
}
