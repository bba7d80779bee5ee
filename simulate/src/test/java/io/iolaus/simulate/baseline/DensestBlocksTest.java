package io.iolaus.simulate.baseline;

import static io.iolaus.simulate.baseline.SmallWorld.all;
import static io.iolaus.simulate.baseline.SmallWorld.many;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// B6.
class DensestBlocksTest {

  private static final Parameters ONE = all().with("kinds", "located").with("blocks", 1);

  /// Six accounts on the same three cards, four on the same two devices, fifty on one address.
  private static SmallWorld blocks() {
    SmallWorld world = new SmallWorld();
    for (String card : new String[] {"c1", "c2", "c3"}) {
      world.card(card, many("a", 6));
    }
    for (String device : new String[] {"d1", "d2"}) {
      world.identifier("device", device, many("b", 4));
    }
    return world.address("203.0.113.7", many("u", 50));
  }

  @Test
  void densestBlockIsFoundFirst() {
    assertThat(blocks().found(new DensestBlocks(), ONE)).containsExactly(Set.of(many("a", 6)));
  }

  @Test
  void laterBlocksFollow() {
    assertThat(blocks().found(new DensestBlocks(), ONE.with("blocks", 2)))
        .containsExactlyInAnyOrder(Set.of(many("a", 6)), Set.of(many("b", 4)));
  }

  @Test
  void camouflageChangesLittle() {
    // Every one of the ring uses what all the others use too.
    SmallWorld world = blocks().address("203.0.113.7", many("a", 6));

    assertThat(world.found(new DensestBlocks(), ONE)).containsExactly(Set.of(many("a", 6)));
  }

  @Test
  void nothingSharedIsNoBlock() {
    SmallWorld world = new SmallWorld().card("own", "a").card("mine", "b");

    assertThat(world.found(new DensestBlocks(), ONE)).isEmpty();
  }
}
