package io.iolaus.simulate.output;

import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Populace;
import io.iolaus.simulate.world.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is true of a population: the label of each account, in the order of ids, and what each
/// operator did, in the order of names.
public record PopulationTruth(List<Account> accounts, List<Campaign> campaigns) {

  /// One operator's campaign.
  ///
  /// @param organization id of the organization behind it, or empty
  /// @param exchanges sum of counts
  /// @param capabilities with a twelfth of the exchanges or more, the greatest first: what else
  ///   there is, is cover
  /// @param evidence kinds of evidence among the events that point to the organization: 0 to 5
  /// @param attack the archetype (`A4`), or empty
  /// @param evasion the rungs it stands on (`2 network=3`), or empty
  public record Campaign(
      String operator,
      String organization,
      long accounts,
      long exchanges,
      Instant firstSeen,
      Instant lastSeen,
      List<String> capabilities,
      int evidence,
      String attack,
      String evasion) {

    public Campaign {
      capabilities = List.copyOf(capabilities);
    }
  }

  public PopulationTruth {
    accounts = List.copyOf(accounts);
    campaigns = List.copyOf(campaigns);
  }

  /// The truth about a world whose exchanges were tallied.
  public static PopulationTruth of(Populace world, ExchangeTally tally) {
    List<Account> accounts =
        world.accounts().stream().sorted(Comparator.comparing(Account::id)).toList();
    Map<String, Long> sizes =
        accounts.stream()
            .filter(account -> account.label().role() == Role.ATTACK)
            .collect(
                Collectors.groupingBy(
                    account -> account.label().operator(), Collectors.counting()));
    Map<String, Populace.Operated> operated =
        world.operators().stream()
            .collect(Collectors.toMap(Populace.Operated::operator, operator -> operator));
    List<Campaign> campaigns = new ArrayList<>();
    tally
        .campaigns()
        .forEach((operator, campaign) -> {
          Populace.Operated known = operated.get(operator);
          if (known == null) {
            throw new IllegalStateException("nothing is known of operator " + operator);
          }
          campaigns.add(
              new Campaign(
                  operator,
                  known.organization(),
                  sizes.getOrDefault(operator, 0L),
                  campaign.exchanges,
                  Instant.ofEpochMilli(campaign.firstSeen),
                  Instant.ofEpochMilli(campaign.lastSeen),
                  capabilities(campaign),
                  known.evidence(),
                  known.attack(),
                  known.evasion()));
        });
    return new PopulationTruth(accounts, campaigns);
  }

  private static List<String> capabilities(ExchangeTally.Campaign campaign) {
    return campaign.capabilities.entrySet().stream()
        .filter(entry -> entry.getValue() * 12 >= campaign.exchanges)
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
