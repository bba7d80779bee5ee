package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnerGraphTest {

  @Test
  void anAccountThatIsItsOwnOwnerShowsAThing() {
    OwnerGraph graph = new World(3).card(2, 0).owners();
    assertThat(graph.ownersOf(0)).containsExactly(0, 2);
    assertThat(graph.thingsOf(1)).isEmpty();
  }

  @Test
  void anOwnerOfManyShowsAThingThatEnoughOfItsAccountsShow() {
    OwnerGraph graph =
        new World(14).contract(World.range(0, 12)).card(0, 1, 2, 12).card(12, 13).owners();
    assertThat(graph.ownersOf(0)).containsExactly(0, 1);
    assertThat(graph.thingsOf(1)).containsExactly(0, 1);
  }

  @Test
  void oneStrayMemberMakesNoBridge() {
    // Alone in a small owner, and two of thirty in a large one
    assertThat(new World(8).contract(World.range(0, 7)).card(3, 7).owners().ownersOf(0))
        .containsExactly(1);
    assertThat(new World(31).contract(World.range(0, 30)).card(3, 4, 30).owners().ownersOf(0))
        .containsExactly(1);
    assertThat(new World(31).contract(World.range(0, 30)).card(3, 4, 5, 30).owners().ownersOf(0))
        .containsExactly(0, 1);
  }
}
