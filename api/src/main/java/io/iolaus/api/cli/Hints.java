package io.iolaus.api.cli;

import io.iolaus.cypher.run.RunReader;

/// What a person may have forgotten.
final class Hints {

  private Hints() {}

  static void whenNothingWasDetected(Workspace workspace) {
    if (new RunReader(workspace.driver()).runs(1, null).items().isEmpty()) {
      Console.say("nothing was detected in this home yet: run `iolaus detect`");
    }
  }
}
