package io.iolaus.simulate.crowd;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.population.Clients;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.text.TextSource;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// D9: researchers who run one public question set: the same prompts in high volume, one
/// capability, often one program. Three in ten share the computers of one institute.
final class Benchmarkers implements VariedDecoy {

  @Override
  public String id() {
    return "D9";
  }

  @Override
  public Crowd crowd(Scene scene, int index, int size, RandomStream choices) {
    TextSource harness = scene.texts().grammar().freeze("question-set", choices);
    TextSource wording = scene.texts().grammar().rule("eval-item");
    String capability =
        choices.pickOf("reasoning-traces", "agentic-coding", "rubric-grading", "tool-use");
    List<Utterance> items =
        IntStream.range(0, choices.between(60, 300))
            .mapToObj(n -> {
              String item = harness.text(choices) + " " + wording.text(choices);
              return new Utterance(TextSource.fixed(item), null, capability, "en");
            })
            .toList();
    List<Trait> traits = new ArrayList<>();
    traits.add(Trait.saying(Weighted.zipf(items, 0), choices.between(0.4, 0.8), 0.98));
    traits.add(Trait.busy(1, choices.between(3.0, 8.0), choices.between(0.1, 0.5)));
    traits.add(Trait.pace(choices.between(10.0, 50.0), choices.between(1.0, 8.0)));
    traits.add(Trait.hours(choices.pickOf(HourProfile.DAY, HourProfile.FLAT), 0.6, 0).forSome(0.5));
    traits.add(Trait.client(Clients.sdk(choices)).forSome(choices.between(0.4, 1)));
    boolean institute = choices.chance(0.3);
    if (institute) {
      Addresses computers = Campuses.exits(scene.organizations().university(index), 3);
      traits.add(Trait.behind(computers, 0.3, 0.9).forSome(choices.between(0.3, 0.9)));
    }
    return new Crowd(choices.between(0.7, 1), institute ? "institute" : "", traits);
  }
}
