package io.iolaus.simulate.decoy;

import io.iolaus.simulate.population.Habit;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.text.Grammar;
import io.iolaus.simulate.text.TextSource;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;

/// D9: researchers who run the same public evaluation set through the same public harness, in high
/// volume and on few capabilities. Cards and employers are their own.
public final class BenchmarkResearchers implements DecoyKind {

  private static final int ITEMS = 400;

  @Override
  public String id() {
    return "D9";
  }

  @Override
  public List<Actor> instance(Population people, int index, int size, RandomStream random) {
    Grammar grammar = people.world().texts().grammar();
    String harness = grammar.freeze("harness", random).text(random);
    TextSource wording = grammar.rule("eval-item");
    List<Utterance> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      TextSource item = TextSource.fixed(harness + " " + wording.text(random));
      items.add(new Utterance(item, null, "reasoning-traces", "en"));
    }
    double[] weights = new double[ITEMS];
    java.util.Arrays.fill(weights, 1);
    Weighted<Utterance> set = Weighted.of(items, weights);
    return Members.of(
        size,
        random,
        member -> {
          RandomStream choices = member.child("researcher");
          PersonDraft draft = people.draft(member, Label.decoy(id(), index), true);
          Habit habit = draft.habit();
          return draft
              .says(0.9, set)
              .habit(
                  habit
                      .volume(choices.between(4.0, 12.0), choices.between(0.1, 0.4))
                      .rhythm(HourProfile.DAY, 0.5)
                      .pace(40, 3))
              .client("sdk-py/1.9.2")
              .build();
        });
  }
}
