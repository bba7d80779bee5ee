package io.iolaus.simulate.output;

import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Populace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The lines of a world in the order of time: facts, and the exchanges of one day at a time.
public final class DayBook {

  /// What two exchanges of a day must have in common to be one line.
  private record Kind(
      String account,
      String ip,
      Object utterance,
      String capability,
      String model,
      String client) {}

  // Whose line comes first in a millisecond is decided by what all share.
  private static final Comparator<Exchange> ORDER =
      Comparator.comparingLong(Exchange::at)
          .thenComparing(exchange -> exchange.account().id())
          .thenComparingLong(Exchange::textKey);

  private final Populace world;
  private final List<Actor> actors;

  public DayBook(Populace world) {
    this.world = world;
    this.actors = world.actors();
  }

  /// Everything about accounts that is no exchange.
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    actors.forEach(actor -> actor.facts(facts::add));
    facts.sort(Comparator.comparingLong(Fact::at));
    return facts;
  }

  /// What is done on this day.
  public List<Exchange> exchanges(int day) {
    List<Exchange> today = new ArrayList<>();
    for (Actor actor : actors) {
      actor.exchanges(day, today::add);
    }
    today.sort(ORDER);
    return world.folded() ? folded(today) : today;
  }

  /// The first of its kind stays as it is and tells the time; all later ones are one line.
  private static List<Exchange> folded(List<Exchange> today) {
    Map<Kind, Integer> seen = new HashMap<>();
    List<Exchange> lines = new ArrayList<>();
    for (Exchange exchange : today) {
      Kind kind = kind(exchange);
      Integer place = seen.get(kind);
      if (place == null) {
        seen.put(kind, -1);
        lines.add(exchange);
      } else if (place < 0) {
        seen.put(kind, lines.size());
        lines.add(exchange);
      } else {
        lines.set(place, more(lines.get(place), exchange.count()));
      }
    }
    return lines;
  }

  private static Kind kind(Exchange exchange) {
    return new Kind(
        exchange.account().id(),
        String.valueOf(exchange.ip()),
        exchange.utterance(),
        String.valueOf(exchange.capability()),
        exchange.model(),
        exchange.client());
  }

  private static Exchange more(Exchange line, int count) {
    return new Exchange(
        line.account(),
        line.at(),
        line.ip(),
        line.utterance(),
        line.textKey(),
        line.capability(),
        line.model(),
        line.client(),
        line.count() + count);
  }
}
