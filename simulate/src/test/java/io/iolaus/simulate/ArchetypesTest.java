package io.iolaus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.iolaus.simulate.Observed.Seen;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.output.PopulationTruth;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Role;
import io.iolaus.simulate.world.TimeFrame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Each kind of attack is what the protocol says.
class ArchetypesTest {

  private static Observed world(Attack attack, int operators, int level) {
    return Observed.of(
        ProvingSpec.of(Scale.S, 21)
            .attack(attack)
            .operators(operators)
            .accounts(60)
            .decoys(3)
            .level(level));
  }

  private static List<Seen> of(Observed world, Role role) {
    return world.accounts.values().stream()
        .filter(seen -> seen.account.label().role() == role)
        .toList();
  }

  private static List<Seen> operator(Observed world, int number) {
    return world.accounts.values().stream()
        .filter(seen -> seen.account.label().operator().equals("operator-" + number))
        .toList();
  }

  private static Set<String> all(List<Seen> seen, Function<Seen, Set<String>> values) {
    return seen.stream().flatMap(one -> values.apply(one).stream()).collect(Collectors.toSet());
  }

  private static Set<String> devices(Seen seen) {
    return seen.identifiers.getOrDefault("device", Set.of());
  }

  @Test
  void cardRingsHaveFiveToFiftyAccountsOnACard() {
    Map<String, Integer> users = new HashMap<>();
    operator(world(Attack.CARD_RING, 1, 2), 1)
        .forEach(seen -> seen.instruments.forEach(card -> users.merge(card, 1, Integer::sum)));
    // The last ring is what is left over.
    assertThat(users.values().stream().filter(count -> count < 5).count()).isLessThan(2);
    assertThat(users.values()).allMatch(count -> count <= 50);
    assertThat(users).hasSizeBetween(2, 14);
  }

  @Test
  void hydraCarriesMostlyStrangersAndServesInnocentOnesByTheSameHand() {
    Observed world = world(Attack.HYDRA, 1, 1);
    List<Seen> attack = operator(world, 1);
    List<Seen> customers =
        of(world, Role.RESELLER_CUSTOMER).stream()
            .filter(seen -> seen.account.label().variant().equals("hydra"))
            .toList();
    assertThat(customers).hasSizeBetween(attack.size() / 2, attack.size() * 2);
    Set<String> cards = all(attack, seen -> seen.instruments);
    long onTheirCards =
        customers.stream()
            .filter(seen -> seen.instruments.stream().anyMatch(cards::contains))
            .count();
    assertThat(onTheirCards).isGreaterThan(customers.size() / 5);
    Set<String> exits = all(attack, seen -> seen.addresses);
    assertThat(
            customers.stream()
                .filter(seen -> seen.addresses.stream().anyMatch(exits::contains))
                .count())
        .isGreaterThan(customers.size() / 2);
    assertThat(customers).allMatch(seen -> seen.account.label().operator().isEmpty());
    assertThat(attack).anyMatch(seen -> seen.status.equals("suspended"));
  }

  @Test
  void slowDripIsManyAccountsOfFewCallsADay() {
    List<Seen> drip = operator(world(Attack.SLOW_DRIP, 1, 2), 1);
    assertThat(drip).hasSizeGreaterThan(100);
    assertThat(drip.stream().mapToDouble(seen -> seen.exchanges / 30.0).average().orElse(0))
        .isBetween(0.2, 3.0);
  }

  @Test
  void compromisedAccountsKeepTheirOwnersAndTheirCards() {
    List<Seen> stolen = operator(world(Attack.COMPROMISED, 1, 0), 1);
    Map<String, Integer> cards = new HashMap<>();
    Map<String, Integer> addresses = new HashMap<>();
    stolen.forEach(seen -> {
      seen.instruments.forEach(card -> cards.merge(card, 1, Integer::sum));
      seen.addresses.forEach(address -> addresses.merge(address, 1, Integer::sum));
    });
    assertThat(cards.values()).containsOnly(1);
    assertThat(addresses.values().stream().filter(count -> count > stolen.size() / 2).count())
        .as("exits of the operator")
        .isBetween(5L, 10L);
    assertThat(addresses.values().stream().filter(count -> count == 1).count())
        .as("homes of the owners")
        .isGreaterThan(stolen.size());
  }

  @Test
  void twoTenantsShareExitsAndNotMachines() {
    Observed world = world(Attack.TWO_TENANTS, 2, 1);
    List<Seen> one = operator(world, 1);
    List<Seen> two = operator(world, 2);
    Set<String> exits = all(one, seen -> seen.addresses);
    exits.retainAll(all(two, seen -> seen.addresses));
    Set<String> machines = all(one, ArchetypesTest::devices);
    machines.retainAll(all(two, ArchetypesTest::devices));
    assertThat(exits).hasSizeGreaterThan(100);
    assertThat(machines).isEmpty();
    assertThat(world.truth.campaigns()).hasSize(2);
  }

  @Test
  void pivotComesWithinADayOfTheRelease() {
    Observed world = world(Attack.PIVOT, 2, 2);
    Map<String, Long> released = new HashMap<>();
    world.reference.forEach(fact -> {
      if (fact instanceof Fact.Model(String id, String name, long at)) {
        released.put(id, at);
      }
    });
    // Of those who work before and after, nearly all use the new model within two days.
    List<Seen> pivoting = operator(world, 1);
    long moved = pivoting.stream().filter(seen -> seen.models.size() > 1).count();
    assertThat(released).hasSize(5);
    assertThat(moved).isGreaterThan(pivoting.size() / 2);
    List<Seen> others = operator(world(Attack.TARGETED, 2, 2), 1);
    assertThat(others.stream().filter(seen -> seen.models.size() > 1).count()).isLessThan(moved);
  }

