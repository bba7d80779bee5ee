package io.iolaus.simulate.decoy;

import io.iolaus.simulate.population.CardMarket;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Label;
import java.util.List;

/// D6: people who pay with virtual or prepaid cards of one issuer. The bank number is the same for
/// all of them, and for some operators; the cards are their own.
public final class Marketplace implements DecoyKind {

  @Override
  public String id() {
    return "D6";
  }

  @Override
  public List<Actor> instance(Population people, int index, int size, RandomStream random) {
    int issuer = index % 3;
    CardMarket cards = people.world().cards();
    return Members.of(
        size,
        random,
        member -> {
          RandomStream choices = member.child("card");
          PersonDraft draft = people.draft(member, Label.decoy(id(), index));
          return draft
              .wallet(
                  choices.chance(0.7)
                      ? cards.virtual(choices, issuer)
                      : cards.prepaid(choices, issuer))
              .build();
        });
  }
}
