package io.iolaus.api.cli;

import io.iolaus.cypher.read.View;
import io.iolaus.cypher.run.DetectionRun;
import io.iolaus.cypher.run.RunReader;
import java.util.List;

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

  static void ofTheLatestRun(Workspace workspace) {
    List<DetectionRun> latest = new RunReader(workspace.driver()).runs(1, null).items();
    if (latest.isEmpty()) {
      Console.say("nothing was detected in this home yet: run `iolaus detect`");
    }
    for (DetectionRun run : latest) {
      if ("partial".equals(run.status())) {
        Console.say(
            run.id()
                + " is partial, clusters may be missing or too small: "
                + String.join("; ", run.unfinished()));
      }
    }
  }
}
