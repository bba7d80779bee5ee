package io.iolaus.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComponentsTest {

  @Test
  void aComponentBearsTheNumberOfItsLeastThingInWhateverOrderItWasJoined() {
    Components components = new Components(6);
    components.join(5, 4);
    components.join(4, 2);
    components.join(1, 0);
    assertThat(components.groups()).containsExactly(0, 0, 2, 3, 2, 2);
    components.join(1, 5);
    assertThat(components.of(4)).isZero();
  }
}
