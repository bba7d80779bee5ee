package io.iolaus.api.cli;

import io.iolaus.api.cli.output.MemberTable;
import io.iolaus.api.cli.output.OutputFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `iolaus members`.
@Command(
    name = "members",
    description = "Prints the accounts that are in a cluster, one a row, in byte order of ids.")
final class MembersCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Override
  public Integer call() throws Exception {
    OutputFormat format = options.format(OutputFormat.CSV, OutputFormat.NDJSON, OutputFormat.TABLE);
    try (Workspace workspace = Workspace.openExisting(options)) {
      Hints.whenNothingWasDetected(workspace);
      MemberTable.print(workspace.clusters(), System.out, format);
    }
    return 0;
  }
}
