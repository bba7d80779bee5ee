package io.iolaus.simulate.operator;

import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.population.CardMarket;
import io.iolaus.simulate.population.Clients;
import io.iolaus.simulate.population.Instrument;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Ids;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;

/// The lines about an operator's accounts: what they were paid with, which machines they showed,
/// who stood on the invoice, when they were suspended and what a person decided about some.
final class Traceable {

  private final OperatorProfile profile;
  private final CardMarket cards;
  private final RandomStream random;
  private final List<Tenure> tenures;
  private final long end;

  Traceable(
      OperatorProfile profile,
      CardMarket cards,
      RandomStream random,
      List<Tenure> tenures,
      long end) {
    this.profile = profile;
    this.cards = cards;
    this.random = random;
    this.tenures = tenures;
    this.end = end;
  }

  /// All of them, in no order.
  ///
  /// @param named whose name stands on some invoices
  List<Fact> facts(Company named) {
    List<Fact> facts = new ArrayList<>();
    for (Tenure tenure : tenures) {
      facts.add(new Fact.Opened(tenure.account()));
    }
    pay(facts);
    machines(facts);
    for (int i = 0; i < profile.traces().billingNames(); i++) {
      Account account = tenures.get((i * 5 + 2) % tenures.size()).account();
      facts.add(
          new Fact.Identifier(
              account, "billing-name", named.billingName(), account.createdAt() + TimeFrame.HOUR));
    }
    suspend(facts);
    return facts;
  }

  private void pay(List<Fact> facts) {
    RandomStream draws = random.child("cards");
    Instrument card = card(draws);
    int left = draws.between(profile.cards().fewest(), profile.cards().most());
    for (Tenure tenure : tenures) {
      if (left-- == 0) {
        card = card(draws);
        left = draws.between(profile.cards().fewest(), profile.cards().most()) - 1;
      }
      pay(facts, tenure, card, draws);
      // Some top up with another card, which ties the groups together.
      if (draws.chance(0.08)) {
        pay(facts, tenures.get(draws.nextInt(tenures.size())), card, draws);
      }
    }
  }

  private void pay(List<Fact> facts, Tenure tenure, Instrument card, RandomStream draws) {
    long at =
        Math.max(tenure.account().createdAt(), tenure.from() - TimeFrame.DAY)
            + (long) (Math.min(draws.lognormal(6, 1.0), 600) * TimeFrame.MINUTE);
    for (; at < Math.max(tenure.until(), at + 1); at += 30 * TimeFrame.DAY) {
      facts.add(
          new Fact.Payment(
              tenure.account(),
              card.token(),
              card.kind(),
              card.bin(),
              card.issuerCountry(),
              card.matchKey(),
              at));
      if (at + 30 * TimeFrame.DAY >= tenure.until()) {
        return;
      }
    }
  }

  private Instrument card(RandomStream draws) {
    int issuer = profile.cards().issuer();
    return issuer < 0 ? cards.card(draws) : cards.virtual(draws, issuer);
  }

  private void machines(List<Fact> facts) {
    RandomStream draws = random.child("machines");
    List<Tenure> mixed = new ArrayList<>(tenures);
    draws.shuffle(mixed);
    String device = "";
    String tls = "";
    for (int i = 0; i < mixed.size(); i++) {
      if (i % profile.machines().perDevice() == 0) {
        device = Ids.device(draws);
      }
      if (i % profile.machines().perTls() == 0) {
        tls = Clients.rareTls(draws, true);
      }
      Account account = mixed.get(i).account();
      mark(facts, account, "device", device, draws);
      mark(facts, account, "tls", tls, draws);
      if (draws.chance(0.5)) {
        mark(facts, account, "email", Ids.email(draws, account.emailDomain()), draws);
      }
      if (draws.chance(0.3)) {
        mark(facts, account, "phone", Ids.phone(draws), draws);
      }
    }
  }

  private static void mark(
      List<Fact> facts, Account account, String kind, String value, RandomStream draws) {
    long at = account.createdAt() + draws.nextLong(20 * TimeFrame.MINUTE);
    facts.add(new Fact.Identifier(account, kind, value, at));
  }

  private void suspend(List<Fact> facts) {
    RandomStream draws = random.child("suspensions");
    for (Tenure tenure : tenures) {
      if (tenure.until() < end) {
        facts.add(new Fact.Status(tenure.account(), "suspended", tenure.until()));
        if (draws.chance(0.25)) {
          long at = tenure.until() + draws.nextLong(TimeFrame.DAY);
          facts.add(new Fact.Verdict(tenure.account(), "fraudulent", "trust-and-safety", at));
        }
      }
    }
  }
}
