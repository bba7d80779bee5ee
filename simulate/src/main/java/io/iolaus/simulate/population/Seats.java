package io.iolaus.simulate.population;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The seats of a company: an office address in office hours, a corporate card for most, mail under
/// the company's domain, an internal prompt now and then. Seven companies in ten vouch for their
/// seats by single sign-on, the others are simply customers.
public final class Seats {

  private static final double SIGN_ON = 0.7;

  private final Population people;

  public Seats(Population people) {
    this.people = people;
  }

  /// Seats of background companies, their sizes lognormal from 1 to 2,000, `total` in all.
  public List<Actor> companies(RandomStream random, int total) {
    List<Actor> seats = new ArrayList<>();
    for (int i = 0; seats.size() < total; i++) {
      RandomStream draws = random.child(i);
      int size = (int) Math.clamp(draws.lognormal(5, 1.2), 1, Math.min(2_000, 1 + total / 6));
      size = Math.min(size, total - seats.size());
      Company company = people.organizations().company(i);
      seats.addAll(of(company, size, draws.chance(SIGN_ON), draws.child("seats")));
    }
    return seats;
  }

  /// The seats of one company.
  public List<Actor> of(Company company, int size, boolean verified, RandomStream random) {
    RandomStream shared = random.child("shared");
    return IntStream.range(0, size)
        .mapToObj(i -> seat(company, verified, shared, random.child(i)).build())
        .toList();
  }

  /// One seat.
  ///
  /// @param shared draws what all seats share: always the same stream for one company
  public PersonDraft seat(
      Company company, boolean verified, RandomStream shared, RandomStream random) {
    Instrument card = people.world().cards().card(shared.child("card"));
    Utterance internal = people.world().texts().product(shared.child("prompt"));
    Addresses office =
        Addresses.fixed(company.range().address(shared.child("office").between(2, 9)));
    RandomStream choices = random.child("seat");
    PersonDraft draft = people.draft(random, Label.BACKGROUND);
    draft
        .addresses(draft.addresses().or(choices.between(0.4, 0.9), office))
        .emailDomain(company.domain())
        .plan("team")
        .says(choices.between(0.0, 0.3), internal)
        .habit(draft.habit().rhythm(HourProfile.OFFICE, 0.15).zone(company.country().zone()));
    if (choices.chance(0.8)) {
      draft.wallet(card);
    }
    if (choices.chance(0.1)) {
      draft.mark("billing-name", company.billingName());
    }
    if (verified) {
      draft.organization(company.id(), choices.chance(0.97));
    }
    return draft;
  }
}
