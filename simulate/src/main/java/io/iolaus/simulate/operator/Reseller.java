package io.iolaus.simulate.operator;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.network.ProxyPool;
import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.Role;
import java.util.List;
import java.util.stream.IntStream;

/// A reseller of proxies and prepaid access. Operators are among its customers, and so are ordinary
/// people: the same exits, the same bank number, nothing else.
public final class Reseller {

  /// The issuer of the virtual cards that it hands out.
  public static final int ISSUER = 4;

  private final Company company;
  private final ProxyPool pool;
  private final RandomStream random;

  /// The reseller of this number.
  ///
  /// @param exits how many addresses it sells
  public Reseller(Population people, int index, int exits, RandomStream random) {
    this.company = people.organizations().reseller(index);
    this.random = random;
    this.pool = new ProxyPool(people.world().networks(), random.child("pool"), exits, 0.6);
  }

  public Company company() {
    return company;
  }

  public ProxyPool pool() {
    return pool;
  }

  /// Its innocent customers.
  public List<Actor> customers(Population people, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> customer(people, random.child("customer").child(i)).build())
        .toList();
  }

  private PersonDraft customer(Population people, RandomStream member) {
    RandomStream choices = member.child("customer");
    PersonDraft draft = people.draft(member, Label.of(Role.RESELLER_CUSTOMER));
    Addresses exits = Addresses.anyOf(pool.slice(choices, 25));
    draft
        .addresses(draft.addresses().or(choices.between(0.6, 1.0), exits))
        .habit(draft.habit().times(2))
        .wallet(people.world().cards().virtual(choices, ISSUER));
    if (choices.chance(0.3)) {
      draft.organization(company.id(), true);
    }
    return draft;
  }
}
