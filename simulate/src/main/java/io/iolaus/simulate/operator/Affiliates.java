package io.iolaus.simulate.operator;

import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.population.Seats;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.Role;
import io.iolaus.simulate.world.TimeFrame;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Verified members of an operator's organization who tried its prompts under their own names, from
/// their own office: what ties a campaign to people.
public final class Affiliates {

  private Affiliates() {}

  public static List<Actor> of(Operator operator, Population people, RandomStream random) {
    TimeFrame frame = people.world().frame();
    long from = frame.startOf(operator.profile().firstDay());
    double[] weights = new double[operator.skeletons().size()];
    Arrays.fill(weights, 1);
    return IntStream.range(0, operator.profile().traces().affiliates())
        .mapToObj(i -> {
          PersonDraft draft =
              new Seats(people)
                  .seat(operator.employer(), true, random.child("card"), random.child(i));
          return draft
              .label(Label.of(Role.AFFILIATE))
              .organization(operator.employer().id(), true)
              .says(0.3, Weighted.of(operator.skeletons(), weights))
              .habit(draft.habit().between(from, frame.end()).volume(1.5, 0.4))
              .build();
        })
        .toList();
  }
}
