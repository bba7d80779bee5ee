package io.iolaus.simulate.world;

import io.iolaus.simulate.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/// Everybody in one simulated world, and what is known of it.
public interface Populace {

  /// What is true of one operator besides what it does.
  ///
  /// @param organization id of the organization behind it, or empty
  /// @param evidence kinds of evidence among the events that point to that organization
  /// @param attack the archetype (`A4`), or empty
  /// @param evasion the rungs it stands on (`2 network=3`), or empty
  record Operated(
      String operator, String organization, int evidence, String attack, String evasion) {}

  TimeFrame frame();

  List<Actor> actors();

  /// Networks, organizations and models.
  List<Fact> reference();

  /// From which the texts of exchanges are drawn.
  RandomStream texts();

  List<Operated> operators();

  /// Whether what an account does alike within a day is written as one line that counts it.
  boolean folded();

  /// All accounts, in no order that means anything.
  default List<Account> accounts() {
    List<Account> accounts = new ArrayList<>();
    actors()
        .forEach(actor ->
            actor.facts(fact -> {
              if (fact instanceof Fact.Opened(Account account)) {
                accounts.add(account);
              }
            }));
    return accounts;
  }
}
