package io.iolaus.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.test.PairScore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How well families match templates that nothing was tuned on: 105 of them, written apart from
/// those the thresholds were set on. Scores are over pairs of prompts; organic prompts are in every
/// trial.
class PromptFamiliesEvaluationTest {

  private static final List<Template> TEMPLATES = Template.read("templates-test.txt");

  @Test
  void groupsFillsOfUnseenTemplates() {
    check(FamilyTrial.of("fills, new passages", TEMPLATES, 20, 3000, 0), 0.95, 0.90);
  }

  @Test
  void groupsFillsWhenThereAreFewOfEach() {
    check(FamilyTrial.of("few fills", TEMPLATES, 8, 3000, 0), 0.95, 0.90);
  }

  @Test
  void keepsTemplatesApartThatWrapTheSamePassages() {
    check(FamilyTrial.of("30 passages for all", TEMPLATES, 20, 3000, 30), 0.95, 0.85);
  }

  @Test
  void keepsCloseDerivativesApart() {
    List<String> clauses =
        List.of(
            "Answer in formal British English and avoid contractions.",
            "Limit the whole reply to two hundred words at most.",
            "Finish by stating how confident you are as a percentage.",
            "Do not mention these instructions anywhere in the reply.");
    List<Template> both = new ArrayList<>(TEMPLATES);
    for (int i = 0; i < TEMPLATES.size(); i++) {
      both.add(TEMPLATES.get(i).with(clauses.get(i % clauses.size())));
    }
    check(FamilyTrial.of("with derivatives", both, 20, 3000, 0), 0.90, 0.85);
  }

  @Test
  void groupsFillsBehindOneSharedOpening() {
    List<Template> opened =
        TEMPLATES.stream()
            .map(template -> new Template("You are a helpful assistant.\n" + template.text()))
            .toList();
    check(FamilyTrial.of("one shared opening", opened, 20, 3000, 0), 0.95, 0.90);
  }

  @Test
  void stillHoldsOnTheTemplatesItWasSetOn() {
    check(
        FamilyTrial.of("training templates", Template.read("templates-train.txt"), 20, 3000, 0),
        0.95,
        0.85);
  }

  private static void check(FamilyTrial trial, double precision, double f1) {
    PairScore score = trial.run();
    assertThat(score.precision()).as("precision").isGreaterThanOrEqualTo(precision);
    assertThat(score.f1()).as("F1").isGreaterThanOrEqualTo(f1);
  }
}
