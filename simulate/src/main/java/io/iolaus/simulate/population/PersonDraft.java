package io.iolaus.simulate.population;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Country;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Ids;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.ModelCatalog.Taste;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person or program in the making: drawn like anybody, then changed where a part of the world
/// wants it.
public final class PersonDraft {

  record Mark(String kind, String value) {}

  private final Surroundings world;
  private final RandomStream random;
  private final Country country;
  private final boolean machine;
  private Label label;
  private long createdAt;
  private String emailDomain;
  private String plan;
  private @Nullable String organization;
  private @Nullable Boolean verified;
  private Habit habit;
  private Addresses addresses;
  private List<Instrument> wallet;
  private final List<Mark> marks = new ArrayList<>();
  private Weighted<Utterance> utterances;
  private Weighted<String> clients;
  private Taste taste;
  private boolean rotating;

  PersonDraft(
      Surroundings world,
      RandomStream random,
      Label label,
      Country country,
      boolean machine,
      long createdAt,
      Habit habit,
      Addresses addresses,
      Weighted<Utterance> utterances,
      Weighted<String> clients) {
    this.world = world;
    this.random = random;
    this.label = label;
    this.country = country;
    this.machine = machine;
    this.createdAt = createdAt;
    this.habit = habit;
    this.addresses = addresses;
    this.utterances = utterances;
    this.clients = clients;
    RandomStream choices = random.child("person");
    this.emailDomain = Mail.domain(choices);
    this.plan = machine ? "api" : choices.pickOf("free", "pro", "pro", "team");
    this.wallet = List.of(world.cards().card(choices));
    if (choices.chance(0.15)) {
      this.wallet = List.of(wallet.getFirst(), world.cards().card(choices));
    }
    this.taste = Taste.ordinary(choices, world.models().line(choices));
    Clients.usualMarks(choices, machine, emailDomain)
        .forEach(mark -> mark(mark.kind(), mark.value()));
  }

  public PersonDraft created(long at) {
    createdAt = at;
    habit = habit.between(Math.max(habit.from(), at), habit.until());
    return this;
  }

  public PersonDraft label(Label newLabel) {
    label = newLabel;
    return this;
  }

  public PersonDraft emailDomain(String domain) {
    emailDomain = domain;
    marks.removeIf(mark -> "email".equals(mark.kind()));
    return this;
  }

  public PersonDraft plan(String newPlan) {
    plan = newPlan;
    return this;
  }

  public PersonDraft organization(String id, @Nullable Boolean isVerified) {
    organization = id;
    verified = isVerified;
    return this;
  }

  public PersonDraft habit(Habit newHabit) {
    habit = newHabit;
    return this;
  }

  public PersonDraft addresses(Addresses newAddresses) {
    addresses = newAddresses;
    return this;
  }

  /// Takes another address for each exchange, not for each session.
  public PersonDraft rotating() {
    rotating = true;
    return this;
  }

  public PersonDraft wallet(Instrument... instruments) {
    wallet = List.of(instruments);
    return this;
  }

  /// Adds an identifier; of a kind that most have once (`device`) it replaces the usual one.
  public PersonDraft mark(String kind, String value) {
    marks.removeIf(mark -> mark.kind().equals(kind));
    marks.add(new Mark(kind, value));
    return this;
  }

  public PersonDraft utterances(Weighted<Utterance> newUtterances) {
    utterances = newUtterances;
    return this;
  }

  /// Says this with the probability, else what it said anyway.
  public PersonDraft says(double probability, Utterance utterance) {
    return says(probability, Weighted.of(List.of(utterance), 1));
  }

  public PersonDraft says(double probability, Weighted<Utterance> said) {
    List<Utterance> all = new ArrayList<>();
    double[] weights = new double[100];
    RandomStream mixing = random.child("mixing");
    // A hundred draws in the right proportion, so that one choice stays one pick.
    for (int i = 0; i < weights.length; i++) {
      all.add(i < probability * weights.length ? said.pick(mixing) : utterances.pick(mixing));
    }
    Arrays.fill(weights, 1);
    utterances = Weighted.of(all, weights);
    return this;
  }

  public PersonDraft client(String client) {
    clients = Weighted.of(List.of(client), 1);
    return this;
  }

  public PersonDraft clients(Weighted<String> newClients) {
    clients = newClients;
    return this;
  }

  public PersonDraft taste(Taste newTaste) {
    taste = newTaste;
    return this;
  }

  public Actor build() {
    return new Person(this);
  }

  public Surroundings world() {
    return world;
  }

  public RandomStream random() {
    return random;
  }

  public Country country() {
    return country;
  }

  /// Never before the account is there.
  public Habit habit() {
    return habit.between(Math.max(habit.from(), createdAt), habit.until());
  }

  public Addresses addresses() {
    return addresses;
  }

  boolean isRotating() {
    return rotating;
  }

  public boolean machine() {
    return machine;
  }

  public Weighted<Utterance> utterances() {
    return utterances;
  }

  public Weighted<String> clients() {
    return clients;
  }

  public Taste taste() {
    return taste;
  }

  /// The account as it stands now; equal each time while nothing is changed.
  public Account account() {
    return new Account(
        Ids.account(random.child("id")),
        createdAt,
        emailDomain,
        country.code(),
        plan,
        organization,
        verified,
        label);
  }

  List<Fact> facts(Account account) {
    RandomStream draws = random.child("facts");
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.Opened(account));
    for (Mark mark : marks) {
      long at = createdAt + draws.nextLong(20 * TimeFrame.MINUTE);
      facts.add(new Fact.Identifier(account, mark.kind(), mark.value(), at));
    }
    long end = Math.min(habit.until(), world.frame().end());
    for (Instrument instrument : wallet) {
      long at = createdAt + (long) (draws.lognormal(15, 1.6) * TimeFrame.MINUTE);
      for (; at < Math.max(end, createdAt + TimeFrame.DAY); at += 30 * TimeFrame.DAY) {
        // What was paid long before the time frame is history; one payment of it is enough.
        if (at >= world.frame().start() - 30 * TimeFrame.DAY) {
          facts.add(payment(account, instrument, at));
        }
      }
    }
    if (end < world.frame().end() && draws.chance(0.3)) {
      facts.add(new Fact.Status(account, draws.chance(0.3) ? "suspended" : "closed", end));
    }
    return facts;
  }

  private static Fact payment(Account account, Instrument instrument, long at) {
    return new Fact.Payment(
        account,
        instrument.token(),
        instrument.kind(),
        instrument.bin(),
        instrument.issuerCountry(),
        instrument.matchKey(),
        at);
  }
}
