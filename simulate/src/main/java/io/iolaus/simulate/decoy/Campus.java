package io.iolaus.simulate.decoy;

import io.iolaus.simulate.network.AddressRange;
import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.organization.University;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.TimeFrame;
import java.util.List;
import java.util.stream.IntStream;

/// D1: students behind the few addresses of a campus, most of whom signed up when the term began.
/// Cards, prompts and hours are everyone's own.
public final class Campus implements DecoyKind {

  private static final int EXITS = 8;

  @Override
  public String id() {
    return "D1";
  }

  @Override
  public List<Actor> instance(Population people, int index, int size, RandomStream random) {
    University university = people.organizations().university(index);
    Addresses nat = exits(university, EXITS);
    TimeFrame frame = people.world().frame();
    long term = frame.startOf(random.between(4, frame.days() / 2));
    return Members.of(
        size,
        random,
        member -> {
          RandomStream choices = member.child("student");
          PersonDraft draft = people.draft(member, Label.decoy(id(), index), false);
          draft.addresses(draft.addresses().or(choices.between(0.5, 0.9), nat));
          if (choices.chance(0.7)) {
            draft.created(term + choices.nextLong(6 * TimeFrame.DAY));
          }
          if (choices.chance(0.6)) {
            draft.emailDomain(university.domain());
          }
          return draft.build();
        });
  }

  static Addresses exits(University university, int count) {
    AddressRange nat = university.range().part(3, 24);
    return Addresses.anyOf(IntStream.range(0, count).mapToObj(n -> nat.address(10 + n)).toList());
  }
}
