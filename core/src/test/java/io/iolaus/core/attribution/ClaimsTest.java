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
