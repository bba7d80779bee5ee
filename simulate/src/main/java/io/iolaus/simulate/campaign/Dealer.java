package io.iolaus.simulate.campaign;

import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.HidingFacet;
import io.iolaus.simulate.population.Habit;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.HourProfile;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;

/// Deals each day's work to the accounts. Where timing is not hidden, many accounts begin in one
/// second, or the items of a job go round them at a fixed cadence; one rung up every item is up to
/// five minutes early or late; on the last each account keeps hours of its own, like anybody.
final class Dealer {

  /// Takes one item of work.
  interface Hand {
    void take(Agent agent, long at, RandomStream item);
  }

  private static final long LATE = 1_500;
  private static final long JITTER = 5 * TimeFrame.MINUTE;
  private static final int ITEMS_OF_A_JOB = 60;
  private static final int LARGEST_CREW = 400;

  private final Plan plan;
  private final TimeFrame frame;
  private final List<Agent> agents;
  private final RandomStream random;
  private final int rung;
  private final HourProfile hours;
  private final int zone;

  Dealer(Plan plan, TimeFrame frame, List<Agent> agents, RandomStream random) {
    this.plan = plan;
    this.frame = frame;
    this.agents = List.copyOf(agents);
    this.random = random;
    this.rung = plan.rung(HidingFacet.TIMING);
    this.hours = random.pickOf(HourProfile.FLAT, HourProfile.DAY, HourProfile.OFFICE);
    this.zone = random.between(-6, 9);
  }

  void deal(int day, Hand hand) {
    long midnight = frame.startOf(day);
    if (midnight + TimeFrame.DAY <= plan.start() || midnight >= plan.end()) {
      return;
    }
    if (rung >= 2) {
      for (Agent agent : agents) {
        alone(agent, day, hand);
      }
      return;
    }
    List<Agent> usable =
        agents.stream()
            .filter(agent -> agent.from() < midnight + TimeFrame.DAY && agent.until() > midnight)
            .toList();
    if (usable.isEmpty()) {
      return;
    }
    RandomStream today = random.child("day").child(day);
    int left = today.poisson(usable.stream().mapToDouble(Agent::daily).sum());
    for (int job = 0; left > 0; job++) {
      RandomStream draws = today.child(job);
      List<Agent> crew = crew(usable, draws);
      long at = midnight + hours.sample(draws, zone);
      int items =
          plan.attack() == Attack.LOAD_BALANCED
              ? 1 + (int) draws.lognormal(ITEMS_OF_A_JOB, 0.5)
              : crew.size() * draws.between(1, 3);
      items = Math.min(items, left);
      left -= items;
      if (plan.attack() == Attack.LOAD_BALANCED) {
        round(crew, items, at, draws, hand);
      } else {
        together(crew, items, at, draws, hand);
      }
    }
  }

  /// One item after the other, each to the next account.
  private void round(List<Agent> crew, int items, long start, RandomStream draws, Hand hand) {
    long cadence = draws.between(2, 8) * TimeFrame.SECOND;
    long at = start;
    for (int i = 0; i < items; i++) {
      give(crew.get(i % crew.size()), at, draws, hand);
      at += cadence;
    }
  }

  /// Everybody at once, and perhaps again a little later.
  private void together(List<Agent> crew, int items, long start, RandomStream draws, Hand hand) {
    long again = draws.between(20, 90) * TimeFrame.SECOND;
    for (int i = 0; i < items; i++) {
      give(crew.get(i % crew.size()), start + i / crew.size() * again, draws, hand);
    }
  }

  private void give(Agent agent, long due, RandomStream draws, Hand hand) {
    long off = rung == 0 ? draws.nextLong(LATE) : draws.nextLong(2 * JITTER) - JITTER;
    // Work that would run past midnight is done in the early hours of the same day.
    long midnight = frame.startOf(frame.dayOf(due));
    long at = midnight + Math.floorMod(due + off - midnight, TimeFrame.DAY);
    if (agent.works(at)) {
      hand.take(agent, at, draws);
    }
  }

  private static List<Agent> crew(List<Agent> usable, RandomStream draws) {
    List<Agent> crew = new ArrayList<>(usable);
    draws.shuffle(crew);
    int size = (int) Math.ceil(usable.size() * draws.between(0.3, 1.0));
    return crew.subList(0, Math.min(size, LARGEST_CREW));
  }

  /// At hours of its own, in sessions like anybody's.
  private void alone(Agent agent, int day, Hand hand) {
    long midnight = frame.startOf(day);
    if (agent.until() <= midnight || agent.from() >= midnight + TimeFrame.DAY) {
      return;
    }
    Habit habit = agent.rhythm();
    RandomStream today = agent.random().child("work").child(day);
    double chance = habit.dayChance() * (frame.weekend(day) ? habit.weekend() : 1);
    if (!today.chance(chance)) {
      return;
    }
    int left = today.poisson(agent.daily() / habit.dayChance());
    while (left > 0) {
      int length = Math.min(left, 1 + today.poisson(habit.session() - 1));
      left -= length;
      long at = midnight + habit.profile().sample(today, habit.zone());
      for (int i = 0; i < length; i++) {
        if (agent.works(at)) {
          hand.take(agent, at, today);
        }
        at += (long) ((0.3 + today.exponential(1)) * habit.gap() * TimeFrame.SECOND);
      }
    }
  }
}
