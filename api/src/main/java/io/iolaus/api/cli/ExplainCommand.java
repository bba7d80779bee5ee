package io.iolaus.api.cli;

import io.iolaus.api.cli.output.ExplanationText;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.core.audit.AuditAct;
import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.explain.ExplanationReader;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;

/// `iolaus explain`.
@Command(
    name = "explain",
    description = {
      "Says why an account is in its cluster and what would free it, or what keeps it out;",
      "what ties a cluster; and what a cluster would be without something it shares.",
      "In sentences; with --format ndjson in figures, one JSON object."
    })
final class ExplainCommand implements Callable<Integer> {

  private static final String ACCOUNT = "account:";

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Parameters(
      index = "0",
      paramLabel = "CLUSTER|account:ID",
      description = "A cluster, or an account wherever it is.")
  private String what = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ACCOUNT",
      description = "An account: why it is in that cluster, or is not.")
  private @Nullable String account;

  @Option(
      names = "--ignoring",
      paramLabel = "TYPE:ID",
      description = {
        "Preview the cluster without something shared, as ip:203.0.113.7: runs detection and",
        "writes nothing of it; may be given several times."
      })
  private List<String> ignoring = List.of();

  @Override
  public Integer call() throws Exception {
    OutputFormat format = options.format(OutputFormat.TABLE, OutputFormat.NDJSON);
    List<EntityRef> things = ignoring.stream().map(EntityRef::parse).toList();
    if (!things.isEmpty() && (account != null || what.startsWith(ACCOUNT))) {
      throw new CommandException("--ignoring is about a whole cluster: leave out the account");
    }
    try (Workspace workspace = Workspace.openExisting(options)) {
      Hints.ofTheLatestRun(workspace);
      boolean cluster = account == null && !what.startsWith(ACCOUNT);
      CommandAudit.of(
              things.isEmpty() ? AuditAct.READ_EXPLANATION : AuditAct.PREVIEW,
              cluster ? "cluster" : "account",
              account == null ? what : account)
          .record(workspace);
      Object explanation =
          things.isEmpty()
              ? explanation(workspace)
              : new Detecting(workspace).preview(what, things);
      System.out.print(
          format == OutputFormat.NDJSON
              ? JsonMapper.shared().writeValueAsString(explanation) + "\n"
              : ExplanationText.of(explanation));
      System.out.flush();
    }
    return 0;
  }

  private Object explanation(Workspace workspace) {
    ExplanationReader explanations = new ExplanationReader(workspace.driver());
    if (what.startsWith(ACCOUNT)) {
      String id = what.substring(ACCOUNT.length());
      return explanations.account(id).orElseThrow(() -> noAccount(id));
    }
    if (account == null) {
      return explanations.cluster(what).orElseThrow(() -> noCluster(what));
    }
    String id = account.startsWith(ACCOUNT) ? account.substring(ACCOUNT.length()) : account;
    return explanations
        .membership(what, id)
        .orElseThrow(() -> explanations.knows(id) ? noCluster(what) : noAccount(id));
  }

  private static CommandException noAccount(String id) {
    return new CommandException("there is no account " + id);
  }

  static CommandException noCluster(String id) {
    return new CommandException(
        "there is no cluster "
            + id
            + " now: `iolaus clusters` lists those there are; an account is written account:ID");
  }
}
