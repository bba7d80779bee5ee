package io.iolaus.simulate.crowd;

import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Label;
import java.util.ArrayList;
import java.util.List;

/// Accounts that are alike in some ways: each is drawn like anybody, then shaped by the traits.
///
/// @param machines share of programs among them
/// @param variant what sets this one apart from others of its kind, in one word; empty if nothing
///   does
public record Crowd(double machines, String variant, List<Trait> traits) {

  public Crowd {
    traits = List.copyOf(traits);
  }

  static Crowd of(double machines, String variant, Trait... traits) {
    return new Crowd(machines, variant, List.of(traits));
  }

  public List<Actor> members(Population people, Label label, int size, RandomStream random) {
    List<Actor> members = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      members.add(member(people, label.variant(variant), random.child("member").child(i)).build());
    }
    return members;
  }

  PersonDraft member(Population people, Label label, RandomStream random) {
    PersonDraft draft = people.draft(random, label, random.child("machine").chance(machines));
    RandomStream shaping = random.child("trait");
    for (int i = 0; i < traits.size(); i++) {
      traits.get(i).shape(draft, shaping.child(i));
    }
    return draft;
  }
}
