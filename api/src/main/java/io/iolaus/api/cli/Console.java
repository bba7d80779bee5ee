package io.iolaus.api.cli;

import io.iolaus.api.cli.progress.Progress;

/// What a command says to the person in front of it: all on standard error.
final class Console {

  private Console() {}

  static void say(String line) {
    System.err.println(line);
  }

  /// Shows how far the work is. Close it before saying anything else.
  static Progress progress() {
    return Progress.to(System.err, onTerminal());
  }

  /// The launcher knows whether standard error is a terminal; Java can only tell of all streams at
  /// once.
  @SuppressWarnings("SystemConsoleNull") // declared nullable, whatever newer JDKs do
  private static boolean onTerminal() {
    String told = System.getProperty("iolaus.terminal");
    if (told != null) {
      return Boolean.parseBoolean(told);
    }
    java.io.Console console = System.console();
    return console != null && console.isTerminal();
  }
}
