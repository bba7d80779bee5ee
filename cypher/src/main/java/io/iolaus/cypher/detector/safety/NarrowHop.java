package io.iolaus.cypher.detector.safety;

import org.jspecify.annotations.Nullable;

/// One relationship between a shared thing and what is next to it, as a pattern says it.
///
/// @param towards which way it goes, seen from the thing: `in`, `out`, or `any`
/// @param types as written between the colon and the bracket
/// @param edge its variable
/// @param other the variable of the far end
/// @param label of the far end
record NarrowHop(
    String towards,
    String types,
    @Nullable String edge,
    @Nullable String other,
    @Nullable String label) {

  private static final String WHAT = "the pattern is more than one relationship with a type";
  private static final String REMEDY =
      "write one hop between the shared thing and (a:Account), such as"
          + " (v)<-[r:PAID_WITH]-(a:Account)";

  /// Reads it from either end.
  ///
  /// @param thing the variable of the shared thing
  static NarrowHop read(TokenCursor cursor, String thing) {
    cursor.expect(WHAT, REMEDY, "(");
    boolean first = cursor.takeName(thing);
    End far = first ? new End(null, null) : End.read(cursor);
    cursor.expect(WHAT, REMEDY, ")");
    boolean left = cursor.take("<");
    cursor.expect(WHAT, REMEDY, "-", "[");
    String edge =
        cursor.isSymbol(":") ? null : cursor.word("a relationship has no type", REMEDY).text();
    cursor.expect("a relationship has no type", REMEDY, ":");
    StringBuilder types = new StringBuilder(cursor.word(WHAT, REMEDY).text());
    while (cursor.take("|")) {
      types.append('|').append(cursor.word(WHAT, REMEDY).text());
    }
    cursor.expect(WHAT, REMEDY, "]", "-");
    boolean right = cursor.take(">");
    cursor.expect(WHAT, REMEDY, "(");
    if (first) {
      far = End.read(cursor);
    } else if (!cursor.takeName(thing)) {
      throw cursor.refused("the pattern does not hang on '" + thing + "'", REMEDY);
    }
    cursor.expect(WHAT, REMEDY, ")");
    if (cursor.isSymbol("-") || cursor.isSymbol("<") || cursor.isSymbol(",")) {
      throw cursor.refused("the pattern goes on beyond the account", REMEDY);
    }
    String towards = left == right ? "any" : left == first ? "in" : "out";
    return new NarrowHop(towards, types.toString(), edge, far.variable, far.label);
  }

  /// Whether it is the same relationship, whatever the names.
  boolean isLike(NarrowHop that) {
    return towards.equals(that.towards) && types.equals(that.types);
  }

  private record End(@Nullable String variable, @Nullable String label) {
    static End read(TokenCursor cursor) {
      String variable = null;
      if (!cursor.isSymbol(":") && !cursor.isSymbol(")")) {
        variable = cursor.word(WHAT, REMEDY).text();
      }
      String label = cursor.take(":") ? cursor.word(WHAT, REMEDY).text() : null;
      return new End(variable, label);
    }
  }
}
