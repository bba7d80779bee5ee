package io.iolaus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.simulate.Observed.Seen;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.Evasion;
import io.iolaus.simulate.evasion.HidingFacet;
import io.iolaus.simulate.output.PopulationTruth;
import io.iolaus.simulate.scoring.Truth;
import io.iolaus.simulate.world.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Small proving grounds with every kind of attack in them, looked at from all sides.
class ProvingGroundTest {

  private static final int EVERY_KIND = 11;

  /// Every archetype once (one of them is two operators), few decoys.
  private static ProvingSpec every(int level) {
    return ProvingSpec.of(Scale.S, 4).operators(EVERY_KIND).accounts(20).decoys(4).level(level);
  }

  private static List<String> lines(ProvingSpec spec) {
    List<String> lines = new ArrayList<>();
    new Simulation(spec)
        .lines((bytes, from, to) ->
            lines.add(new String(bytes, from, to - from, StandardCharsets.UTF_8)));
    return lines;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void everyLineIsAccepted(int level) {
    SiteSecret secret = SiteSecret.of(new byte[32]);
    EventDecoder decoder = new EventDecoder(secret, new PromptSketcher(secret));
    List<String> faults = new ArrayList<>();
    Set<String> unknown = new TreeSet<>();
    PopulationTruth truth =
        new Simulation(every(level))
            .lines((bytes, from, to) -> {
              switch (decoder.decode(bytes, from, to)) {
                case Decoded.Accepted(var event, var fields) -> unknown.addAll(fields);
                case Decoded.Rejected rejected ->
                    faults.add(
                        rejected + new String(bytes, from, to - from, StandardCharsets.UTF_8));
                case Decoded.Blank() -> faults.add("blank");
              }
            });
    assertThat(faults).isEmpty();
    assertThat(unknown).isEmpty();
    assertThat(truth.campaigns()).hasSize(EVERY_KIND);
  }

  @Test
  void sameSpecGivesTheSameLinesAndAnotherSeedDoesNot() {
    List<String> once = lines(every(2));
    assertThat(lines(every(2))).isEqualTo(once);
    assertThat(new HashSet<>(lines(every(2).seed(5))))
        .doesNotContainAnyElementsOf(once.subList(once.size() - 100, once.size()));
  }

  @Test
  void filesHoldTheSameLinesAndTheSameTruth(@TempDir Path folder) throws IOException {
    ProvingSpec spec = every(1);
    SimulationSummary summary = new Simulation(spec).write(folder);
    List<String> written = new ArrayList<>();
    for (Path file : Lines.eventFiles(folder)) {
      Lines.each(file, written::add);
    }
    PopulationTruth truth = new Simulation(spec).objects(fact -> {}, exchange -> {});
    Truth read = Truth.read(folder);

    assertThat(written).isEqualTo(lines(spec));
    assertThat(summary.lines()).isEqualTo(written.size());
    assertThat(read.accounts()).hasSize(truth.accounts().size());
    truth
        .accounts()
        .forEach(account ->
            assertThat(read.accounts().get(account.id()))
                .returns(account.label().operator(), Truth.Member::operator)
                .returns(account.label().role().text(), Truth.Member::role));
    assertThat(read.campaigns()).hasSameSizeAs(truth.campaigns());
  }

  /// The lines of innocent accounts do not depend on who attacks.
  @Test
  void withoutOperatorsEverybodyElseIsTheSame() {
    Set<String> with = new HashSet<>(lines(every(2)));
    List<String> without = lines(every(2).attack(Attack.NONE));
    List<String> missing =
        without.stream().filter(line -> !with.contains(line)).collect(Collectors.toList());
    assertThat(missing).isEmpty();
    assertThat(new Simulation(every(2).attack(Attack.NONE)).objects(f -> {}, e -> {}).campaigns())
        .isEmpty();
  }

  @Test
  void everyDecoyIsThereAsOftenAsAsked() {
    PopulationTruth truth = new Simulation(every(2)).objects(f -> {}, e -> {});
    for (int kind = 1; kind <= 10; kind++) {
      String decoy = "D" + kind;
      Set<String> instances =
          truth.accounts().stream()
              .map(account -> account.label())
              .filter(label -> label.decoy().equals(decoy))
              .map(label -> label.instance())
              .collect(Collectors.toSet());
      assertThat(instances).as(decoy).hasSize(decoy.equals("D8") ? 16 : 4);
    }
    Set<String> variants =
        truth.accounts().stream()
            .filter(account -> account.label().role() == Role.DECOY)
            .map(account -> account.label().variant())
            .collect(Collectors.toSet());
    assertThat(variants)
        .contains("contract", "partly", "unverified", "family", "start-up", "stages", "course");
  }

  /// What attackers alone would have would give them away, and so would what they alone lack.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void noSingleTraitIsTheAttackersAlone(int level) {
    Observed world = Observed.of(every(level));
    List<Function<Seen, Set<String>>> traits =
        List.of(
            seen -> seen.clients,
            seen -> seen.models,
            seen -> seen.languages,
            seen -> seen.capabilities,
            seen -> seen.paymentKinds,
            seen -> seen.bins,
            seen -> seen.identifiers.keySet(),
            seen -> seen.identifiers.getOrDefault("tls", Set.of()),
            seen -> Set.of(seen.status),
            seen -> Set.of(seen.account.plan()),
            seen -> Set.of(seen.account.country()));
    for (Function<Seen, Set<String>> trait : traits) {
      Set<String> attack = new TreeSet<>();
      Set<String> innocent = new TreeSet<>();
      world
          .accounts
          .values()
          .forEach(seen -> (seen.attack() ? attack : innocent).addAll(trait.apply(seen)));
      assertThat(innocent).containsAll(attack);
    }
  }

