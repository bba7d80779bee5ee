package io.iolaus.simulate.campaign;

import io.iolaus.simulate.crowd.Scene;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.operator.Reseller;
import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Innocent people who are served by a reseller: of their own accord, or by an operator whose
/// accounts carry strangers' traffic to hide its own.
public final class Resold {

  private static final double REFERRED = 0.5;
  private static final double ROTATING = 0.6;
  private static final double VOUCHED = 0.25;

  private Resold() {}

  /// Customers of an ordinary reseller of proxies and prepaid access.
  public static List<Actor> customers(
      Scene scene, Company reseller, int count, RandomStream random) {
    List<Actor> customers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RandomStream member = random.child(i);
      RandomStream choices = member.child("customer");
      PersonDraft draft =
          scene.people().draft(member, Label.of(Role.RESELLER_CUSTOMER).variant("reseller"));
      draft
          .addresses(draft.addresses().or(choices.between(0.5, 1.0), scene.proxies()))
          .wallet(scene.people().world().cards().virtual(choices, Reseller.ISSUER));
      if (choices.chance(ROTATING)) {
        draft.rotating();
      }
      mark(draft, reseller, choices);
      customers.add(draft.build());
    }
    return customers;
  }

  /// Customers of a hydra or of a rotating pool: its exits, its cards, its program and its way of
  /// opening accounts, and their own traffic alone.
  static List<Actor> served(
      Plan plan,
      Scene scene,
      Supply supply,
      int first,
      @Nullable Company reseller,
      RandomStream random) {
    String variant = plan.attack() == Attack.HYDRA ? "hydra" : "pool";
    int count = supply.accounts() - first;
    List<PersonDraft> drafts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drafts.add(
          scene
              .people()
              .draft(
                  random.child("customer").child(i),
                  new Label(
                      Role.RESELLER_CUSTOMER, "", "", "customers-of-" + plan.name(), variant)));
    }
    List<Long> ages = drafts.stream().map(draft -> draft.account().createdAt()).toList();
    Plan opening = plan.withAccounts(count);
    List<Recruits.Spell> spells = new Recruits(opening, random.child("recruits")).spells(ages);
    List<Actor> customers = new ArrayList<>();
    for (int i = 0; i < spells.size(); i++) {
      RandomStream choices = random.child("served").child(i);
      PersonDraft draft = drafts.get(i);
      Recruits.Spell spell = spells.get(i);
      draft.created(spell.created());
      supply.payment().pay(draft, first + i, choices);
      supply.client().equip(draft, first + i, choices);
      Addresses exits = supply.network().exits(first + i);
      draft
          .addresses(exits)
          .clients(supply.client().programs(draft, first + i))
          .habit(draft.habit().times(2).between(spell.from(), spell.until()));
      if (supply.network().rotates()) {
        draft.rotating();
      }
      if (reseller != null) {
        mark(draft, reseller, choices);
      }
      customers.add(draft.build());
    }
    return customers;
  }

  /// What a reseller leaves on the accounts it hands out.
  static void mark(PersonDraft draft, Company reseller, RandomStream choices) {
    if (choices.chance(REFERRED)) {
      draft.mark("referrer", "partner-" + reseller.domain());
    }
    if (choices.chance(VOUCHED)) {
      draft.organization(reseller.id(), true);
    }
  }
}
