package io.iolaus.core.attribution;

import static io.iolaus.core.attribution.World.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.attribution.Attribution.Change;
import io.iolaus.core.attribution.Attribution.Outcome;
import org.junit.jupiter.api.Test;

class SensitivityTest {

  private static Change change(Attribution attribution, boolean added, String lab, String kind) {
    return attribution.changes().stream()
        .filter(c -> c.added() == added && c.organization().equals(lab) && c.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsWhatTheRankingIsWithoutEachPiece() {
    Attribution attribution =
        new World("lab-a").mail("lab-a", range(0, 9)).network("lab-a", range(20, 30)).attribute();
    assertThat(change(attribution, false, "lab-a", "network").outcome())
        .isNotEqualTo(Outcome.NAMED);
    assertThat(change(attribution, false, "lab-a", "email-domain").outcome())
        .isNotEqualTo(Outcome.NAMED);
  }

  @Test
  void tellsWhichMissingEvidenceWouldLeadToAName() {
    Attribution attribution = new World("lab-a").network("lab-a", range(0, 9)).attribute();
    assertThat(attribution.named()).isEmpty();
    Change seats = change(attribution, true, "lab-a", "verified-members");
    assertThat(seats.outcome()).isEqualTo(Outcome.NAMED);
    assertThat(seats.leading()).isEqualTo("lab-a");
    assertThat(seats.confidence()).isGreaterThan(0.9);
  }

  @Test
  void tellsWhatWouldLiftTheRunnerUp() {
    Attribution attribution =
        new World("lab-a", "lab-b")
            .mail("lab-a", range(0, 9))
            .network("lab-a", range(20, 30))
            .network("lab-b", range(40, 50))
            .attribute();
    assertThat(attribution.outcome()).isEqualTo(Outcome.NAMED);
    assertThat(change(attribution, true, "lab-b", "verified-members").outcome())
        .isEqualTo(Outcome.SEVERAL_ORGANIZATIONS);
  }

  @Test
  void takingEvidenceAwayEqualsNeverHavingHadIt() {
    Attribution all =
        new World("lab-a", "lab-b")
            .mail("lab-a", range(0, 9))
            .seats(0, 4, 3)
            .invoice("lab-b", range(40, 60))
            .attribute();
    Attribution without =
        new World("lab-a", "lab-b").mail("lab-a", range(0, 9)).seats(0, 4, 3).attribute();
    Change change = change(all, false, "lab-b", "billing-name");
    assertThat(change.leader()).isEqualTo(without.hypotheses().getFirst().kind());
    assertThat(change.confidence()).isEqualTo(without.hypotheses().getFirst().confidence());
    assertThat(change.outcome()).isEqualTo(without.outcome());
  }
}
