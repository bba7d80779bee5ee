package io.iolaus.api;

import io.iolaus.api.cli.Program;

/// Where the program begins.
public final class Iolaus {

  private Iolaus() {}

  public static void main(String[] args) {
    System.exit(Program.run(args));
  }
}
