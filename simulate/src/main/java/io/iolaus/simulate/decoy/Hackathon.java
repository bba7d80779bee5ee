package io.iolaus.simulate.decoy;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.organization.University;
import io.iolaus.simulate.population.Clients;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.TimeFrame;
import java.util.List;

/// D10: a hackathon on a campus with the public agent framework. One innocent cause behind what
/// looks like three: shared network, one week of sign-ups, one prompt, one pace.
public final class Hackathon implements DecoyKind {

  private static final int EXITS = 3;
  private static final int FIRST_HOST = 40;

  @Override
  public String id() {
    return "D10";
  }

  @Override
  public List<Actor> instance(Population people, int index, int size, RandomStream random) {
    University host = people.organizations().university(FIRST_HOST + index);
    Addresses hall = Campus.exits(host, EXITS);
    TimeFrame frame = people.world().frame();
    long start = frame.startOf(random.between(8, frame.days() - 8)) + 8 * TimeFrame.HOUR;
    long end = start + 2 * TimeFrame.DAY;
    return Members.of(
        size,
        random,
        member -> {
          RandomStream choices = member.child("hacker");
          boolean stays = choices.chance(0.15);
          PersonDraft draft = people.draft(member, Label.decoy(id(), index), true);
          long created = start - 3 * TimeFrame.DAY + choices.nextLong(3 * TimeFrame.DAY);
          draft
              .created(created)
              .addresses(draft.addresses().during(start, end, 0.97, hall))
              .says(0.9, people.world().texts().framework("challenge-goal"))
              .client(Clients.framework())
              .mark("tls", "t13d1713h1_loomwork")
              .mark("referrer", "hackathon-" + host.domain())
              .habit(
                  draft
                      .habit()
                      .between(start, stays ? frame.end() : end)
                      .volume(stays ? 3 : choices.between(10.0, 35.0), stays ? 0.5 : 1)
                      .rhythm(HourProfile.DAY, 1)
                      .pace(6, 40));
          if (choices.chance(0.4)) {
            draft.emailDomain(host.domain());
          }
          if (choices.chance(0.5)) {
            draft.wallet();
          }
          return draft.build();
        });
  }
}
