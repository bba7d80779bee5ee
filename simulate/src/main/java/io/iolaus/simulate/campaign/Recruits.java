package io.iolaus.simulate.campaign;

import io.iolaus.simulate.evasion.HidingFacet;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;

/// When an operator's accounts are opened and used: on one day, over a month, or bought with some
/// age; a suspended one is replaced within hours.
final class Recruits {

  /// @param created epoch milliseconds
  record Spell(long created, long from, long until, boolean banned) {}

  private static final long SOONEST = 10 * TimeFrame.MINUTE;

  private final Plan plan;
  private final RandomStream random;

  Recruits(Plan plan, RandomStream random) {
    this.plan = plan;
    this.random = random;
  }

  /// As many as the plan has accounts.
  ///
  /// @param ages creation of as many accounts that were drawn like anybody's
  List<Spell> spells(List<Long> ages) {
    int replaced = (int) Math.round(plan.accounts() * plan.banned());
    int places = Math.max(1, plan.accounts() - replaced);
    List<Spell> spells = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      RandomStream draws = random.child(place);
      long created = created(ages.get(spells.size()), draws);
      long from = Math.max(created + SOONEST + draws.nextLong(TimeFrame.HOUR), begins(draws));
      long until = ends(from, draws);
      boolean loses = spells.size() + places - place < plan.accounts();
      if (!loses) {
        spells.add(new Spell(created, from, until, false));
        continue;
      }
      long ban = from + (long) ((until - from) * draws.between(0.2, 0.8));
      spells.add(new Spell(created, from, ban, true));
      long again = ban + draws.between(20, 300) * TimeFrame.MINUTE;
      long next =
          plan.rung(HidingFacet.CREATION) == 2 ? aged(ages.get(spells.size()), draws) : again;
      spells.add(
          new Spell(
              Math.min(next, again),
              again + SOONEST,
              Math.max(until, again + TimeFrame.DAY),
              false));
    }
    return spells;
  }

  private long created(long age, RandomStream draws) {
    return switch (plan.rung(HidingFacet.CREATION)) {
      case 0 -> plan.start() - TimeFrame.DAY + draws.nextLong(18 * TimeFrame.HOUR);
      case 1 -> plan.start() - 20 * TimeFrame.DAY + draws.nextLong(30 * TimeFrame.DAY);
      default -> aged(age, draws);
    };
  }

  private long aged(long age, RandomStream draws) {
    // Whoever buys accounts buys some that are there.
    return age < plan.start() + 10 * TimeFrame.DAY
        ? age
        : plan.start() - draws.between(3, 200) * TimeFrame.DAY - draws.nextLong(TimeFrame.DAY);
  }

  /// All at once, in the first third, or one by one.
  private long begins(RandomStream draws) {
    double share =
        switch (plan.rung(HidingFacet.TIMING)) {
          case 0 -> 0.02;
          case 1 -> 0.33;
          default -> 0.6;
        };
    return plan.start() + (long) (draws.nextDouble() * share * (plan.end() - plan.start()));
  }

  private long ends(long from, RandomStream draws) {
    boolean early = plan.rung(HidingFacet.TIMING) == 2 && draws.chance(0.3);
    long left = Math.max(2 * TimeFrame.DAY, plan.end() - from);
    return from + (early ? (long) (left * draws.between(0.4, 1.0)) : left);
  }
}
