package io.iolaus.simulate.crowd;

import io.iolaus.simulate.population.CardMarket;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;

/// D6: people with virtual or prepaid cards of one issuer: one bank number, cards of their own.
/// Some came through the shop that sells them, some in the days of a sale.
final class CardBuyers implements VariedDecoy {

  private static final int ISSUERS = 6;

  @Override
  public String id() {
    return "D6";
  }

  @Override
  public Crowd crowd(Scene scene, int index, int size, RandomStream choices) {
    int issuer = index % ISSUERS;
    CardMarket cards = scene.cards();
    double virtual = choices.between(0.2, 1);
    List<Trait> traits = new ArrayList<>();
    traits.add((draft, member) ->
        draft.wallet(
            member.chance(virtual)
                ? cards.virtual(member, issuer)
                : cards.prepaid(member, issuer)));
    boolean shop = choices.chance(0.4);
    if (shop) {
      traits.add(Trait.marked("referrer", "card-shop-" + index).forSome(choices.between(0.2, 0.9)));
    }
    if (choices.chance(0.35)) {
      TimeFrame frame = scene.frame();
      traits.add(
          Trait.opened(
                  frame.startOf(choices.between(-10, frame.days() * 2 / 3)),
                  choices.between(1, 5) * TimeFrame.DAY)
              .forSome(choices.between(0.2, 0.7)));
    }
    if (choices.chance(0.4)) {
      double hiding = choices.between(0.1, 0.5);
      traits.add(Trait.behind(scene.proxies(), 0.1, 0.9).and(Trait.rotating()).forSome(hiding));
    }
    return new Crowd(choices.between(0.05, 0.4), shop ? "shop" : "", traits);
  }
}
