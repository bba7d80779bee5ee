package io.iolaus.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.simulate.decoy.DecoyCatalog;
import io.iolaus.simulate.decoy.DecoyKind;
import io.iolaus.simulate.operator.OperatorProfile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorldConfigTest {

  @ParameterizedTest
  @EnumSource
  void everyDecoyIsInEveryScale(Scale scale) {
    assertThat(WorldConfig.of(scale).decoys().keySet())
        .containsExactlyInAnyOrderElementsOf(DecoyCatalog.ALL.stream().map(DecoyKind::id).toList());
  }

  /// Even when every decoy is as small as it may be.
  @ParameterizedTest
  @EnumSource
  void innocentAccountsAreTwentyTimesAsManyInEveryScale(Scale scale) {
    WorldConfig config = WorldConfig.of(scale);
    long decoys =
        config.decoys().values().stream()
            .mapToLong(sizes -> (long) sizes.instances() * sizes.smallest())
            .sum();
    long innocent = config.individuals() + config.seats() + config.resellerCustomers() + decoys;
    long attack = FourCampaigns.profiles(scale).stream().mapToLong(OperatorProfile::accounts).sum();

    assertThat(innocent).isGreaterThanOrEqualTo(20 * attack);
  }

  @ParameterizedTest
  @EnumSource
  void campaignsLieInsideTheTimeFrame(Scale scale) {
    int days = WorldConfig.of(scale).frame().days();
    List<OperatorProfile> profiles = FourCampaigns.profiles(scale);

    assertThat(profiles).allMatch(p -> p.firstDay() > 0 && p.lastDay() <= days);
    assertThat(profiles.get(3).lastDay() - profiles.get(3).firstDay()).isEqualTo(44);
  }
}
