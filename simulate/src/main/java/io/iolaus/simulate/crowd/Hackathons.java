package io.iolaus.simulate.crowd;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.organization.University;
import io.iolaus.simulate.population.CardMarket;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.text.TextSource;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;

/// D10: a hackathon: one innocent cause that shows in the network, the prompts, the client, the
/// week of sign-up and the hours at once; sponsors hand out virtual cards of one issuer at some.
final class Hackathons implements VariedDecoy {

  private static final int ISSUERS = 6;

  @Override
  public String id() {
    return "D10";
  }

  @Override
  public Crowd crowd(Scene scene, int index, int size, RandomStream choices) {
    University host = Campuses.host(scene, index);
    Addresses hall = Campuses.exits(host, choices.between(1, 5));
    TimeFrame frame = scene.frame();
    long start = frame.startOf(choices.between(6, frame.days() - 8)) + 8 * TimeFrame.HOUR;
    long end = start + choices.between(1, 4) * TimeFrame.DAY;
    Frameworks.Framework framework = scene.frameworks().any(choices);
    TextSource challenge = scene.texts().grammar().freeze("challenge-goal", choices);
    Utterance turn = new Utterance(challenge, framework.turn().system(), "tool-use", "en");
    double staying = choices.between(0.05, 0.4);
    double fresh = choices.between(0.5, 1);
    List<Trait> traits = new ArrayList<>();
    traits.add((draft, member) -> {
      if (member.chance(fresh) || draft.habit().from() > start) {
        draft.created(start - 4 * TimeFrame.DAY + member.nextLong(4 * TimeFrame.DAY));
      }
      boolean stays = member.chance(staying);
      draft.habit(
          draft
              .habit()
              .between(Math.max(start, draft.habit().from()), stays ? frame.end() : end)
              .volume(stays ? 2 : member.between(5, 25), stays ? 0.5 : 1)
              .rhythm(HourProfile.DAY, 1)
              .pace(6, 40));
    });
    traits.add(Trait.behind(hall, start, end, choices.between(0.6, 0.98)));
    traits.add(Trait.saying(turn, choices.between(0.4, 0.8), 0.98));
    traits.add(Trait.client(framework.client()).forSome(choices.between(0.5, 1)));
    traits.add(Trait.marked("tls", framework.tls()).forSome(choices.between(0.3, 1)));
    traits.add(
        Trait.marked("referrer", "hackathon-" + host.domain()).forSome(choices.between(0.0, 1.0)));
    traits.add(Trait.mail(host.domain()).forSome(choices.between(0, 0.6)));
    boolean sponsored = choices.chance(0.35);
    if (sponsored) {
      CardMarket cards = scene.cards();
      int issuer = choices.nextInt(ISSUERS);
      traits.add((draft, member) -> draft.wallet(cards.virtual(member, issuer)));
    } else {
      traits.add(((Trait) (draft, member) -> draft.wallet()).forSome(choices.between(0, 0.8)));
    }
    return new Crowd(choices.between(0.6, 1), sponsored ? "sponsored" : "", traits);
  }
}
