package io.iolaus.api.cli;

import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.Evasion;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a proving ground is to be like; what is not said is as usual.
final class ProvingOptions {

  @Option(
      names = "--attack",
      paramLabel = "KIND",
      description =
          "A1 … A9, rotating, mixed (default: another kind for each operator), or none for the"
              + " innocent world alone.")
  private @Nullable String attack;

  @Option(
      names = "--level",
      paramLabel = "N",
      description = "How well all facets are hidden: 0 (not at all) to 4. Default 2.")
  private @Nullable Integer level;

  @Option(
      names = "--facet",
      paramLabel = "FACET=N",
      description =
          "Facets on another level, like network=3,prompt=1: network, payment, prompt, timing,"
              + " creation, client.")
  private @Nullable String facets;

  @Option(
      names = "--operators",
      paramLabel = "N",
      description = "0 to 40. Default by scale: 3, 8, 10.")
  private @Nullable Integer operators;

  @Option(
      names = "--accounts",
      paramLabel = "N",
      description = "Of an operator of middle size, 6 to 50000. Default by scale: 90, 450, 1700.")
  private @Nullable Integer accounts;

  @Option(
      names = "--decoys",
      paramLabel = "N",
      description = "Instances of each kind of decoy, 1 to 80. Default by scale: 12, 30, 20.")
  private @Nullable Integer decoys;

  /// Whether any of them was given.
  boolean given() {
    return Stream.of(attack, level, facets, operators, accounts, decoys)
        .anyMatch(option -> option != null);
  }

  ProvingSpec spec(Scale scale, long seed) {
    ProvingSpec spec = ProvingSpec.of(scale, seed);
    if (attack != null) {
      spec = spec.attack(Attack.of(attack));
    }
    Evasion evasion = level == null ? spec.evasion() : Evasion.level(level);
    spec = spec.evasion(facets == null ? evasion : evasion.with(facets));
    if (operators != null) {
      spec = spec.operators(operators);
    }
    if (accounts != null) {
      spec = spec.accounts(accounts);
    }
    return decoys == null ? spec : spec.decoys(decoys);
  }
}
