package io.iolaus.simulate.operator;

import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.List;

/// What others say about a campaign once it is over; some of it is true.
final class Claims {

  private Claims() {}

  static List<Fact> about(Operator operator, Company blamed, TimeFrame frame, RandomStream random) {
    OperatorProfile.Traces traces = operator.profile().traces();
    List<Fact> claims = new ArrayList<>();
    long at =
        Math.min(
            frame.startOf(operator.profile().lastDay()) - random.nextLong(3 * TimeFrame.DAY),
            frame.end() - TimeFrame.DAY);
    String campaign = "campaign-" + (char) ('a' + random.nextInt(26)) + random.between(10, 99);
    if (traces.claimed()) {
      claims.add(
          claim(operator.employer(), "operates", "Partner provider", campaign, "advisory", at));
      claims.add(
          claim(
              operator.employer(),
              "denies",
              operator.employer().name(),
              campaign,
              "press statement",
              at + 10 * TimeFrame.HOUR));
    }
    if (traces.planted()) {
      claims.add(claim(blamed, "operates", "anonymous post", campaign, "forum", at));
      claims.add(
          claim(blamed, "denies", blamed.name(), campaign, "press statement", at + TimeFrame.HOUR));
    }
    return claims;
  }

  private static Fact claim(
      Company company, String statement, String by, String campaign, String reference, long at) {
    return new Fact.Claim(company.id(), statement, by, campaign, reference, at);
  }
}