  /// Ids of both sides look alike, and neither side's come first.
  @Test
  void idsDoNotTellTheTruth() {
    List<Seen> sorted =
        Observed.of(every(2).accounts(90)).accounts.values().stream()
            .sorted(java.util.Comparator.comparing(seen -> seen.account.id()))
            .toList();
    double ranks = 0;
    int attackers = 0;
    for (int i = 0; i < sorted.size(); i++) {
      assertThat(sorted.get(i).account.id()).matches("acc_[0-9a-z]{14}");
      if (sorted.get(i).attack()) {
        ranks += (double) i / sorted.size();
        attackers++;
      }
    }
    assertThat(ranks / attackers).isCloseTo(0.5, within(0.05));
  }

  @Test
  void truthIsNotAmongTheEvents() {
    assertThat(lines(every(2)))
        .noneMatch(line ->
            line.contains("operator-")
                || line.contains("\"decoy\"")
                || line.contains("victims-of-")
                || line.contains("\"role\""));
  }

  @Test
  void aFacetStandsOnARungOfItsOwn() {
    Evasion evasion = Evasion.level(4).with("network=1, timing=0");
    assertThat(evasion.rung(HidingFacet.NETWORK)).isOne();
    assertThat(evasion.rung(HidingFacet.TIMING)).isZero();
    assertThat(evasion.rung(HidingFacet.CREATION)).as("last rung").isEqualTo(2);
    assertThat(evasion.rung(HidingFacet.PROMPT)).isEqualTo(4);
    assertThat(evasion).hasToString("4 network=1 timing=0");
  }

  @Test
  void whatCannotBeIsRefusedWithTheRemedy() {
    assertThatThrownBy(() -> Evasion.level(5)).hasMessageContaining("level must be 0..4, was 5");
    assertThatThrownBy(() -> Evasion.level(2).with("mail=1"))
        .hasMessageContaining("no facet 'mail': name one of network, payment");
    assertThatThrownBy(() -> Evasion.level(2).with("network"))
        .hasMessageContaining("write facets like network=3,prompt=1");
    assertThatThrownBy(() -> Attack.of("A12")).hasMessageContaining("name one of A1, A2");
    assertThatThrownBy(() -> every(2).decoys(0)).hasMessageContaining("decoys must be 1..80");
    assertThat(Attack.of("hydra")).isSameAs(Attack.of("a2"));
  }
}
