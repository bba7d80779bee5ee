package io.iolaus.api.cli.output;

/// Keeps spreadsheets from taking what strangers wrote for a formula.
///
/// OWASP, "CSV Injection": a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end is a
/// formula to some program, as are the full-width forms of these signs.
final class Formulas {

  private static final String SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private Formulas() {}

  /// The text, behind an apostrophe where it begins like a formula. A dash alone, which stands for
  /// nothing, is left as it is.
  static String neutral(String text) {
    return !text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0 && !text.equals("-")
        ? "'" + text
        : text;
  }
}
