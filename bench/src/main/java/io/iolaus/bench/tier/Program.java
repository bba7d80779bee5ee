package io.iolaus.bench.tier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The program, run by its script as people do.
public final class Program {

  private final String script;

  /// @param script that starts it
  public Program(Path script) {
    this.script = script.toAbsolutePath().toString();
  }

  /// Runs it to its end.
  ///
  /// @throws IOException if it does not end well
  public void run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script));
    command.addAll(List.of(arguments));
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException(String.join(" ", command) + " ended with status " + status);
    }
  }

  /// Generates the population of a tier (`S`, `M`, `L`).
  public void simulate(String tier, Path events) throws IOException, InterruptedException {
    run(
        "simulate",
        "--scenario",
        "proving",
        "--level",
        "2",
        "--seed",
        "2",
        "--scale",
        tier,
        "--out",
        events.toString());
  }
}
