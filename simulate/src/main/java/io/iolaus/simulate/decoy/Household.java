package io.iolaus.simulate.decoy;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.population.Instrument;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Country;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.Ids;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.List;

/// D8: a family with one card, one address and a shared device; every fourth is a small start-up
/// whose founders also share what they build.
public final class Household implements DecoyKind {

  @Override
  public String id() {
    return "D8";
  }

  @Override
  public List<Actor> instance(Population people, int index, int size, RandomStream random) {
    boolean startup = index % 4 == 3;
    Addresses home = people.world().networks().home(random.child("home"), Country.pick(random));
    Instrument card = people.world().cards().card(random);
    String device = Ids.device(random);
    Utterance product = people.world().texts().product(random);
    String domain = startup ? "founders-" + Ids.draw("", random, 6) + ".example" : "";
    TimeFrame frame = people.world().frame();
    long founded = frame.start() - random.nextLong(200 * TimeFrame.DAY) + 30 * TimeFrame.DAY;
    return Members.of(
        size,
        random,
        member -> {
          RandomStream choices = member.child("relative");
          PersonDraft draft = people.draft(member, Label.decoy(id(), index), false);
          draft.addresses(draft.addresses().or(choices.between(0.6, 0.95), home));
          if (choices.chance(0.9)) {
            draft.wallet(card);
          }
          if (choices.chance(0.5)) {
            draft.mark("device", device);
          }
          if (startup) {
            draft
                .created(founded + choices.nextLong(20 * TimeFrame.DAY))
                .says(0.3, product)
                .emailDomain(domain)
                .habit(draft.habit().rhythm(HourProfile.OFFICE, 0.4));
          }
          return draft.build();
        });
  }
}
