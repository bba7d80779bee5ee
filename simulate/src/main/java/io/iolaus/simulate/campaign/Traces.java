package io.iolaus.simulate.campaign;

import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What ties an operator to the organization behind it: between none and four kinds of evidence;
/// some plant false ones that point to another organization, besides or instead.
///
/// @param employer the organization behind it, if there is one
/// @param blamed the organization that false traces point to, if there are any
public record Traces(@Nullable Company employer, @Nullable Company blamed, Set<Kind> kinds) {

  /// One kind of evidence.
  public enum Kind {
    /// Accounts under a mail domain of the organization.
    MAIL,
    /// Traffic from its office.
    NETWORK,
    /// Its name on invoices.
    INVOICE,
    /// Verified members of it who tried the prompts themselves.
    SEATS,
    /// A third party says so.
    CLAIM
  }

  private static final int CARELESS = 8;
  private static final int CARELESS_AT_MOST = 10;

  public Traces {
    kinds = Set.copyOf(kinds);
  }

  /// Traces of an operator of this kind.
  ///
  /// @param employer the organization behind it, if there is one
  /// @param innocent an organization that has nothing to do with it
  public static Traces draw(
      Attack attack, @Nullable Company employer, Company innocent, RandomStream choices) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (employer == null) {
      // Nobody to protect, but perhaps somebody to blame: what can be had without being them.
      if (choices.chance(0.25)) {
        Kind planted = choices.pickOf(Kind.MAIL, Kind.INVOICE);
        if (attack != Attack.COMPROMISED) {
          kinds.add(planted);
        }
        kinds.add(Kind.CLAIM);
        return new Traces(null, innocent, kinds);
      }
      return new Traces(null, null, kinds);
    }
    List<Kind> all = new ArrayList<>(List.of(Kind.values()));
    if (attack == Attack.COMPROMISED) {
      // Mail and invoices are the owners'.
      all.removeAll(List.of(Kind.MAIL, Kind.INVOICE));
    }
    choices.shuffle(all);
    double draw = choices.nextDouble();
    int count = draw < 0.2 ? 0 : draw < 0.35 ? 1 : draw < 0.65 ? 2 : draw < 0.9 ? 3 : 4;
    kinds.addAll(all.subList(0, Math.min(count, all.size())));
    return new Traces(employer, choices.chance(0.15) ? innocent : null, kinds);
  }

  /// Kinds of evidence that point to the organization that is truly behind it.
  public int evidence() {
    return employer == null ? 0 : kinds.size();
  }

  boolean has(Kind kind) {
    return kinds.contains(kind);
  }

  /// Whom the traces name.
  @Nullable Company named() {
    return employer == null ? blamed : employer;
  }

  /// Whether the account of this number is one of the careless, whose slips these are: one in
  /// eight, some ten at most.
  static boolean careless(int account, int accounts) {
    return account % Math.max(CARELESS, accounts / CARELESS_AT_MOST) == 3;
  }

  /// Invoices and claims; mail domains, addresses and seats show in the accounts.
  List<Fact> facts(List<Agent> agents, long end, RandomStream draws) {
    Company company = named();
    List<Fact> facts = new ArrayList<>();
    if (employer != null && blamed != null) {
      facts.add(
          new Fact.Claim(
              blamed.id(), "operates", "anonymous post", "rumour", "forum", end - TimeFrame.DAY));
    }
    if (company == null) {
      return facts;
    }
    if (has(Kind.INVOICE)) {
      for (Agent agent : agents) {
        if (careless(agent.number() + 1, agents.size())) {
          long at = agent.account().createdAt() + TimeFrame.HOUR;
          facts.add(
              new Fact.Identifier(agent.account(), "billing-name", company.billingName(), at));
        }
      }
    }
    if (has(Kind.CLAIM)) {
      String campaign = "campaign-" + (char) ('a' + draws.nextInt(26)) + draws.between(10, 99);
      long at = end - draws.nextLong(3 * TimeFrame.DAY);
      String by = draws.pickOf("Partner provider", "Security vendor", "National agency");
      facts.add(new Fact.Claim(company.id(), "operates", by, campaign, "advisory", at));
      if (draws.chance(0.6)) {
        long later = at + 10 * TimeFrame.HOUR;
        facts.add(
            new Fact.Claim(
                company.id(), "denies", company.name(), campaign, "press statement", later));
      }
    }
    return facts;
  }
}
