package io.iolaus.simulate;

import io.iolaus.simulate.operator.OperatorProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Who is at work in the world besides the innocent.
public enum Scenario {
  /// Four operators in the proportions of the public disclosures.
  FOUR_CAMPAIGNS,
  /// The same innocent world, line by line, and nobody else.
  NULL,
  /// A proving ground for detection, as {@link ProvingSpec} says.
  PROVING,
  /// Operators over ten runs, as {@link SagaSpec} says: not a simulation but a {@link Saga}.
  SAGA;

  List<OperatorProfile> profiles(Scale scale) {
    return switch (this) {
      case FOUR_CAMPAIGNS -> FourCampaigns.profiles(scale);
      case NULL -> List.of();
      case PROVING, SAGA -> throw new IllegalStateException(id() + " draws its operators");
    };
  }

  /// As on the command line: `four-campaigns`, `null`, `proving`, `saga`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Scenario of(String id) {
    return Arrays.stream(values())
        .filter(scenario -> scenario.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no scenario '"
                    + id
                    + "': name one of "
                    + Arrays.stream(values()).map(Scenario::id).collect(Collectors.joining(", "))));
  }
}
