package io.iolaus.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvidencePriorsTest {

  private static EvidencePriors of(String detector, Facet facet, String type, String key) {
    return EvidencePriors.of(
        new SharedThing(detector, facet, type, key, new int[] {0, 1}, new float[] {1, 1}));
  }

  @Test
  void bitsAreTheLogOfHowMuchLikelierSharingIs() {
    // 0.5 under one operator, 16 of 4,096 = 2^-8 by chance: 2^7
    assertThat(new EvidencePriors(0.5, 20).bits(16, 4_096)).isCloseTo(7, within(1e-9));
  }

  @Test
  void rarityNeverRaisesTheValueAboveTheBound() {
    assertThat(new EvidencePriors(0.5, 4).bits(2, 1_000_000_000)).isEqualTo(4);
  }

  @Test
  void whatEverybodySharesIsWorthNothing() {
    assertThat(new EvidencePriors(0.6, 14).bits(900, 1_000)).isZero();
    assertThat(new EvidencePriors(0.6, 14).bits(1_000, 1_000)).isZero();
  }

  @Test
  void moreOwnersAreWorthLess() {
    EvidencePriors card = new EvidencePriors(0.6, 14);
    assertThat(card.bits(2, 10_000)).isGreaterThan(card.bits(5, 10_000));
  }

  @Test
  void aThingOfNobodyInAnEmptyPopulationIsWorthLittle() {
    assertThat(new EvidencePriors(0.6, 14).bits(0, 0)).isBetween(0.0, 1.0);
  }

  @Test
  void anIdentifierIsWorthWhatItsKindIsNotWhatItsDetectorSays() {
    EvidencePriors device = of("shared-identifier", Facet.CLIENT, "Identifier", "device:d-1");
    EvidencePriors tls = of("shared-identifier", Facet.CLIENT, "Identifier", "tls:t13d");
    EvidencePriors other = of("shared-identifier", Facet.CLIENT, "Identifier", "badge:7");
    assertThat(device.maxBits()).isGreaterThan(other.maxBits());
    assertThat(tls.maxBits()).isLessThan(other.maxBits());
  }

  @Test
  void aDetectorThatIsNotKnownIsWorthWhatItsFacetIs() {
    EvidencePriors card = of("shared-instrument", Facet.PAYMENT, "PaymentInstrument", "pi-1");
    EvidencePriors added = of("added-later", Facet.PAYMENT, "PaymentInstrument", "pi-1");
    assertThat(added.maxBits()).isGreaterThan(0).isLessThan(card.maxBits());
  }

  @Test
  void noKindOfEvidenceAloneBeatsThePriorOfTwentyThousandOwners() {
    // log2(20,000) = 14.3: so that two facets are always needed there
    assertThat(of("shared-instrument", Facet.PAYMENT, "PaymentInstrument", "p").bits(2, 20_000))
        .isLessThan(EvidencePriors.log2(20_000));
    assertThat(of("shared-prompt-family", Facet.PROMPT, "PromptFamily", "f").bits(2, 20_000))
        .isLessThan(EvidencePriors.log2(20_000));
  }

  @Test
  void refusesProbabilitiesThatAreNone() {
    assertThatThrownBy(() -> new EvidencePriors(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EvidencePriors(1.1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EvidencePriors(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EvidencePriors(0.5, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
