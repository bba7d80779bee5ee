package io.iolaus.simulate.baseline;

import static io.iolaus.simulate.baseline.SmallWorld.all;
import static io.iolaus.simulate.baseline.SmallWorld.many;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// B1, B2 and B3.
class IdentifierBaselinesTest {

  private static final Parameters LOCATED = all().with("kinds", "located");

  /// Three accounts on one card, three on another, and a gateway on which one of each meets.
  private static SmallWorld bridged() {
    return new SmallWorld()
        .card("one", "a1", "a2", "a3")
        .card("two", "b1", "b2", "b3")
        .address("203.0.113.7", "a1", "b1", "x1", "x2", "x3", "x4");
  }

  @Test
  void plainComponentsRunThroughEveryGateway() {
    assertThat(bridged().found(SharedIdentifiers.plain(), LOCATED))
        .containsExactly(Set.of("a1", "a2", "a3", "b1", "b2", "b3", "x1", "x2", "x3", "x4"));
  }

  @Test
  void degreeCapCutsTheGatewayOut() {
    assertThat(bridged().found(SharedIdentifiers.capped(), LOCATED.with("cap", 5)))
        .containsExactlyInAnyOrder(Set.of("a1", "a2", "a3"), Set.of("b1", "b2", "b3"));
  }

  @Test
  void degreeCapLosesACardThatManyShare() {
    SmallWorld world = new SmallWorld().card("one", many("a", 6));

    assertThat(world.found(SharedIdentifiers.capped(), LOCATED.with("cap", 5))).isEmpty();
  }

  @Test
  void kindsThatAreNotAskedForDoNotCount() {
    SmallWorld world = new SmallWorld().identifier("referrer", "link", "a", "b", "c");

    assertThat(world.found(SharedIdentifiers.plain(), LOCATED)).isEmpty();
    assertThat(world.found(SharedIdentifiers.plain(), all().with("kinds", "any"))).hasSize(1);
  }

  @Test
  void groupsBelowTheLeastSizeAreNotFound() {
    assertThat(
            bridged()
                .found(
                    SharedIdentifiers.capped(), LOCATED.with("cap", 5).with(Parameters.LEAST, 4)))
        .isEmpty();
  }

  @Test
  void flaggedAccountMakesAGroupFound() {
    SmallWorld world = bridged().suspended("b2");

    assertThat(
            world.found(
                SharedIdentifiers.capped(), LOCATED.with("cap", 5).with(Parameters.FLAGGED, "yes")))
        .containsExactly(Set.of("b1", "b2", "b3"));
  }

  @Test
  void vouchedSeatsAreNeverFound() {
    SmallWorld world =
        new SmallWorld()
            .line("{'type':'organization','id':'firm','name':'Firm','kind':'company'}")
            .card("one", "a", "b", "c", "d");
    for (String seat : new String[] {"a", "b"}) {
      world.line(
          "{'type':'account','id':'%s','createdAt':'2026-05-01T08:00:00Z','organization':'firm','verified':true}"
              .formatted(seat));
    }

    assertThat(world.found(SharedIdentifiers.plain(), LOCATED)).isEmpty();
  }

  @Test
  void peerToPeerRuleNeedsTwoFurtherIdentifiers() {
    Parameters rule = all().with("holders", 10).with("further", 2);
    SmallWorld world =
        new SmallWorld()
            .card("one", "a1", "a2", "a3", "x")
            .identifier("device", "d", "a1", "a2", "a3")
            .address("203.0.113.7", "a1", "a2", "a3", "x");

    // x shares a card and an address, which is one identifier too few.
    assertThat(world.found(new PeerToPeerRule(), rule)).containsExactly(Set.of("a1", "a2", "a3"));
    assertThat(world.found(new PeerToPeerRule(), rule.with("further", 1)))
        .containsExactly(Set.of("a1", "a2", "a3", "x"));
  }

  @Test
  void peerToPeerRuleDoesNotStartFromACardOfTooMany() {
    Parameters rule = all().with("holders", 10).with("further", 2);
    String[] ring = many("a", 11);
    SmallWorld world =
        new SmallWorld()
            .card("one", ring)
            .identifier("device", "d", ring)
            .address("203.0.113.7", ring);

    assertThat(world.found(new PeerToPeerRule(), rule)).isEmpty();
    assertThat(world.found(new PeerToPeerRule(), rule.with("holders", 20))).hasSize(1);
  }
}
