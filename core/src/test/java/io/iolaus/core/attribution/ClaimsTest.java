package io.iolaus.core.attribution;

import static io.iolaus.core.attribution.World.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.attribution.Claims.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  private static World network() {
    return new World("lab-a").network("lab-a", range(0, 20));
  }

  private static double confidence(World world) {
    return world.attribute().hypotheses().stream()
        .filter(h -> h.kind() == Hypothesis.Kind.ORGANIZATION)
        .mapToDouble(Hypothesis::confidence)
        .max()
        .orElse(0);
  }

  private static List<Status> statuses(World world) {
    return world.attribute().statements().stream().map(Attribution.Statement::status).toList();
  }

  @Test
  void aWithdrawnClaimIsAsIfNeverMade() {
    World withdrawn =
        network().claim("lab-a", "operates", "a", 1).claim("lab-a", "withdraws", "a", 2);
    assertThat(withdrawn.attribute().hypotheses()).isEqualTo(network().attribute().hypotheses());
    assertThat(statuses(withdrawn)).containsExactly(Status.WITHDRAWN, Status.WITHDRAWN);
    // what another said stands
    World other = network().claim("lab-a", "operates", "b", 1).claim("lab-a", "withdraws", "a", 2);
    assertThat(confidence(other)).isGreaterThan(confidence(network()));
  }

  @Test
  void whoTakesBackWithoutSayingWhatTakesBackAll() {
    World withdrawn =
        network().claim("lab-a", "operates", "a", 1).unplaced("lab-a", "withdraws", "a", 2);
    assertThat(withdrawn.attribute().hypotheses()).isEqualTo(network().attribute().hypotheses());
    assertThat(statuses(withdrawn)).containsOnly(Status.WITHDRAWN);
  }

  @Test
  void aDenialCountsAgainstAndThatOfTheAccusedNextToNothing() {
    double alleged = confidence(network().claim("lab-a", "operates", "a", 1));
    double denied =
        confidence(
            network().claim("lab-a", "operates", "a", 1).claim("lab-a", "denies", "lab-a", 2));
    double deniedByOthers =
        confidence(network().claim("lab-a", "operates", "a", 1).claim("lab-a", "denies", "b", 2));
    assertThat(denied).isLessThan(alleged).isGreaterThan(deniedByOthers);
    assertThat(deniedByOthers).isGreaterThan(confidence(network()));
  }

  @Test
  void whatIsDeniedIsDisputedAndNeverAFact() {
    World world = network().claim("lab-a", "operates", "a", 1).claim("lab-a", "denies", "lab-a", 2);
    assertThat(statuses(world)).containsExactly(Status.DISPUTED, Status.DISPUTED);
    assertThat(statuses(network().claim("lab-a", "operates", "a", 1)))
        .containsExactly(Status.ALLEGED);
    assertThat(statuses(network().claim("lab-a", "confirms", "lab-a", 1)))
        .containsExactly(Status.CONFIRMED);
    // a third party confirms nothing
    assertThat(statuses(network().claim("lab-a", "confirms", "a", 1)))
        .containsExactly(Status.ALLEGED);
  }

  @Test
  void ofOneAsserterTheLatestStatementStands() {
    World turned = network().claim("lab-a", "operates", "a", 1).claim("lab-a", "denies", "a", 2);
    assertThat(confidence(turned)).isLessThan(confidence(network()));
    assertThat(turned.attribute().statements().getFirst().status()).isEqualTo(Status.WITHDRAWN);
  }

  @Test
  void whatIsSaidOfACampaignOfThatTimeSpeaksForWhomTracesPointTo() {
    World campaign = campaigns("operates", "a", 1);
    assertThat(confidence(campaign)).isGreaterThan(confidence(other()));
    assertThat(campaign.attribute().statements())
        .singleElement()
        .satisfies(said -> assertThat(said.campaign()).isEqualTo("spring"));
    // before it began, or denied by a third party, it says nothing
    assertThat(confidence(campaigns("operates", "a", -1))).isEqualTo(confidence(other()));
    assertThat(confidence(campaigns("operates", "a", 1).campaign("lab-a", "denies", "b", 2)))
        .isEqualTo(confidence(other()));
    // often is once, and a claim about this very cluster is not heard twice
    assertThat(confidence(campaigns("operates", "a", 1).campaign("lab-a", "operates", "b", 2)))
        .isEqualTo(confidence(campaign));
    assertThat(confidence(campaigns("operates", "a", 1).claim("lab-a", "operates", "a", 1)))
        .isEqualTo(confidence(other().claim("lab-a", "operates", "a", 1)));
  }

  private static World other() {
    return new World("lab-a", "lab-b", "lab-c", "lab-d", "lab-e", "lab-f")
        .network("lab-a", range(0, 20));
  }

  private static World campaigns(String statement, String by, int day) {
    return other().campaign("lab-a", statement, by, day);
  }

  @Test
  void whatIsSaidOfACampaignWithoutTracesIsNoHypothesis() {
    Attribution attribution =
        new World("lab-a", "lab-b").campaign("lab-a", "operates", "a", 1).attribute();
    assertThat(attribution.outcome()).isEqualTo(Attribution.Outcome.NO_EVIDENCE);
    assertThat(attribution.statements()).isEmpty();
  }

  @Test
  void aClaimAloneNamesNobody() {
    World world = new World("lab-a");
    for (int i = 0; i < 20; i++) {
      world.claim("lab-a", "operates", "asserter-" + i, i);
    }
    Attribution attribution = world.attribute();
    assertThat(attribution.named()).isEmpty();
    assertThat(attribution.hypotheses().getFirst().kind()).isEqualTo(Hypothesis.Kind.UNKNOWN);
  }
}
