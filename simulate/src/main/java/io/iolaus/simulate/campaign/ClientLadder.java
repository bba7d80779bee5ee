package io.iolaus.simulate.campaign;

import io.iolaus.simulate.evasion.HidingFacet;
import io.iolaus.simulate.population.Clients;
import io.iolaus.simulate.population.Mail;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.Ids;
import java.util.List;
import java.util.stream.IntStream;

/// The machines and programs an operator's accounts show: one, one for ten, one for two, their own.
final class ClientLadder {

  private static final double SHOWN = 0.85;

  private final int rung;
  private final int[] kits;
  private final RandomStream random;
  private final List<String> programs;

  ClientLadder(Plan plan, Kits kits, RandomStream random) {
    this.rung = plan.rung(HidingFacet.CLIENT);
    this.random = random;
    this.kits =
        switch (rung) {
          case 0 -> kits.whole();
          case 1 -> kits.runs("machines", 7, 13, 0);
          default -> kits.runs("machines", 1, 3, 0);
        };
    this.programs =
        IntStream.rangeClosed(0, rung).mapToObj(n -> Clients.sdk(random)).distinct().toList();
  }

  /// The machine and mail address of the account of this number.
  void equip(PersonDraft draft, int account, RandomStream choices) {
    if (rung >= 3) {
      return;
    }
    RandomStream kit = random.child("kit").child(kits[account]);
    String device = Ids.device(kit);
    String tls = rung == 2 ? Clients.tls(kit, true) : Clients.rareTls(kit, true);
    if (choices.chance(SHOWN)) {
      draft.mark("device", device);
    }
    draft.mark("tls", tls);
    if (rung < 2 && choices.chance(0.5)) {
      draft.emailDomain(Mail.throwaway(choices));
    }
  }

  /// The programs that the account calls with.
  Weighted<String> programs(PersonDraft draft, int account) {
    if (rung >= 3) {
      return draft.clients();
    }
    RandomStream kit = random.child("program").child(kits[account]);
    return Weighted.of(List.of(kit.pick(programs)), 1);
  }

  /// What a stolen account shows besides what its owner does; empty where nothing is.
  String foreignTls(int account) {
    return rung >= 3 ? "" : Clients.rareTls(random.child("kit").child(kits[account]), true);
  }
}
