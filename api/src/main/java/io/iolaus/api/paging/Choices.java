package io.iolaus.api.paging;

import io.iolaus.api.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Parameters that take one of a few words.
public final class Choices {
  private Choices() {}

  /// The value that goes by the text, `otherwise` for none.
  ///
  /// @throws ProblemException 400 that names the parameter and what it may be
  public static <T> T choose(
      String parameter, @Nullable String text, T[] values, Function<T, String> name, T otherwise) {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    return Arrays.stream(values)
        .filter(v -> name.apply(v).equals(text))
        .findFirst()
        .orElseThrow(() -> bad(parameter, text, Arrays.stream(values).map(name).toList()));
  }

  /// Whether to sort downwards.
  public static boolean descending(@Nullable String order, boolean otherwise) {
    return choose("order", order, new Boolean[] {true, false}, d -> d ? "desc" : "asc", otherwise);
  }

  private static ProblemException bad(String parameter, String text, List<String> names) {
    return ProblemException.badParameter(
        parameter
            + " must be one of "
            + names.stream().collect(Collectors.joining(", "))
            + ", was "
            + text);
  }
}
