package io.iolaus.simulate.crowd;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.text.TextSource;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;

/// D5: a prompt that goes round for some days, or the homework of a course: the same text, a burst
/// of sign-ups, often a referrer; every second course sits in one lecture hall.
final class PassedPrompts implements VariedDecoy {

  @Override
  public String id() {
    return "D5";
  }

  @Override
  public Crowd crowd(Scene scene, int index, int size, RandomStream choices) {
    TimeFrame frame = scene.frame();
    boolean course = index % 2 == 1;
    boolean hall = index % 4 == 3;
    long start = frame.startOf(choices.between(3, frame.days() - 8));
    long span = (long) (choices.between(0.5, course ? 7 : 3) * TimeFrame.DAY);
    TextSource text =
        scene.texts().grammar().freeze(course ? "course-work" : "shared-prompt", choices);
    Utterance passed =
        new Utterance(text, null, course ? "tutoring" : scene.texts().capability(choices), "en");
    double stays = choices.between(0.1, 0.5);
    double fresh = choices.between(0.3, 0.95);
    int zone = choices.between(-6, 9);
    List<Trait> traits = new ArrayList<>();
    traits.add((draft, member) -> {
      if (member.chance(fresh) || draft.habit().from() > start) {
        draft.created(start + member.nextLong(span));
      }
      boolean staying = member.chance(stays);
      draft
          .says(staying ? 0.4 : 0.9, passed)
          .habit(
              draft
                  .habit()
                  .between(
                      Math.max(start, draft.habit().from()),
                      staying ? frame.end() : start + span + TimeFrame.DAY)
                  .volume(staying ? 0.8 : member.between(1.5, 6), staying ? 0.3 : 0.9)
                  .rhythm(HourProfile.EVENING, 1));
    });
    traits.add(
        Trait.marked("referrer", (course ? "course-board-" : "shared-link-") + index)
            .forSome(choices.chance(0.6) ? choices.between(0.2, 0.9) : 0));
    if (hall) {
      traits.add(
          Trait.behind(
              Campuses.lectureHall(scene, index), start, start + span, choices.between(0.3, 0.9)));
    }
    if (course) {
      traits.add(Trait.hours(HourProfile.EVENING, 1, zone).forSome(0.8));
    }
    return new Crowd(0.03, hall ? "lecture-hall" : course ? "course" : "viral", traits);
  }
}
