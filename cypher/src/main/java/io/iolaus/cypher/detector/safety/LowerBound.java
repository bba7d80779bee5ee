package io.iolaus.cypher.detector.safety;

import io.iolaus.cypher.detector.safety.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `… >= bound`, `… > bound`, or the same from the other side.
///
/// @param of what must be so great
/// @param strict whether it must be greater
/// @param bound a number or a parameter
record LowerBound<T>(T of, boolean strict, Token bound) {
  private static final Set<Kind> BOUNDS = Set.of(Kind.NUMBER, Kind.PARAMETER);

  /// Reads one that takes all of the tokens; null where they are none.
  ///
  /// @param measured reads what must be so great; null where that is not there
  static <T> @Nullable LowerBound<T> read(
      List<Token> tokens, Function<TokenCursor, @Nullable T> measured) {
    TokenCursor cursor = new TokenCursor(tokens);
    Token before = cursor.takeKind(BOUNDS);
    boolean orEqual = false;
    if (before != null) {
      if (!cursor.take("<")) {
        return null;
      }
      orEqual = cursor.take("=");
    }
    T of = measured.apply(cursor);
    if (of == null) {
      return null;
    }
    Token bound = before;
    if (bound == null) {
      if (!cursor.take(">")) {
        return null;
      }
      orEqual = cursor.take("=");
      bound = cursor.takeKind(BOUNDS);
    }
    return bound == null || !cursor.atEnd() ? null : new LowerBound<>(of, !orEqual, bound);
  }

  /// Whether what is as great as this is as great as that, if it is no less.
  boolean implies(LowerBound<?> that) {
    return bound.kind() == that.bound.kind()
        && bound.text().equals(that.bound.text())
        && (strict || !that.strict);
  }
}
