package io.iolaus.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.iolaus.core.attribution.Attribution;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.core.detect.Reseller.Tenant;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.ProfileTable;
import io.iolaus.core.resolve.Resolution.Support;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResellerTest {

  private static final int ACCOUNTS = 40;

  private final List<SharedThing> things = new ArrayList<>();

  /// An exit that accounts `from` up to `to` have this part of their activity on.
  private int exit(double strength, int... accounts) {
    return thing("shared-network", Facet.NETWORK, strength, accounts);
  }

  private int thing(String detector, Facet facet, double strength, int... accounts) {
    float[] strengths = new float[accounts.length];
    Arrays.fill(strengths, (float) strength);
    String key = facet.id() + things.size();
    things.add(new SharedThing(detector, facet, "Network", key, accounts, strengths));
    return things.size() - 1;
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  private static FoundCluster cluster(String id, int from, int to, double bits, int... supports) {
    return new FoundCluster(
        id,
        true,
        1,
        1,
        IntStream.range(from, to)
            .mapToObj(
                a -> new FoundMember(a, "a" + a, true, 1, 9, Map.of(), 1, 1, true, false, false))
            .toList(),
        0,
        null,
        null,
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Arrays.stream(supports).mapToObj(t -> new Support(t, to - from, bits, 1)).toList(),
        new ProfileTable(
            to - from,
            ACCOUNTS,
            new int[0],
            new int[0],
            new double[0],
            new double[0],
            new double[6]),
        Map.of(),
        Set.of(),
        Set.of(),
        1,
        List.of(),
        null,
        Attribution.NONE,
        List.of());
  }

  private List<Reseller> resellers(FoundCluster... clusters) {
    return Reseller.of(List.of(clusters), EvidenceGraph.of(new int[ACCOUNTS], things));
  }

  @Test
  void clustersWithMostOfTheirExitsInCommonAreTenants() {
    int many = exit(0.6, range(0, 20));
    int some = exit(0.2, range(0, 20));
    int own = exit(0.2, range(0, 10));
    List<Reseller> found =
        resellers(cluster("c-b", 10, 20, 5, some, many), cluster("c-a", 0, 10, 5, some, many, own));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().id()).isEqualTo("r-c-a");
    assertThat(found.getFirst().exits()).containsExactly(many, some);
    assertThat(found.getFirst().tenants())
        .extracting(Tenant::cluster)
        .containsExactly("c-a", "c-b");
    assertThat(found.getFirst().tenants().getFirst().share()).isCloseTo(0.8, within(1e-6));
    assertThat(found.getFirst().tenants().getLast().share()).isEqualTo(1);
  }

  @Test
  void aMinorityOfExitsInCommonIsNoCommonSupply() {
    int common = exit(0.4, range(0, 20));
    int one = exit(0.6, range(0, 10));
    assertThat(resellers(cluster("c-a", 0, 10, 5, common, one), cluster("c-b", 10, 20, 5, common)))
        .isEmpty();
  }

  @Test
  void everybodysExitsAndWhatIsNoExitSayNothing() {
    int carrier = exit(1, range(0, 20));
    assertThat(resellers(cluster("c-a", 0, 10, 2, carrier), cluster("c-b", 10, 20, 2, carrier)))
        .isEmpty();
    int card = thing("shared-instrument", Facet.PAYMENT, 1, range(0, 20));
    assertThat(resellers(cluster("c-a", 0, 10, 9, card), cluster("c-b", 10, 20, 9, card)))
        .isEmpty();
  }

  @Test
  void threeTenantsAreOneResellerAndTwoSuppliesAreTwo() {
    int first = exit(1, range(0, 30));
    int second = exit(1, range(30, 40));
    List<Reseller> found =
        resellers(
            cluster("c-1", 0, 10, 5, first),
            cluster("c-2", 10, 20, 5, first),
            cluster("c-3", 20, 30, 5, first),
            cluster("c-4", 30, 35, 5, second),
            cluster("c-5", 35, 40, 5, second));
    assertThat(found).extracting(Reseller::id).containsExactly("r-c-1", "r-c-4");
    assertThat(found.getFirst().tenants()).hasSize(3);
  }
}
