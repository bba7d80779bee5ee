package io.iolaus.api.cli;

import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.read.View;
import io.iolaus.cypher.report.ClusterReport;
import io.iolaus.cypher.report.ClusterReportReader;
import io.iolaus.cypher.suppression.Scope;
import io.iolaus.cypher.suppression.SuppressionReader;
import io.iolaus.sharing.stix.Contributor;
import io.iolaus.sharing.stix.ExportOutcome;
import io.iolaus.sharing.stix.StixExport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus export`.
@Command(
    name = "export",
    description = {
      "Writes a STIX 2.1 bundle about one cluster that may leave the house:",
      "counts in ranges and networks only, nothing personal."
    })
final class ExportCommand implements Callable<Integer> {

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Parameters(paramLabel = "CLUSTER", description = "Id of the cluster.")
  private String cluster = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write; standard output where none is named.")
  private @Nullable Path out;

  @Option(
      names = "--contributor",
      paramLabel = "NAME",
      description = "Who the bundle says it comes from; by default it does not say.")
  private @Nullable String contributor;

  @Mixin private MomentOptions moments = new MomentOptions();

  @Override
  public Integer call() throws Exception {
    options.format(OutputFormat.STIX);
    View view = moments.view();
    String bundle;
    try (Workspace workspace = Workspace.openExisting(options)) {
      new SuppressionReader(workspace.driver(), Clock.systemUTC())
          .of(new Scope.Cluster(cluster))
          .ifPresent(row -> {
            throw new CommandException(
                "nothing is exported: %s suppressed %s until %s (%s): `iolaus suppressions end %s`"
                    .formatted(row.owner(), cluster, row.expiresAt(), row.reason(), row.id()));
          });
      ClusterReport report =
          new ClusterReportReader(workspace.driver())
              .one(cluster, StixExport.LEAST_ACCOUNTS, view)
              .orElseThrow(() -> Hints.noCluster(cluster, view));
      bundle = bundle(new StixExport(workspace.siteSecret(), contributor()).export(report));
      // Before anybody has it.
      CommandAudit.of(AuditAct.EXPORT, "cluster", cluster).record(workspace);
    }
    if (out == null) {
      System.out.print(bundle);
      System.out.flush();
    } else {
      Files.writeString(out, bundle);
      Console.say("wrote " + out);
    }
    return 0;
  }

  private Contributor contributor() {
    return contributor == null ? Contributor.UNDISCLOSED : new Contributor(contributor);
  }

  private static String bundle(ExportOutcome outcome) {
    return switch (outcome) {
      case ExportOutcome.Bundle made -> made.json();
      case ExportOutcome.Refused refused ->
          throw new CommandException("nothing is exported: " + refused.reason());
    };
  }
}
