package io.iolaus.simulate;

import io.iolaus.simulate.operator.OperatorProfile;
import io.iolaus.simulate.operator.OperatorProfile.Cards;
import io.iolaus.simulate.operator.OperatorProfile.Dealing;
import io.iolaus.simulate.operator.OperatorProfile.Exits;
import io.iolaus.simulate.operator.OperatorProfile.Machines;
import io.iolaus.simulate.operator.OperatorProfile.Opening;
import io.iolaus.simulate.operator.OperatorProfile.Prompting;
import io.iolaus.simulate.operator.OperatorProfile.Traces;
import io.iolaus.simulate.operator.Reseller;
import io.iolaus.simulate.world.HourProfile;
import java.util.List;

/// The four campaigns of the public disclosures of 2026, in their proportions: 0.15, 3.4 and 13
/// million exchanges by about 24,000 accounts in all ("hundreds" for the second), and 28.8 million
/// by 25,000 accounts in 44 days, 26 a day for each. All of it alleged by those who disclosed it;
/// the operators here are invented, and how they hide is between the first and the second rung of
/// the ladder of evasion, each in its own way.
final class FourCampaigns {

  private static final int FEWEST_ACCOUNTS = 30;

  private FourCampaigns() {}

  static List<OperatorProfile> profiles(Scale scale) {
    return List.of(first(scale), second(scale), third(scale), fourth(scale));
  }

  /// Small and careful; all that points to anybody is planted.
  private static OperatorProfile first(Scale scale) {
    return new OperatorProfile(
        "first",
        accounts(100, scale),
        150_000 / scale.divisor(),
        18,
        44,
        List.of("reasoning-traces", "rubric-grading", "safe-rewrites"),
        new Exits(false, 0.4, 0.15, 720),
        new Cards(-1, 5, 10),
        new Machines(5, 8),
        new Opening(1, 40, 0, 0.1),
        new Dealing(HourProfile.DAY, 8, 6, 15, 30),
        new Prompting(2, 1, false, 0.05, 0.2),
        new Traces(1, 0, 0, 0, false, true, 0, false));
  }

  /// Several ways in, behind a reseller; the invoices and a few slips give it away.
  private static OperatorProfile second(Scale scale) {
    return new OperatorProfile(
        "second",
        accounts(500, scale),
        3_400_000 / scale.divisor(),
        4,
        47,
        List.of("agentic-coding", "tool-use", "data-analysis", "computer-use"),
        new Exits(true, 4, 0, 45),
        new Cards(Reseller.ISSUER, 2, 4),
        new Machines(6, 10),
        new Opening(3, 72, 0.1, 0.1),
        new Dealing(HourProfile.EVENING, 8, 5, 10, 60),
        new Prompting(3, 2, false, 0.06, 0.15),
        new Traces(0, 0.012, 3, 2, false, false, 0.4, false));
  }

  /// Rotates its address at every call and moves to a new model within hours.
  private static OperatorProfile third(Scale scale) {
    return new OperatorProfile(
        "third",
        accounts(23_400, scale),
        13_000_000 / scale.divisor(),
        14,
        56,
        List.of("agentic-coding", "tool-use", "reasoning-traces"),
        new Exits(true, 3, 0, 0),
        new Cards(Reseller.ISSUER, 2, 5),
        new Machines(5, 9),
        new Opening(3, 30, 0.08, 0.15),
        new Dealing(HourProfile.FLAT, 0, 4, 30, 150),
        new Prompting(4, 3, true, 0.03, 0.1),
        new Traces(5, 0, 0, 3, true, false, 0.25, true));
  }

  /// The largest: a steady 26 calls an account and day over 44 days.
  private static OperatorProfile fourth(Scale scale) {
    return new OperatorProfile(
        "fourth",
        accounts(25_000, scale),
        28_800_000 / scale.divisor(),
        8,
        52,
        List.of(
            "agentic-coding", "reasoning-traces", "data-analysis", "rubric-grading", "long-form"),
        new Exits(false, 0.5, 0.08, 1_440),
        new Cards(0, 6, 16),
        new Machines(8, 10),
        new Opening(5, 36, 0.05, 0.12),
        new Dealing(HourProfile.DAY, 8, 4, 5, 200),
        new Prompting(4, 2, false, 0.02, 0.1),
        new Traces(6, 0.006, 2, 3, false, false, 0, false));
  }

  private static int accounts(int disclosed, Scale scale) {
    return Math.max(FEWEST_ACCOUNTS, disclosed / scale.divisor());
  }
}
