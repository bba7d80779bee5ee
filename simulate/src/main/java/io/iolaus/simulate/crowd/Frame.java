package io.iolaus.simulate.crowd;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.population.Clients;
import io.iolaus.simulate.population.Texts;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.Role;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Passive victims of a framing, and what of theirs the operator uses to point at them: their
/// gateway, their prompt, their referrer, or several of these.
///
/// @param victims a small company or a course: they share a good deal among themselves
public record Frame(
    List<Actor> victims,
    @Nullable Addresses gateway,
    @Nullable Utterance prompt,
    @Nullable String referrer) {

  public Frame {
    victims = List.copyOf(victims);
  }

  /// Victims of this operator.
  ///
  /// @param index a number that no other victims have
  public static Frame draw(Scene scene, String operator, int index, RandomStream choices) {
    boolean company = choices.chance(0.6);
    Addresses gateway;
    String domain;
    if (company) {
      // The corporations of decoys have the numbers below.
      Company victim = scene.organizations().corporation(500 + index);
      gateway = Addresses.fixed(victim.range().address(7));
      domain = victim.domain();
    } else {
      gateway = Campuses.exits(Campuses.host(scene, 80 + index), 2);
      domain = Campuses.host(scene, 80 + index).domain();
    }
    Texts texts = scene.texts();
    Utterance prompt = choices.chance(0.5) ? texts.product(choices) : texts.setUp(choices);
    String referrer = "invited-by-" + domain;
    TimeFrame frame = scene.frame();
    List<Trait> traits = new ArrayList<>();
    traits.add(Trait.behind(gateway, choices.between(0.4, 0.8), 0.95));
    traits.add(Trait.saying(prompt, choices.between(0.2, 0.6), 0.9));
    traits.add(Trait.marked("referrer", referrer).forSome(choices.between(0.3, 0.9)));
    traits.add(Trait.mail(domain).forSome(choices.between(0.2, 0.9)));
    traits.add(Trait.hours(company ? HourProfile.OFFICE : HourProfile.DAY, 0.3, 1).forSome(0.6));
    traits.add(
        Trait.paying(List.of(scene.cards().card(choices)))
            .forSome(company ? choices.between(0, 0.8) : 0));
    traits.add(
        Trait.opened(frame.startOf(choices.between(-60, 20)), 10 * TimeFrame.DAY)
            .forSome(choices.between(0, 0.8)));
    traits.add(Trait.client(Clients.sdk(choices)).forSome(choices.between(0, 0.7)));
    Label label = new Label(Role.VICTIM, "", "", "victims-of-" + operator, "");
    List<Actor> victims =
        new Crowd(choices.between(0.1, 0.7), company ? "company" : "course", traits)
            .members(scene.people(), label, choices.between(8, 40), choices.child("victims"));
    // Something must point at them.
    List<Integer> used = new ArrayList<>(IntStream.range(0, 3).boxed().toList());
    choices.shuffle(used);
    List<Integer> pointing = used.subList(0, choices.between(1, 3));
    return new Frame(
        victims,
        pointing.contains(0) ? gateway : null,
        pointing.contains(1) ? prompt : null,
        pointing.contains(2) ? referrer : null);
  }
}
