package io.iolaus.simulate;

import io.iolaus.simulate.operator.OperatorProfile;
import java.util.List;
import java.util.Locale;

/// Who is at work in the world besides the innocent.
public enum Scenario {
  /// Four operators in the proportions of the public disclosures.
  FOUR_CAMPAIGNS,
  /// The same innocent world, line by line, and nobody else.
  NULL;

  List<OperatorProfile> profiles(Scale scale) {
    return switch (this) {
      case FOUR_CAMPAIGNS -> FourCampaigns.profiles(scale);
      case NULL -> List.of();
    };
  }

  /// As on the command line: `four-campaigns`, `null`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Scenario of(String id) {
    for (Scenario scenario : values()) {
      if (scenario.id().equals(id)) {
        return scenario;
      }
    }
    throw new IllegalArgumentException("No scenario " + id);
  }
}
