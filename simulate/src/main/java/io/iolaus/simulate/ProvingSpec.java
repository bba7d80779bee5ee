package io.iolaus.simulate;

import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.Evasion;
import io.iolaus.simulate.evasion.HidingFacet;

/// Which proving ground: an innocent world with many decoys, and operators of one kind (or of mixed
/// kinds) on chosen rungs of the ladders of evasion.
///
/// @param attack the archetype of all operators; `MIXED`: another one each; `NONE`: no operators
/// @param evasion how they hide
/// @param operators how many, 0 to 40; of `TWO_TENANTS` they come in pairs
/// @param accounts of the operator of middle size, 6 to 50,000
/// @param decoys instances of each kind of decoy, 1 to 80 (of households more)
/// @param seed any number; another one is another world of the same make
public record ProvingSpec(
    Attack attack,
    Evasion evasion,
    int operators,
    int accounts,
    int decoys,
    Scale scale,
    long seed) {

  public ProvingSpec {
    require("operators", operators, 0, 40);
    require("accounts", accounts, 6, 50_000);
    require("decoys", decoys, 1, 80);
  }

  /// The usual proving ground of this scale: mixed attacks on level 2.
  public static ProvingSpec of(Scale scale, long seed) {
    ProvingConfig config = ProvingConfig.of(scale);
    return new ProvingSpec(
        Attack.MIXED,
        Evasion.level(2),
        config.attackers().operators(),
        config.attackers().accounts(),
        config.decoys().instances(),
        scale,
        seed);
  }

  public ProvingSpec attack(Attack other) {
    return new ProvingSpec(other, evasion, operators, accounts, decoys, scale, seed);
  }

  public ProvingSpec evasion(Evasion other) {
    return new ProvingSpec(attack, other, operators, accounts, decoys, scale, seed);
  }

  /// All facets on this level.
  public ProvingSpec level(int level) {
    return evasion(Evasion.level(level));
  }

  /// One facet on a level of its own.
  public ProvingSpec facet(HidingFacet facet, int level) {
    return evasion(evasion.with(facet, level));
  }

  public ProvingSpec operators(int count) {
    return new ProvingSpec(attack, evasion, count, accounts, decoys, scale, seed);
  }

  public ProvingSpec accounts(int count) {
    return new ProvingSpec(attack, evasion, operators, count, decoys, scale, seed);
  }

  public ProvingSpec decoys(int count) {
    return new ProvingSpec(attack, evasion, operators, accounts, count, scale, seed);
  }

  public ProvingSpec seed(long other) {
    return new ProvingSpec(attack, evasion, operators, accounts, decoys, scale, other);
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must be " + least + ".." + most + ", was " + value);
    }
  }
}
