package io.iolaus.simulate.crowd;

import io.iolaus.simulate.network.Addresses;
import io.iolaus.simulate.population.Instrument;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.StartTimes;
import io.iolaus.simulate.world.Utterance;
import java.util.List;

/// Something the members of a crowd have in common. Shares are probabilities of a member, or of a
/// session where it says so.
@FunctionalInterface
public interface Trait {

  /// Changes a member that was drawn like anybody.
  ///
  /// @param choices a stream for this member and trait alone
  void shape(PersonDraft draft, RandomStream choices);

  /// With this probability, else the member stays as it is.
  default Trait forSome(double share) {
    return (draft, choices) -> {
      if (choices.chance(share)) {
        shape(draft, choices);
      }
    };
  }

  /// Both.
  default Trait and(Trait other) {
    return (draft, choices) -> {
      shape(draft, choices.child(0));
      other.shape(draft, choices.child(1));
    };
  }

  /// Takes another address for each exchange.
  static Trait rotating() {
    return (draft, choices) -> draft.rotating();
  }

  /// Uses these exits in a share of sessions that lies between the two.
  static Trait behind(Addresses exits, double fewest, double most) {
    return (draft, choices) ->
        draft.addresses(draft.addresses().or(choices.between(fewest, most), exits));
  }

  /// Uses these exits between two moments.
  static Trait behind(Addresses exits, long from, long until, double share) {
    return (draft, choices) -> draft.addresses(draft.addresses().during(from, until, share, exits));
  }

  /// Pays with one of these.
  static Trait paying(List<Instrument> cards) {
    return (draft, choices) -> draft.wallet(choices.pick(cards));
  }

  /// Says these things in a share of its prompts that lies between the two.
  static Trait saying(Weighted<Utterance> said, double fewest, double most) {
    return (draft, choices) -> draft.says(choices.between(fewest, most), said);
  }

  /// Says this in a share of its prompts that lies between the two.
  static Trait saying(Utterance said, double fewest, double most) {
    return saying(Weighted.of(List.of(said), 1), fewest, most);
  }

  /// Opened its account within this span.
  static Trait opened(long from, long span) {
    return (draft, choices) -> draft.created(from + choices.nextLong(Math.max(1, span)));
  }

  static Trait mail(String domain) {
    return (draft, choices) -> draft.emailDomain(domain);
  }

  static Trait plan(String plan) {
    return (draft, choices) -> draft.plan(plan);
  }

  static Trait marked(String kind, String value) {
    return (draft, choices) -> draft.mark(kind, value);
  }

  static Trait client(String client) {
    return (draft, choices) -> draft.client(client);
  }

  /// Begins its sessions at these times.
  static Trait hours(StartTimes times, double weekend, int zone) {
    return (draft, choices) -> draft.habit(draft.habit().rhythm(times, weekend).zone(zone));
  }

  /// So many exchanges a day, on a day with this probability.
  static Trait busy(double fewest, double most, double dayChance) {
    return (draft, choices) ->
        draft.habit(draft.habit().volume(choices.between(fewest, most), dayChance));
  }

  /// So many times as much as anybody.
  static Trait busier(double factor) {
    return (draft, choices) -> draft.habit(draft.habit().times(factor));
  }

  /// Exchanges of a session, and mean seconds between two.
  static Trait pace(double session, double gap) {
    return (draft, choices) -> draft.habit(draft.habit().pace(session, gap));
  }

  /// Is there between two moments only.
  static Trait between(long from, long until) {
    return (draft, choices) -> draft.habit(draft.habit().between(from, until));
  }

  /// The organization names it among its people; `share` of them it vouches for.
  static Trait ofOrganization(String id, double share) {
    return (draft, choices) -> draft.organization(id, choices.chance(share));
  }
}
