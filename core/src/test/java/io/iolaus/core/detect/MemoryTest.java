package io.iolaus.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.abuse.AccountTraits;
import io.iolaus.core.detect.Memory.Forerunner;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.core.prompt.SampledPrompts;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.ProfileTable;
import io.iolaus.core.resolve.Resolution.Group;
import io.iolaus.core.resolve.Resolution.Member;
import io.iolaus.core.resolve.Resolution.Support;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MemoryTest {

  private static final int ENDED = 40;
  private static final long[] SKELETON = LongStream.range(0, 20).toArray();

  /// Ten accounts that work off one skeleton, and others that may.
  private final int[] firstDays = new int[30];

  private int[] users = IntStream.range(0, 10).toArray();
  private long[] skeleton = SKELETON;

  MemoryTest() {
    Arrays.fill(firstDays, ENDED + 10);
  }

  private static Forerunner cluster(boolean dormant, boolean takenDown, String... members) {
    return new Forerunner(
        "c-old", dormant, takenDown, List.of(), ENDED, List.of(SKELETON), List.of(members));
  }

  private Optional<Memory.Kin> kin(Forerunner... known) {
    List<Population.Entry> entries = new ArrayList<>();
    for (int a = 0; a < firstDays.length; a++) {
      AccountTraits traits =
          new AccountTraits(
              Instant.EPOCH,
              false,
              9,
              firstDays[a],
              firstDays[a] + 9,
              9,
              Map.of(),
              new long[24],
              Map.of(),
              0,
              0,
              Map.of());
      entries.add(
          new Population.Entry(
              "acc-%02d".formatted(a),
              null,
              null,
              traits,
              StoredActivity.none(),
              SampledPrompts.NONE,
              SampledPrompts.NONE,
              0,
              0,
              Verdict.OPEN,
              null,
              null));
    }
    Population population = new Population(entries);
    float[] strengths = new float[users.length];
    Arrays.fill(strengths, 1);
    EvidenceGraph evidence =
        population.evidence(
            List.of(
                new SharedThing(
                    "shared-prompt-family", Facet.PROMPT, "PromptFamily", "pf", users, strengths)));
    double[] none = {};
    Group group =
        new Group(
            IntStream.range(0, 10).mapToObj(a -> new Member(a, Map.of(), 9)).toList(),
            List.of(new Support(0, 10, 8, 1)),
            new ProfileTable(10, 20, new int[0], new int[0], none, none, new double[6]));
    return new Memory(List.of(known)).kin(group, population, evidence, id -> skeleton);
  }

  @Test
  void whoBeganWhenADormantClusterHadEndedAndWorksOffItsSkeletonsGoesOnForIt() {
    Memory.Kin kin = kin(cluster(true, true)).orElseThrow();
    assertThat(kin.succeeds()).isTrue();
    assertThat(kin.forerunner().cluster()).isEqualTo("c-old");
    assertThat(kin.signal().id()).isEqualTo("regrown");
    skeleton = LongStream.range(8, 40).toArray();
    assertThat(kin(cluster(true, true))).as("more than half of the shorter one").isPresent();
  }

  @Test
  void whoDoesNotDoesNot() {
    assertThat(kin()).isEmpty();
    assertThat(kin(cluster(false, true))).as("it acts").isEmpty();
    skeleton = LongStream.range(11, 40).toArray();
    assertThat(kin(cluster(true, true))).as("another skeleton").isEmpty();
    skeleton = new long[0];
    assertThat(kin(cluster(true, true))).as("no skeleton").isEmpty();
    skeleton = SKELETON;
    Arrays.fill(firstDays, 0, 3, ENDED - 1);
    assertThat(kin(cluster(true, true))).as("a third was there before").isEmpty();
    Arrays.fill(firstDays, ENDED + 10);
    users = IntStream.range(0, 12).toArray();
    assertThat(kin(cluster(true, true))).as("others use it too").isEmpty();
    users = IntStream.range(3, 10).toArray();
    assertThat(kin(cluster(true, true))).as("a third does not use it").isEmpty();
  }

  @Test
  void thoseWhoWereInItMayUseItStill() {
    users = IntStream.range(0, 15).toArray();
    String[] old = IntStream.range(10, 15).mapToObj("acc-%02d"::formatted).toArray(String[]::new);
    assertThat(kin(cluster(true, true, old))).isPresent();
  }

  @Test
  void aGroupOfMostlyItsAccountsIsTheSameAndNoSuccessor() {
    String[] half = IntStream.range(0, 5).mapToObj("acc-%02d"::formatted).toArray(String[]::new);
    Memory.Kin kin = kin(cluster(false, false, half)).orElseThrow();
    assertThat(kin.succeeds()).isFalse();
    assertThat(kin.signal().id()).isEqualTo("remembered");
    assertThat(kin(cluster(false, false, Arrays.copyOf(half, 4)))).isEmpty();
  }
}
