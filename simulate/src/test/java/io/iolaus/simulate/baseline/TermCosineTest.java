package io.iolaus.simulate.baseline;

import static io.iolaus.simulate.baseline.SmallWorld.all;
import static io.iolaus.simulate.baseline.SmallWorld.many;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// B4.
class TermCosineTest {

  private static final Parameters STRICT =
      all().with("kinds", "located").with("cap", 50).with("percentile", 0.9).with("common", 1);

  /// Three accounts that share all they have, and twenty that share an address and have cards of
  /// their own.
  private static SmallWorld world() {
    SmallWorld world =
        new SmallWorld().card("one", "a1", "a2", "a3").address("203.0.113.7", "a1", "a2", "a3");
    for (String user : many("u", 20)) {
      world.address("198.51.100.7", user).card("card of " + user, user);
    }
    return world;
  }

  @Test
  void mostAlikePairsAreLinked() {
    assertThat(world().found(new TermCosine(), STRICT.with("percentile", 0.99)))
        .containsExactly(Set.of("a1", "a2", "a3"));
  }

  @Test
  void withoutAThresholdEverythingSharedLinks() {
    assertThat(world().found(new TermCosine(), STRICT.with("percentile", 0)))
        .containsExactlyInAnyOrder(Set.of("a1", "a2", "a3"), Set.of(many("u", 20)));
  }

  @Test
  void accountsNeedAsMuchInCommonAsAskedFor() {
    assertThat(world().found(new TermCosine(), STRICT.with("percentile", 0).with("common", 2)))
        .containsExactly(Set.of("a1", "a2", "a3"));
  }

  @Test
  void nobodyMeetsWhereMoreMeetThanTheCap() {
    assertThat(world().found(new TermCosine(), STRICT.with("percentile", 0).with("cap", 10)))
        .containsExactly(Set.of("a1", "a2", "a3"));
  }
}
