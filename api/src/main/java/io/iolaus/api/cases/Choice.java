package io.iolaus.api.cases;

import io.iolaus.api.problem.ProblemException;
import io.iolaus.api.problem.Words;
import java.util.Map;

/// Fields of bodies that take one of a few words.
final class Choice {
  private Choice() {}

  /// What a field says.
  ///
  /// @param choices all there are
  /// @throws ProblemException 400 that names them
  static <T extends Enum<T>> T of(String field, String text, T[] choices) {
    Map<String, Object> words = Words.of(choices[0].getDeclaringClass());
    for (T choice : choices) {
      if (choice.equals(words.get(text))) {
        return choice;
      }
    }
    throw ProblemException.badParameter(
        "%s must be one of %s, was %s".formatted(field, String.join(", ", words.keySet()), text));
  }
}
