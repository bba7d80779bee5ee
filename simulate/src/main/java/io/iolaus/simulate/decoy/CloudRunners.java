package io.iolaus.simulate.decoy;

import io.iolaus.simulate.network.AddressRange;
import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.population.Habit;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.text.TextSource;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.StartTimes;
import io.iolaus.simulate.world.Utterance;
import java.util.List;
import java.util.stream.IntStream;

/// D7: projects of different owners that run one public check on the runners of one cloud, by the
/// clock: the same addresses, the same template, the same seconds.
public final class CloudRunners implements DecoyKind {

  private static final int RUNNERS = 24;

  @Override
  public String id() {
    return "D7";
  }

  @Override
  public List<Actor> instance(Population people, int index, int size, RandomStream random) {
    AddressRange rack = people.world().networks().rack(random, 26);
    Addresses runners =
        Addresses.anyOf(IntStream.range(0, RUNNERS).mapToObj(rack::address).toList());
    TextSource text = people.world().texts().grammar().freeze("ci-eval", random);
    Utterance check = new Utterance(text, null, "software-engineering", "en");
    int minute = random.between(0, 23) * 60;
    return Members.of(
        size,
        random,
        member -> {
          RandomStream choices = member.child("project");
          PersonDraft draft = people.draft(member, Label.decoy(id(), index), true);
          Habit habit = draft.habit();
          return draft
              .addresses(runners)
              .says(0.8, check)
              .habit(
                  habit
                      .volume(Math.max(2, habit.daily()), 0.85)
                      .rhythm(StartTimes.clockwork(minute, minute + choices.between(1, 50)), 1)
                      .pace(choices.between(6.0, 14.0), 2))
              .client("sdk-py/2.0.1")
              .build();
        });
  }
}
