package io.iolaus.simulate.population;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.network.Networks;
import io.iolaus.simulate.organization.Organizations;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Country;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;

/// Draws people and programs by the laws of the background: heavy-tailed volume, homes and phones,
/// hours by time zone, free text and public templates, one account in seven a program.
public final class Population {

  private static final double MACHINES = 0.15;
  private static final long MEAN_AGE = 130 * TimeFrame.DAY;
  private static final long OLDEST = 700 * TimeFrame.DAY;
  private static final double VOLUME_SIGMA = 1.4;

  private final Surroundings world;
  private final double medianVolume;

  /// Draws from these surroundings.
  ///
  /// @param medianVolume exchanges of the middle person over the whole time frame
  public Population(Surroundings world, double medianVolume) {
    this.world = world;
    this.medianVolume = medianVolume;
  }

  public Surroundings world() {
    return world;
  }

  public Organizations organizations() {
    return world.organizations();
  }

  /// Anybody.
  public Actor anybody(RandomStream random) {
    return draft(random, Label.BACKGROUND).build();
  }

  public PersonDraft draft(RandomStream random, Label label) {
    return draft(random, label, random.child("kind").chance(MACHINES));
  }

  public PersonDraft draft(RandomStream random, Label label, boolean machine) {
    RandomStream choices = random.child("draft");
    Country country = Country.pick(choices);
    long created = creation(choices);
    return new PersonDraft(
        world,
        random,
        label,
        country,
        machine,
        created,
        habit(choices, country, machine, created),
        addresses(choices, country, machine),
        machine ? program(choices) : person(choices, country),
        clients(choices, machine));
  }

  private long creation(RandomStream random) {
    // A service that grows: a third of its accounts are younger than the time frame.
    TimeFrame frame = world.frame();
    long age = (long) random.exponential(MEAN_AGE);
    return frame.start() + frame.days() * TimeFrame.DAY * 9 / 10 - Math.min(age, OLDEST);
  }

  private Habit habit(RandomStream random, Country country, boolean machine, long created) {
    TimeFrame frame = world.frame();
    double total = random.lognormal(machine ? 4 * medianVolume : medianVolume, VOLUME_SIGMA);
    double daily = Math.min(total, 400 * medianVolume) / frame.days();
    long from = Math.max(frame.start(), created + random.nextLong(2 * TimeFrame.HOUR));
    long until =
        random.chance(0.12)
            ? Math.min(frame.end(), from + (long) random.exponential(15 * TimeFrame.DAY))
            : frame.end();
    double dayChance = Math.min(0.9, Math.max(machine ? 0.3 : 0.06, daily / random.between(3, 9)));
    HourProfile profile =
        machine
            ? random.pickOf(HourProfile.FLAT, HourProfile.OFFICE, HourProfile.DAY)
            : random.pickOf(
                HourProfile.DAY,
                HourProfile.EVENING,
                HourProfile.OFFICE,
                HourProfile.DAY,
                HourProfile.NIGHT);
    return new Habit(
        from,
        Math.max(until, from + 6 * TimeFrame.HOUR),
        daily,
        dayChance,
        machine ? random.between(0.5, 1) : random.between(0.3, 1.1),
        machine ? random.between(4.0, 25.0) : random.between(2.0, 7.0),
        machine ? random.lognormal(5, 0.8) : random.lognormal(75, 0.5),
        profile,
        country.zone());
  }

  private Addresses addresses(RandomStream random, Country country, boolean machine) {
    Networks networks = world.networks();
    Addresses home = networks.home(random, country);
    if (machine) {
      Addresses server = Addresses.fixed(networks.server(random));
      return server.or(random.chance(0.5) ? 0.1 : 0, home);
    }
    Addresses usual = home.or(random.between(0.05, 0.5), networks.mobile(country));
    if (random.chance(0.06)) {
      return usual.or(random.between(0.3, 0.9), networks.vpn(random));
    }
    // Travel, a café, a friend's house.
    return usual.or(0.02, networks.home(random.child("away"), Country.pick(random)));
  }

  private Weighted<Utterance> person(RandomStream random, Country country) {
    Texts texts = world.texts();
    String language = random.chance(0.55) ? "en" : country.language();
    List<Utterance> said = new ArrayList<>();
    said.add(texts.free(random, language));
    said.add(texts.free(random, "en"));
    for (int i = random.between(1, 4); i > 0; i--) {
      said.add(texts.template(random));
    }
    double[] weights = new double[said.size()];
    weights[0] = 60;
    weights[1] = 10;
    for (int i = 2; i < weights.length; i++) {
      weights[i] = random.between(2, 15);
    }
    return Weighted.of(said, weights);
  }

  private Weighted<Utterance> program(RandomStream random) {
    Texts texts = world.texts();
    List<Utterance> sent = new ArrayList<>();
    sent.add(texts.product(random));
    sent.add(random.chance(0.5) ? texts.product(random) : texts.template(random));
    sent.add(texts.free(random, "en"));
    return Weighted.of(sent, random.between(40, 90), random.between(5, 40), 8);
  }

  private static Weighted<String> clients(RandomStream random, boolean machine) {
    List<String> used =
        machine
            ? List.of(Clients.sdk(random), Clients.sdk(random))
            : List.of(Clients.app(random), Clients.app(random));
    return Weighted.of(used, 85, 15);
  }
}
