package io.iolaus.core.cases;

/// What an attachment is called where it is downloaded to.
public final class AttachmentName {

  private static final int MAX = 120;

  /// What file systems take for something else than a part of a name.
  private static final String SPECIAL = "<>:\"|?*%";

  private AttachmentName() {}

  /// A name that is safe wherever it is written: the last part of a path, without characters that
  /// steer, hide or mean something to a file system; `attachment` where nothing is left.
  public static String safe(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    StringBuilder name = new StringBuilder();
    last.codePoints()
        .filter(AttachmentName::shows)
        .limit(MAX)
        .forEach(c -> name.appendCodePoint(SPECIAL.indexOf(c) >= 0 ? '_' : c));
    // Dots and blanks at the ends hide files, or are dropped by some systems.
    String safe = name.toString().replaceAll("^[.\\s]+|[.\\s]+$", "");
    return safe.isEmpty() ? "attachment" : safe;
  }

  private static boolean shows(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
