package io.iolaus.simulate.decoy;

import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.text.TextSource;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.List;

/// D5: a prompt goes round for two days. Hundreds sign up in those days, many through one link, and
/// send the same text with their own words in it; every second instance is homework of a course.
public final class ViralPrompt implements DecoyKind {

  private static final long SPAN = 2 * TimeFrame.DAY;

  @Override
  public String id() {
    return "D5";
  }

  @Override
  public List<Actor> instance(Population people, int index, int size, RandomStream random) {
    TimeFrame frame = people.world().frame();
    long start = frame.startOf(random.between(5, frame.days() - 8));
    boolean homework = index % 2 == 1;
    TextSource text =
        people.world().texts().grammar().freeze(homework ? "homework" : "viral", random);
    Utterance viral =
        new Utterance(text, null, homework ? "software-engineering" : "writing", "en");
    return Members.of(
        size,
        random,
        member -> {
          RandomStream choices = member.child("fan");
          PersonDraft draft = people.draft(member, Label.decoy(id(), index), false);
          long created = start + choices.nextLong(SPAN);
          boolean stays = choices.chance(0.3);
          draft
              .created(created)
              .says(stays ? 0.4 : 0.9, viral)
              .habit(
                  draft
                      .habit()
                      .between(created, stays ? frame.end() : start + SPAN + TimeFrame.DAY)
                      .volume(stays ? 0.6 : 3, stays ? 0.3 : 0.95)
                      .rhythm(HourProfile.EVENING, 1));
          if (choices.chance(0.5)) {
            draft.mark("referrer", homework ? "course-board" : "shared-link-" + index);
          }
          return draft.build();
        });
  }
}
