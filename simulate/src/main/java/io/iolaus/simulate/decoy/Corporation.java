package io.iolaus.simulate.decoy;

import io.iolaus.simulate.network.AddressRange;
import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.population.Instrument;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.Utterance;
import java.util.List;

/// D2: a company whose staff work through one VPN, on one card, with one system prompt, in the same
/// hours. Only that the company vouches for its seats tells it from a ring; every third instance
/// vouches for two thirds of them only (the others are contractors).
public final class Corporation implements DecoyKind {

  @Override
  public String id() {
    return "D2";
  }

  @Override
  public List<Actor> instance(Population people, int index, int size, RandomStream random) {
    Company company = people.organizations().corporation(index);
    AddressRange office = company.range();
    Addresses vpn = Addresses.anyOf(List.of(office.address(4), office.address(5)));
    Instrument card = people.world().cards().card(random);
    Utterance tool = people.world().texts().product(random);
    double vouched = index % 3 == 2 ? 0.66 : 1;
    int zone = company.country().zone();
    return Members.of(
        size,
        random,
        member -> {
          RandomStream choices = member.child("seat");
          PersonDraft draft = people.draft(member, Label.decoy(id(), index), false);
          return draft
              .addresses(draft.addresses().or(0.85, vpn))
              .wallet(card)
              .says(0.7, tool)
              .emailDomain(company.domain())
              .plan("enterprise")
              .organization(company.id(), choices.chance(vouched))
              .habit(draft.habit().times(3).rhythm(HourProfile.OFFICE, 0.05).zone(zone))
              .build();
        });
  }
}