  @Test
  void framingPointsAtVictimsWhoDoNothing() {
    Observed world = world(Attack.FRAMING, 4, 2);
    List<Seen> victims = of(world, Role.VICTIM);
    assertThat(victims).hasSizeGreaterThan(30).allMatch(seen -> !seen.attack());
    List<Seen> attack = of(world, Role.ATTACK);
    Set<String> gateways = all(victims, seen -> seen.addresses);
    gateways.retainAll(all(attack, seen -> seen.addresses));
    Set<Object> prompts = new HashSet<>();
    victims.forEach(seen -> prompts.addAll(seen.utterances));
    Set<Object> theirs = new HashSet<>();
    attack.forEach(seen -> theirs.addAll(seen.utterances));
    prompts.retainAll(theirs);
    Set<String> referrers =
        all(victims, seen -> seen.identifiers.getOrDefault("referrer", Set.of()));
    referrers.retainAll(all(attack, seen -> seen.identifiers.getOrDefault("referrer", Set.of())));
    assertThat(gateways).isNotEmpty();
    assertThat(prompts).isNotEmpty();
    assertThat(referrers).isNotEmpty();
  }

  @Test
  void inARotatingPoolTwoAccountsRarelyShareTwoThings() {
    List<Seen> pool = operator(world(Attack.ROTATING, 1, 2), 1);
    int often = 0;
    int pairs = 0;
    for (int i = 0; i < pool.size(); i++) {
      for (int j = 0; j < i; j++) {
        Set<String> shared = new HashSet<>(pool.get(i).instruments);
        shared.retainAll(pool.get(j).instruments);
        Set<String> addresses = new HashSet<>(pool.get(i).addresses);
        addresses.retainAll(pool.get(j).addresses);
        often += shared.size() + addresses.size() > 1 ? 1 : 0;
        pairs++;
      }
    }
    assertThat(pool).hasSizeGreaterThan(100);
    assertThat((double) often / pairs).isLessThan(0.05);
  }

  @Test
  void loadIsBalancedAtOneCadence() {
    List<Seen> balanced = operator(world(Attack.LOAD_BALANCED, 1, 0), 1);
    List<Long> times = balanced.stream().flatMap(seen -> seen.times.stream()).sorted().toList();
    long close = 0;
    for (int i = 1; i < times.size(); i++) {
      close += times.get(i) - times.get(i - 1) < 10 * TimeFrame.SECOND ? 1 : 0;
    }
    assertThat((double) close / times.size()).isGreaterThan(0.6);
  }

  private static Set<String> traces(Observed world, PopulationTruth.Campaign campaign) {
    Set<String> kinds = new HashSet<>();
    for (Fact fact : world.reference) {
      if (fact instanceof Fact.Claim claim
          && claim.organization().equals(campaign.organization())
          && claim.statement().equals("operates")
          && !claim.by().equals("anonymous post")) {
        kinds.add("claim");
      }
      if (fact instanceof Fact.Organization known && known.id().equals(campaign.organization())) {
        // All offices are /24.
        String prefix = known.prefixes().getFirst().replaceAll("[0-9]+/24", "");
        for (Seen seen : of(world, Role.ATTACK)) {
          if (!seen.account.label().operator().equals(campaign.operator())) {
            continue;
          }
          if (known.domains().contains(seen.account.emailDomain())) {
            kinds.add("mail");
          }
          if (seen.addresses.stream().anyMatch(address -> address.startsWith(prefix))) {
            kinds.add("network");
          }
          if (known.billingNames().stream()
              .anyMatch(seen.identifiers.getOrDefault("billing-name", Set.of())::contains)) {
            kinds.add("invoice");
          }
        }
      }
    }
    if (of(world, Role.AFFILIATE).stream()
        .anyMatch(seen -> campaign.organization().equals(seen.account.organization()))) {
      kinds.add("seats");
    }
    return kinds;
  }

  @Test
  void tracesThatTheTruthCountsAreAmongTheEvents() {
    for (Attack attack : List.of(Attack.MIXED, Attack.COMPROMISED)) {
      Observed world = world(attack, 8, 2);
      assertThat(world.truth.campaigns())
          .filteredOn(campaign -> !campaign.organization().isEmpty())
          .isNotEmpty()
          .allSatisfy(campaign -> assertThat(traces(world, campaign)).hasSize(campaign.evidence()));
    }
  }

  /// Evidence of an organization that the truth counts is among the events.
  @Test
  void evidenceIsCountedByKinds() {
    Observed world = world(Attack.MIXED, 11, 2);
    assertThat(world.truth.campaigns())
        .allMatch(campaign -> campaign.evidence() >= 0 && campaign.evidence() <= 4)
        .allMatch(campaign -> !campaign.organization().isEmpty() || campaign.evidence() == 0)
        .anyMatch(campaign -> campaign.evidence() >= 2)
        .anyMatch(campaign -> campaign.evidence() < 2);
    assertThat(world.truth.campaigns().stream().map(campaign -> campaign.attack()).distinct())
        .hasSize(10);
    assertThat(world.truth.campaigns().stream().mapToLong(campaign -> campaign.accounts()).sum())
        .isCloseTo(of(world, Role.ATTACK).size(), within(0L));
  }
}
