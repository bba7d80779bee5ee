package io.iolaus.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundsTest {

  private static final String DEVICE = "shared-identifier client device";

  private final Verdict[] verdicts = new Verdict[100_000];
  private final List<SharedThing> things = new ArrayList<>();

  BoundsTest() {
    Arrays.fill(verdicts, Verdict.OPEN);
  }

  private void device(int... members) {
    things.add(
        new SharedThing(
            "shared-identifier",
            Facet.CLIENT,
            "Identifier",
            "device:" + things.size(),
            members,
            new float[members.length]));
  }

  private Bounds bounds() {
    return Bounds.of(things, verdicts.length, a -> verdicts[a]);
  }

  private double device() {
    return bounds().priors(things.getFirst()).maxBits();
  }

  @Test
  void nothingFallsWithoutVerdictsOrWhileNobodyLegitimateSharesWithAnOperator() {
    device(0, 1, 2);
    device(3, 4);
    assertThat(bounds()).isEqualTo(Bounds.PRIORS);
    Arrays.fill(verdicts, 0, 3, Verdict.FRAUDULENT);
    Arrays.fill(verdicts, 3, 500, Verdict.LEGITIMATE);
    assertThat(bounds().refined()).isEmpty();
    assertThat(device()).isEqualTo(12);
  }

  @Test
  void eachCaseThatIsSeenCountsAsOneMoreInTwoToTheBound() {
    for (int i = 0; i < 7; i++) {
      device(10 * i, 10 * i + 1);
      verdicts[10 * i] = Verdict.FRAUDULENT;
      verdicts[10 * i + 1] = Verdict.LEGITIMATE;
    }
    // eight cases in 4,096 + 7 pairs
    assertThat(device()).isCloseTo(9, within(0.01));
    assertThat(bounds().lowered()).containsExactly(DEVICE + ": 12.0 to 9.0 bits");
  }

  @Test
  void manyThingsOfOneLegitimateAccountAreOneCase() {
    for (int i = 0; i < 50; i++) {
      device(0, 1);
    }
    verdicts[0] = Verdict.FRAUDULENT;
    verdicts[1] = Verdict.LEGITIMATE;
    assertThat(device()).isCloseTo(11, within(0.01));
    for (int i = 2; i < 50; i++) {
      verdicts[i] = Verdict.LEGITIMATE;
    }
    assertThat(device()).isCloseTo(11, within(0.05));
  }

  @Test
  void whatIsSharedWidelyIsHeldDownByThatAlready() {
    int[] campus = new int[5_000];
    Arrays.setAll(campus, a -> a);
    device(campus);
    Arrays.fill(verdicts, 0, 100, Verdict.FRAUDULENT);
    Arrays.fill(verdicts, 100, 5_000, Verdict.LEGITIMATE);
    assertThat(bounds().refined()).isEmpty();
  }

  @Test
  void aKindFallsForItself() {
    for (int i = 0; i < 3; i++) {
      device(10 * i, 10 * i + 1);
      verdicts[10 * i] = Verdict.FRAUDULENT;
      verdicts[10 * i + 1] = Verdict.LEGITIMATE;
    }
    SharedThing card =
        new SharedThing(
            "shared-instrument",
            Facet.PAYMENT,
            "PaymentInstrument",
            "pi",
            new int[] {0, 1},
            new float[2]);
    assertThat(bounds().refined()).containsOnlyKeys(DEVICE);
    assertThat(bounds().priors(card)).isEqualTo(EvidencePriors.of(card));
  }

  @Test
  void verdictsThatDisagreeDecideNothing() {
    assertThat(Verdict.of(List.of("fraudulent", "fraudulent"))).isEqualTo(Verdict.FRAUDULENT);
    assertThat(Verdict.of(List.of("legitimate"))).isEqualTo(Verdict.LEGITIMATE);
    assertThat(Verdict.of(List.of("legitimate", "unsure"))).isEqualTo(Verdict.OPEN);
    assertThat(Verdict.of(List.of("legitimate", "fraudulent"))).isEqualTo(Verdict.OPEN);
    assertThat(Verdict.of(List.of())).isEqualTo(Verdict.OPEN);
  }
}
