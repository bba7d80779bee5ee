package io.iolaus.simulate.crowd;

import io.iolaus.simulate.network.AddressRange;
import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.organization.University;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// D1: behind the addresses of a campus. Most have a burst of sign-ups when the term begins, some a
/// referrer, vouchers instead of cards, or an assistant of the university with a prompt of its own.
final class Campuses implements VariedDecoy {

  // Universities are counted by kind of decoy, so that no two share a range.
  private static final int LECTURE_HALLS = 80;
  private static final int HACKATHONS = 160;

  @Override
  public String id() {
    return "D1";
  }

  @Override
  public Crowd crowd(Scene scene, int index, int size, RandomStream choices) {
    University university = scene.organizations().university(index);
    Addresses nat = exits(university, choices.between(1, 12));
    scene.addGateway(nat);
    TimeFrame frame = scene.frame();
    long term = frame.startOf(choices.between(2, frame.days() * 2 / 3));
    boolean burst = choices.chance(0.75);
    List<Trait> traits = new ArrayList<>();
    traits.add(Trait.behind(nat, choices.between(0.2, 0.7), 0.95));
    traits.add(
        Trait.opened(term, choices.between(1, 8) * TimeFrame.DAY)
            .forSome(burst ? choices.between(0.4, 0.9) : 0.1));
    traits.add(Trait.mail(university.domain()).forSome(choices.between(0.0, 0.9)));
    if (choices.chance(0.4)) {
      traits.add(
          Trait.marked("referrer", "students-" + university.domain())
              .forSome(choices.between(0.2, 0.8)));
    }
    if (choices.chance(0.25)) {
      Trait voucher = (PersonDraft draft, RandomStream member) -> draft.wallet();
      traits.add(voucher.forSome(0.6));
    }
    boolean assistant = choices.chance(0.35);
    if (assistant) {
      traits.add(
          Trait.saying(scene.texts().product(choices), 0.05, 0.4)
              .forSome(choices.between(0.2, 0.8)));
    }
    return new Crowd(0.05, assistant ? "assistant" : "", traits);
  }

  /// The hall where a course is taught.
  static Addresses lectureHall(Scene scene, int index) {
    return exits(scene.organizations().university(LECTURE_HALLS + index), 2);
  }

  /// The university where a hackathon takes place.
  static University host(Scene scene, int index) {
    return scene.organizations().university(HACKATHONS + index);
  }

  static Addresses exits(University university, int count) {
    AddressRange nat = university.range().part(3, 24);
    return Addresses.anyOf(IntStream.range(0, count).mapToObj(n -> nat.address(10 + n)).toList());
  }
}
