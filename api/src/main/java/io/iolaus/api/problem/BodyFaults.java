package io.iolaus.api.problem;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says of a body that cannot be read where the fault is and what may stand there, and nothing of
/// what stands there: it may be a secret.
final class BodyFaults {
  private BodyFaults() {}

  static String told(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof JacksonException fault) {
        return told(fault);
      }
    }
    return "The body is missing, or cannot be read";
  }

  private static String told(JacksonException fault) {
    return switch (fault) {
      case StreamReadException broken -> "The body is no valid JSON" + at(broken.getLocation());
      case UnrecognizedPropertyException unknown ->
          place(unknown)
              + " is not known here; known are "
              + unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", "));
      case MismatchedInputException other ->
          place(other) + " must be " + expected(other.getTargetType()) + at(other.getLocation());
      default -> place(fault) + " cannot be read" + at(fault.getLocation());
    };
  }

  private static String place(JacksonException fault) {
    String path =
        fault.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getPropertyName())
            .collect(Collectors.joining());
    return path.isEmpty() ? "The body" : path.startsWith(".") ? path.substring(1) : path;
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "of another kind";
    }
    if (type.isEnum()) {
      return "one of " + String.join(", ", Words.of(type).keySet());
    }
    if (type == java.time.Instant.class) {
      return "a time, as 2026-06-01T00:00:00Z";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    if (type == String.class) {
      return "a text";
    }
    return Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  private static String at(@Nullable TokenStreamLocation where) {
    return where == null || where.getLineNr() < 1
        ? ""
        : ", at line " + where.getLineNr() + ", column " + where.getColumnNr();
  }
}
