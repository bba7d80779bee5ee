package io.iolaus.simulate.operator;

import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.population.Mail;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Country;
import io.iolaus.simulate.world.Ids;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens an operator's accounts: in waves, and a successor within hours for each one that is
/// banned.
final class Roster {

  private record Spell(long created, long from, long until) {}

  private final OperatorProfile profile;
  private final RandomStream random;
  private final long start;
  private final long end;

  Roster(OperatorProfile profile, TimeFrame frame, RandomStream random) {
    this.profile = profile;
    this.random = random;
    this.start = frame.startOf(profile.firstDay());
    this.end = frame.startOf(profile.lastDay());
  }

  /// All accounts in the order of their creation.
  ///
  /// @param employer whose mail domain some accounts carry
  /// @param reseller that vouches for some accounts, or null
  List<Tenure> tenures(Company employer, @Nullable Company reseller) {
    List<Spell> spells = spells();
    spells.sort(Comparator.comparingLong(Spell::created));
    List<Tenure> tenures = new ArrayList<>();
    for (int i = 0; i < spells.size(); i++) {
      Spell spell = spells.get(i);
      Account account = account(i, spell.created(), employer, reseller);
      tenures.add(new Tenure(account, i, spell.from(), spell.until()));
    }
    return List.copyOf(tenures);
  }

  private List<Spell> spells() {
    int banned = (int) Math.round(profile.accounts() * profile.opening().banned());
    int slots = profile.accounts() - banned;
    List<Spell> spells = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      RandomStream draws = random.child("slot").child(slot);
      long created = opened(slot, slots, draws);
      long from = Math.max(start, created + draws.between(10, 90) * TimeFrame.MINUTE);
      // The first slots lose their accounts; round again where there are more bans than slots.
      int bans = banned / slots + (slot < banned % slots ? 1 : 0);
      for (int ban = 0; ban <= bans; ban++) {
        long left = end - from;
        long until =
            ban == bans ? end : from + (long) (left * draws.between(0.25, 0.75) / (bans - ban));
        spells.add(new Spell(created, from, until));
        created = until + draws.between(20, 300) * TimeFrame.MINUTE;
        from = created + draws.between(10, 60) * TimeFrame.MINUTE;
      }
    }
    return spells;
  }

  /// The first wave, half of all, is ready when the campaign begins; the others follow in its first
  /// third.
  private long opened(int slot, int slots, RandomStream draws) {
    OperatorProfile.Opening opening = profile.opening();
    if (draws.chance(opening.aged())) {
      return start - draws.between(60, 500) * TimeFrame.DAY - draws.nextLong(TimeFrame.DAY);
    }
    int wave = slot * 2 < slots ? 0 : (slot * 2 - slots) * opening.waves() / slots;
    RandomStream waves = random.child("wave").child(wave);
    long opens =
        wave == 0
            ? start - opening.hours() * TimeFrame.HOUR - waves.nextLong(2 * TimeFrame.DAY)
            : start + (long) (waves.between(0.02, 0.33) * (end - start));
    return opens + draws.nextLong(opening.hours() * TimeFrame.HOUR);
  }

  private Account account(int index, long created, Company employer, @Nullable Company reseller) {
    RandomStream draws = random.child("account").child(index);
    String domain = draws.chance(0.55) ? Mail.domain(draws) : Mail.throwaway(draws);
    // Spread over the roster, so that not only its oldest accounts are the careless ones.
    int step = Math.max(1, profile.accounts() / Math.max(1, profile.traces().domains()));
    if (index % step == step / 2 && index / step < profile.traces().domains()) {
      domain = draws.chance(0.5) ? employer.domain() : employer.alias();
    }
    boolean vouched = reseller != null && draws.chance(profile.traces().vouched());
    return new Account(
        Ids.account(draws),
        created,
        domain,
        Country.pick(draws).code(),
        draws.pickOf("api", "api", "pro", "team"),
        vouched && reseller != null ? reseller.id() : null,
        vouched ? Boolean.TRUE : null,
        Label.attack(profile.name()));
  }
}
