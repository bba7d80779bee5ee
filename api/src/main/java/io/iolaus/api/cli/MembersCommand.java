package io.iolaus.api.cli;

import io.iolaus.api.cli.output.MemberTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.suppression.Suppressed;
import java.io.IOException;
import java.io.PrintStream;
import picocli.CommandLine.Command;

/// `iolaus members`.
@Command(
    name = "members",
    description = "Prints the accounts that are in a cluster, one a row, in byte order of ids.")
final class MembersCommand extends ListingCommand {

  @Override
  void record(Workspace workspace) {
    CommandAudit.of(AuditAct.READ_MEMBERS, "", "").record(workspace);
  }

  @Override
  void print(
      ClusterReader clusters, Suppressed left, View view, PrintStream out, OutputFormat format)
      throws IOException {
    MemberTable.print(clusters, left, view, out, format);
  }
}
