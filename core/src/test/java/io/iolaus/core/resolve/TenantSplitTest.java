package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TenantSplitTest {

  private static List<int[]> split(World world, int accounts) {
    return new TenantSplit(world.graph()).split(World.range(0, accounts));
  }

  /// Cards of three, one after the other.
  private static World cards(World world, int from, int to) {
    for (int card = from; card < to; card += 3) {
      world.card(World.range(card, Math.min(to, card + 3)));
    }
    return world;
  }

  /// Sixty accounts behind the same exits with the same template.
  private static World behindOneReseller() {
    return new World(2_000)
        .range24(World.range(0, 60))
        .skeleton(0.4, World.range(0, 60))
        .address(2, World.range(0, 60));
  }

  @Test
  void twoTenantsWithCardsAndSkeletonsOfTheirOwnPart() {
    World world =
        behindOneReseller().skeleton(0.6, World.range(0, 36)).skeleton(0.6, World.range(36, 60));
    assertThat(split(cards(cards(world, 0, 36), 36, 60), 60))
        .containsExactly(World.range(0, 36), World.range(36, 60));
  }

  @Test
  void aSkeletonThatSomeOfOneOperatorsAccountsUseWhateverTheirCardsPartsNothing() {
    // every other account, so that each card of three has both
    int[] some = IntStream.range(0, 60).filter(a -> a % 2 == 0).toArray();
    int[] others = IntStream.range(0, 60).filter(a -> a % 2 == 1).toArray();
    World world = behindOneReseller().skeleton(0.6, some).skeleton(0.6, others);
    assertThat(split(cards(world, 0, 60), 60)).containsExactly(World.range(0, 60));
  }

  @Test
  void fewTiesProveNothing() {
    World world =
        behindOneReseller()
            .skeleton(0.6, World.range(0, 36))
            .skeleton(0.6, World.range(36, 60))
            .card(0, 1, 2)
            .card(40, 41, 42);
    assertThat(split(world, 60)).hasSize(1);
  }

  @Test
  void whatIsEverybodysTiesNobody() {
    World world =
        behindOneReseller().skeleton(0.6, World.range(0, 36)).skeleton(0.6, World.range(36, 60));
    for (int image = 0; image < 60; image += 3) {
      world.tls(World.range(image, image + 3));
    }
    assertThat(split(world, 60)).hasSize(1);
  }

  @Test
  void anAccountSeenWithNothingButTheTemplateGoesWithNobodysSkeleton() {
    // 35 belongs to the first tenant by its card, and was seen with the common template alone
    World world =
        behindOneReseller().skeleton(0.6, World.range(0, 35)).skeleton(0.6, World.range(36, 60));
    List<int[]> parts = split(cards(cards(world, 0, 36), 36, 60), 60);
    assertThat(parts).hasSize(2);
    assertThat(parts.getFirst()).contains(World.range(0, 35));
    assertThat(parts.getLast()).contains(World.range(36, 60));
  }

  @Test
  void threeTenantsPartAsWell() {
    World world = behindOneReseller();
    for (int tenant = 0; tenant < 60; tenant += 20) {
      world.skeleton(0.6, World.range(tenant, tenant + 20));
      for (int device = tenant; device < tenant + 20; device += 4) {
        world.device(World.range(device, device + 4));
      }
    }
    assertThat(split(world, 60))
        .containsExactlyInAnyOrder(World.range(0, 20), World.range(20, 40), World.range(40, 60));
  }

  @Test
  void tenantsAreGroupsOfTheirOwnInTheEnd() {
    World world =
        behindOneReseller().skeleton(0.6, World.range(0, 36)).skeleton(0.6, World.range(36, 60));
    assertThat(cards(cards(world, 0, 36), 36, 60).groups())
        .contains(World.set(0, 36), World.set(36, 60));
  }

  /// The bound is above the sum of the binomial distribution itself, and not far.
  @Test
  void boundsTheLowerTail() {
    for (int n : new int[] {10, 40, 200}) {
      for (double p : new double[] {0.1, 0.32, 0.5}) {
        for (int k = 0; k < n * p; k++) {
          double exact = lowerTail(k, n, p);
          double bound = Math.exp(TenantSplit.logLowerTail(k, n, p));
          assertThat(bound).isBetween(exact * (1 - 1e-9), exact * 3 * Math.sqrt(n) + 1e-300);
        }
        assertThat(TenantSplit.logLowerTail(n * p, n, p)).isZero();
        assertThat(TenantSplit.logLowerTail(n, n, p)).isZero();
      }
    }
    assertThat(TenantSplit.logLowerTail(0, 20, 0.5)).isCloseTo(20 * Math.log(0.5), within(1e-9));
    assertThat(TenantSplit.logLowerTail(0, 0, 0.5)).isZero();
  }

  private static double lowerTail(int k, int n, double p) {
    double term = Math.pow(1 - p, n);
    double sum = 0;
    for (int i = 0; i <= k; i++) {
      sum += term;
      term *= (n - i) / (i + 1.0) * p / (1 - p);
    }
    return sum;
  }

  @Test
  void aHandfulStaysTogether() {
    World world = new World(100).skeleton(0, 1, 2, 3).skeleton(4, 5, 6, 7).card(0, 1, 2, 3);
    assertThat(split(world, 8)).hasSize(1);
    assertThat(Arrays.equals(split(world, 8).getFirst(), World.range(0, 8))).isTrue();
  }
}
