package io.iolaus.simulate.baseline;

import static io.iolaus.simulate.baseline.SmallWorld.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.iolaus.core.prompt.Fingerprints;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// B8.
class NearDuplicatesTest {

  private static final String LONG =
      "You are a patient expert who explains every step of the reasoning before the answer is given"
          + " and never leaves anything out that a careful reader would want to see written down";
  private static final Parameters USUAL =
      all().with("similarity", 0.8).with("cap", 50).with("common", 1);

  @Test
  void nearDuplicatesLinkTheirAccounts() {
    SmallWorld world =
        new SmallWorld()
            .prompt(LONG, "a")
            .prompt(LONG + " today", "b")
            .prompt("Please: " + LONG, "c")
            .prompt("What is the weather like in the capital of the north this week", "x");

    assertThat(world.found(new NearDuplicates(), USUAL)).containsExactly(Set.of("a", "b", "c"));
  }

  @Test
  void filledTemplatesAreMissedAtTheUsualThreshold() {
    String template = "Translate the sentence %s into %s and explain the reasons for every choice";
    SmallWorld world =
        new SmallWorld()
            .prompt(template.formatted("the cat sat on a mat", "Finnish"), "a")
            .prompt(template.formatted("rain is falling in town", "Polish"), "b")
            .prompt(template.formatted("nobody knew what to say", "Greek"), "c");

    assertThat(world.found(new NearDuplicates(), USUAL)).isEmpty();
  }

  @Test
  void whatEverybodySendsLinksNobody() {
    SmallWorld world = new SmallWorld().prompt(LONG, SmallWorld.many("a", 60));

    assertThat(world.found(new NearDuplicates(), USUAL)).isEmpty();
  }

  @Test
  void fingerprintsStandForTexts() {
    SiteSecret secret = SiteSecret.of(new byte[SiteSecret.KEY_BYTES]);
    String fingerprint = new Fingerprints(secret).encode(new PromptSketcher(secret).sketch(LONG));
    SmallWorld world = new SmallWorld();
    for (String account : new String[] {"a", "b", "c"}) {
      world.exchange(account, "2026-05-02T10:00:00Z", "'fingerprint':'%s'".formatted(fingerprint));
    }

    assertThat(world.found(new NearDuplicates(), USUAL)).hasSize(1);
  }

  @Test
  void signaturesEstimateTheJaccardSimilarity() {
    StringBuilder left = new StringBuilder();
    StringBuilder right = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      left.append(" word").append(i);
      right.append(" word").append(i < 200 ? i : i + 1_000);
    }
    // 196 of 396 runs of five words are common.
    assertThat(MinHash.similarity(MinHash.of(left.toString()), MinHash.of(right.toString())))
        .isCloseTo(196.0 / 396, within(0.15));
  }
}
