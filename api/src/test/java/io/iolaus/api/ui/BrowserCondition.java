package io.iolaus.api.ui;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// What {@link BrowserTest} does.
final class BrowserCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<Path> chromium = Programs.chromium();
    Optional<Path> node = Programs.node();
    if (chromium.isPresent() && node.isPresent()) {
      return ConditionEvaluationResult.enabled("browser: " + chromium.get());
    }
    String missing =
        chromium.isEmpty()
            ? "no Chromium on the PATH (apt-get install chromium fonts-dejavu-core)"
            : "no Node.js on the PATH (apt-get install nodejs)";
    if (required()) {
      throw new IllegalStateException("The browser test is required here, and there is " + missing);
    }
    System.err.printf(
        "%n*** SKIPPED %s: %s ***%n%n", context.getRequiredTestClass().getSimpleName(), missing);
    return ConditionEvaluationResult.disabled(missing);
  }

  private static boolean required() {
    return "true".equals(System.getenv("CI"))
        || "required".equals(System.getProperty("iolaus.browser"));
  }
}
