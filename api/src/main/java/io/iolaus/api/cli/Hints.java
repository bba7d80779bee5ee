package io.iolaus.api.cli;

import io.iolaus.cypher.read.View;
import io.iolaus.cypher.run.RunReader;

/// What a person may have forgotten.
final class Hints {

  private Hints() {}

  /// What is said to who names a cluster that is not there.
  static CommandException noCluster(String id, View view) {
    return new CommandException(
        view.isNow()
            ? "there is no cluster " + id + " now: `iolaus clusters` lists those there are"
            : "there was no cluster %s %s: `iolaus lineage %s` tells when runs found it"
                .formatted(id, view.text(), id));
  }

  static void whenNothingWasDetected(Workspace workspace) {
    if (new RunReader(workspace.driver()).runs(1, null).items().isEmpty()) {
      Console.say("nothing was detected in this home yet: run `iolaus detect`");
    }
  }
}
