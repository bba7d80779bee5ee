package io.iolaus.api.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `iolaus detectors`: the life of a detector.
@Command(
    name = "detectors",
    description = {
      "Lists detectors, checks a file, tests it on the past, publishes and retires it.",
      "How to write one: docs/detectors.md."
    },
    subcommands = {
      DetectorsListCommand.class,
      DetectorsShowCommand.class,
      DetectorsCheckCommand.class,
      DetectorsDiffCommand.class,
      DetectorsBacktestCommand.class,
      DetectorsPublishCommand.class,
      DetectorsRetireCommand.class
    })
final class DetectorsCommand implements Runnable {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  IolausCommand options() {
    return options;
  }
}
