package io.iolaus.simulate.operator;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.TimeFrame;
import io.iolaus.simulate.world.Utterance;
import java.util.ArrayList;
import java.util.List;

/// Deals each day's work: jobs of one skeleton each, whose items go round a crew of accounts like
/// cards, so that no account does much.
final class JobDealer {

  /// Takes one item of a job.
  interface Hand {
    void take(Tenure tenure, long at, Utterance utterance, RandomStream item);
  }

  private static final int LARGEST_CREW = 500;

  private final OperatorProfile profile;
  private final TimeFrame frame;
  private final Skeletons skeletons;
  private final List<Tenure> tenures;
  private final RandomStream random;
  private final long[] budget;

  JobDealer(
      OperatorProfile profile,
      TimeFrame frame,
      Skeletons skeletons,
      List<Tenure> tenures,
      RandomStream random) {
    this.profile = profile;
    this.frame = frame;
    this.skeletons = skeletons;
    this.tenures = tenures;
    this.random = random;
    this.budget = budget();
  }

  /// Exchanges a day, which add up to the campaign's exactly: slow at first, uneven, never none.
  private long[] budget() {
    int days = profile.lastDay() - profile.firstDay();
    double[] cumulative = new double[days + 1];
    for (int i = 0; i < days; i++) {
      RandomStream draws = random.child("weight").child(i);
      double ramp = Math.min(1, 0.35 + 3.0 * i / days);
      cumulative[i + 1] = cumulative[i] + ramp * draws.between(0.75, 1.25);
    }
    long[] result = new long[days];
    long dealt = 0;
    for (int i = 0; i < days; i++) {
      long upTo = Math.round(profile.exchanges() * cumulative[i + 1] / cumulative[days]);
      result[i] = upTo - dealt;
      dealt = upTo;
    }
    return result;
  }

  void deal(int day, Hand hand) {
    if (day < profile.firstDay() || day >= profile.lastDay()) {
      return;
    }
    RandomStream today = random.child("day").child(day);
    long midnight = frame.startOf(day);
    List<Tenure> usable =
        tenures.stream()
            .filter(t -> t.until() > midnight && t.from() < midnight + TimeFrame.DAY)
            .toList();
    // Somebody must be there at every hour of the day.
    Tenure standby =
        usable.stream()
            .filter(t -> t.usable(midnight) && t.usable(midnight + TimeFrame.DAY - 1))
            .findFirst()
            .orElseThrow();
    long left = budget[day - profile.firstDay()];
    for (int job = 0; left > 0; job++) {
      RandomStream draws = today.child(job);
      long size = Math.min(left, 1 + (long) draws.lognormal(profile.dealing().job(), 0.5));
      deal(midnight, size, crew(usable, standby, draws), draws, hand);
      left -= size;
    }
  }

  private void deal(long midnight, long size, List<Tenure> crew, RandomStream draws, Hand hand) {
    OperatorProfile.Dealing dealing = profile.dealing();
    Utterance skeleton = skeletons.pick(draws);
    double at = dealing.starts().sample(draws, dealing.zone());
    int turn = draws.nextInt(crew.size());
    for (long i = 0; i < size; i++) {
      long late = (long) (draws.nextDouble() * dealing.jitter() * TimeFrame.SECOND);
      // Work that would run past midnight is done in the early hours of the same day.
      long moment = midnight + Math.floorMod((long) at + late, TimeFrame.DAY);
      turn = next(crew, turn, moment);
      boolean cover = draws.chance(profile.prompting().cover());
      hand.take(crew.get(turn), moment, cover ? skeletons.cover() : skeleton, draws);
      turn++;
      at += dealing.gap() * draws.between(0.4, 1.6) * TimeFrame.SECOND;
    }
  }

  private static List<Tenure> crew(List<Tenure> usable, Tenure standby, RandomStream draws) {
    List<Tenure> shuffled = new ArrayList<>(usable);
    draws.shuffle(shuffled);
    int size = (int) Math.ceil(usable.size() * draws.between(0.35, 1.0));
    List<Tenure> crew = new ArrayList<>(shuffled.subList(0, Math.min(size, LARGEST_CREW)));
    if (!crew.contains(standby)) {
      crew.add(standby);
    }
    return crew;
  }

  private static int next(List<Tenure> crew, int turn, long at) {
    for (int i = 0; i < crew.size(); i++) {
      int index = (turn + i) % crew.size();
      if (crew.get(index).usable(at)) {
        return index;
      }
    }
    throw new IllegalStateException("nobody of the crew is usable");
  }
}
