package io.iolaus.core.event;

/// Makes the names of unknown fields fit to be shown: a careless producer may have put anything
/// there.
final class FieldNames {

  private static final int LONGEST = 64;

  private FieldNames() {}

  static String shown(String name) {
    if (Field.named(name) != null) {
      return name;
    }
    if (CardNumbers.is(name) || CardNumbers.in(name)) {
      return "(card number)";
    }
    StringBuilder out = new StringBuilder();
    name.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || isSurrogate(c) ? '?' : c)
        .forEach(out::appendCodePoint);
    if (out.length() < name.length()) {
      out.append('…');
    }
    return out.toString();
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
