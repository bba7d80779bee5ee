package io.iolaus.simulate.campaign;

import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.HidingFacet;
import io.iolaus.simulate.operator.Reseller;
import io.iolaus.simulate.population.CardMarket;
import io.iolaus.simulate.population.Instrument;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.random.RandomStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the accounts of an operator are paid with: one card for all, for twenty, for two, virtual
/// ones of one issuer, anybody's.
final class PaymentLadder {

  private static final int ISSUERS = 6;
  private static final double APART = 0.1;
  // Rings keep to themselves: what ties them is the work.
  private static final double APART_IN_RINGS = 0.02;
  private static final int ACCOUNTS_PER_POOLED_CARD = 10;

  private enum Cards {
    IN_KITS,
    POOLED,
    VIRTUAL,
    OWN
  }

  private final Cards cards;
  private final CardMarket market;
  private final RandomStream random;
  private final int[] kits;
  private final int pool;
  private final int issuer;
  private final boolean virtual;
  private final Map<Integer, Instrument> issued = new HashMap<>();

  /// For all accounts that the kits hold.
  PaymentLadder(Plan plan, Kits kits, int accounts, CardMarket market, RandomStream random) {
    this.market = market;
    this.random = random;
    this.virtual = random.chance(0.6);
    boolean resold = plan.attack() == Attack.TWO_TENANTS || plan.attack() == Attack.HYDRA;
    this.issuer = resold ? Reseller.ISSUER : random.nextInt(ISSUERS);
    boolean named = plan.evasion().names(HidingFacet.PAYMENT);
    int rung = plan.rung(HidingFacet.PAYMENT);
    double apart = plan.attack() == Attack.TWO_TENANTS ? APART / 2 : APART;
    this.pool = 20 + accounts / ACCOUNTS_PER_POOLED_CARD;
    if (plan.attack() == Attack.ROTATING && !named) {
      this.cards = Cards.POOLED;
      this.kits = new int[0];
    } else if (plan.attack() == Attack.CARD_RING && !named) {
      this.cards = Cards.IN_KITS;
      this.kits = kits.runs("ring", 5, 50, APART_IN_RINGS);
    } else {
      this.cards = rung < 3 ? Cards.IN_KITS : rung == 3 ? Cards.VIRTUAL : Cards.OWN;
      this.kits =
          switch (rung) {
            case 0 -> kits.whole();
            case 1 -> kits.runs("cards", 12, 28, apart);
            default -> kits.runs("cards", 1, 3, apart);
          };
    }
  }

  /// Hands cards to the account of this number.
  void pay(PersonDraft draft, int account, RandomStream choices) {
    switch (cards) {
      case IN_KITS -> draft.wallet(card(kits[account]));
      case POOLED -> {
        List<Instrument> wallet = new ArrayList<>();
        for (int i = choices.between(1, 3); i > 0; i--) {
          wallet.add(card(choices.nextInt(pool)));
        }
        draft.wallet(wallet.stream().distinct().toArray(Instrument[]::new));
      }
      case VIRTUAL -> draft.wallet(market.virtual(choices, issuer));
      case OWN -> {}
    }
  }

  private Instrument card(int number) {
    return issued.computeIfAbsent(
        number,
        n -> {
          RandomStream draws = random.child("card").child(n);
          return virtual ? market.virtual(draws, issuer) : market.card(draws);
        });
  }
}
