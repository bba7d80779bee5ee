package io.iolaus.simulate.campaign;

import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.Evasion;
import io.iolaus.simulate.evasion.HidingFacet;
import io.iolaus.simulate.population.Texts;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;

/// What one operator means to do.
///
/// @param accounts opened in all, replaced ones included
/// @param start of the campaign, epoch milliseconds
/// @param daily mean exchanges of an account and day, cover included
/// @param cover share of them that is everyday traffic
/// @param banned share of the accounts that is suspended and replaced
/// @param capabilities wanted, the most wanted first
public record Plan(
    String name,
    Attack attack,
    Evasion evasion,
    int accounts,
    long start,
    long end,
    double daily,
    double cover,
    double banned,
    List<String> capabilities) {

  static final int FEWEST = 6;
  private static final int LONGEST_BEFORE = 12;
  private static final int SHORTEST = 18;

  public Plan {
    capabilities = List.copyOf(capabilities);
  }

  /// A plan of this kind.
  ///
  /// @param size accounts that the operator of middle size has
  /// @param volume factor on how much the accounts do
  public static Plan draw(
      String name,
      Attack attack,
      Evasion evasion,
      int size,
      double volume,
      TimeFrame frame,
      RandomStream choices) {
    int first = choices.between(3, LONGEST_BEFORE);
    int last = choices.between(first + SHORTEST, frame.days() - 1);
    List<String> capabilities = new ArrayList<>(Texts.WANTED);
    choices.shuffle(capabilities);
    int wanted = attack == Attack.TARGETED ? 1 : choices.between(1, 3);
    double accounts = size * choices.between(0.6, 1.5);
    return new Plan(
        name,
        attack,
        evasion,
        (int) Math.max(FEWEST, Math.round(accounts * crowd(attack))),
        frame.startOf(first),
        frame.startOf(last),
        volume * calls(attack, choices),
        attack == Attack.HYDRA ? choices.between(0.6, 0.9) : choices.between(0.05, 0.3),
        attack == Attack.HYDRA ? choices.between(0.1, 0.3) : choices.between(0, 0.1),
        capabilities.subList(0, wanted));
  }

  private static double crowd(Attack attack) {
    return switch (attack) {
      case SLOW_DRIP -> 3;
      case ROTATING -> 2;
      case TWO_TENANTS -> 0.7;
      default -> 1;
    };
  }

  private static double calls(Attack attack, RandomStream choices) {
    return switch (attack) {
      case SLOW_DRIP -> choices.between(1.0, 3.0);
      case ROTATING -> choices.between(2.0, 4.0);
      case HYDRA -> choices.between(6.0, 10.0);
      default -> choices.between(3.0, 7.0);
    };
  }

  Plan withAccounts(int count) {
    return new Plan(name, attack, evasion, count, start, end, daily, cover, banned, capabilities);
  }

  int rung(HidingFacet facet) {
    return evasion.rung(facet);
  }
}
