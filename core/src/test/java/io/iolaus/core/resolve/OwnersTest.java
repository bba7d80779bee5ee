package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnersTest {

  @Test
  void numbersAreDenseInTheOrderOfTheFirstAccount() {
    Owners owners = Owners.of(new int[] {900, -4, 900, 7, -4});
    assertThat(owners.count()).isEqualTo(3);
    assertThat(owners.accounts()).isEqualTo(5);
    assertThat(new int[] {owners.of(0), owners.of(1), owners.of(2), owners.of(3), owners.of(4)})
        .containsExactly(0, 1, 0, 2, 1);
    assertThat(owners.size(0)).isEqualTo(2);
    assertThat(owners.size(2)).isEqualTo(1);
  }

  @Test
  void nobodyIsNoOwner() {
    assertThat(Owners.of(new int[0]).count()).isZero();
  }
}
