package io.iolaus.api.cli;

import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.decision.DecisionKind;
import io.iolaus.cypher.decision.DecisionRow;
import io.iolaus.cypher.decision.DecisionWriter;
import io.iolaus.cypher.decision.Ruling;
import io.iolaus.cypher.decision.RulingOutcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus decide`.
@Command(
    name = "decide",
    description = {
      "Decides about accounts, an account and a cluster, or a cluster; withdraws a decision.",
      "It holds in every later run:",
      "  decide same ACCOUNT ACCOUNT|CLUSTER       one operator's: in one cluster, for review",
      "  decide different ACCOUNT ACCOUNT|CLUSTER  not: never in one cluster",
      "  decide confirmed CLUSTER|ACCOUNT          who is labelled in it is fraudulent",
      "  decide false-positive CLUSTER|ACCOUNT     its accounts are legitimate",
      "  decide unsure ACCOUNT ACCOUNT|CLUSTER     nobody can tell; also of a CLUSTER alone",
      "  decide withdraw DECISION                  as if it had never been taken"
    })
final class DecideCommand implements Callable<Integer> {

  private static final String WITHDRAW = "withdraw";
  private static final String CLUSTER = "c-";
  private static final String ACCOUNT = "account:";

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description = "same, different, unsure, confirmed, false-positive or withdraw.")
  private String what = "";

  @Parameters(
      index = "1..2",
      arity = "1..2",
      paramLabel = "WHOM",
      description = {
        "Accounts, clusters or a decision. What begins with c- is a cluster;",
        "an account that does is written account:c-…"
      })
  private List<String> whom = List.of();

  @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who decides.")
  private String by = "";

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  private String reason = "";

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = {
        "When it was decided, as 2026-06-01T00:00:00Z; default: the graph's own time.",
        "Runs for earlier moments know nothing of it."
      })
  private @Nullable String at;

  @Override
  public Integer call() throws Exception {
    Ruling ruling = what.equals(WITHDRAW) ? null : ruling();
    try (Workspace workspace = Workspace.openExisting(options)) {
      DecisionWriter writer = new DecisionWriter(workspace.driver(), Clock.systemUTC());
      DecisionRow done =
          audit()
              .around(
                  workspace,
                  () ->
                      taken(
                          ruling == null
                              ? writer.withdraw(decision(), by, reason)
                              : writer.take(ruling)));
      Console.say(
          done.named()
              + (ruling == null ? " is withdrawn" : " is taken")
              + ": who is innocent by it is in no cluster from now on, the rest takes effect with"
              + " the next `iolaus detect`");
      System.out.println(done.id());
    }
    return 0;
  }

  private CommandAudit audit() {
    return CommandAudit.of(
        what.equals(WITHDRAW) ? AuditAct.WITHDRAW_DECISION : AuditAct.DECIDE,
        "decision",
        String.join(" ", whom),
        what + ": " + reason,
        by);
  }

  private String decision() {
    if (whom.size() != 1) {
      throw new CommandException(
          "one decision is withdrawn at a time: decide withdraw d-1 --by NAME --reason TEXT");
    }
    return whom.getFirst();
  }

  private Ruling ruling() {
    DecisionKind kind =
        DecisionKind.of(what)
            .orElseThrow(() ->
                new CommandException(
                    "cannot decide "
                        + what
                        + ": it is one of "
                        + DecisionKind.names()
                        + ", or withdraw"));
    List<String> accounts = new ArrayList<>();
    String cluster = null;
    for (String one : whom) {
      if (!one.startsWith(CLUSTER)) {
        accounts.add(one.startsWith(ACCOUNT) ? one.substring(ACCOUNT.length()) : one);
      } else if (cluster != null) {
        throw new CommandException(
            "two clusters are not decided about: name accounts of them, or one of each");
      } else {
        cluster = one;
      }
    }
    return new Ruling(
        kind, by, reason, accounts, cluster, at == null ? null : Moments.of("--at", at));
  }

  private static DecisionRow taken(RulingOutcome outcome) {
    return switch (outcome) {
      case RulingOutcome.Taken(DecisionRow decision) -> decision;
      case RulingOutcome.Unknown unknown -> throw new CommandException(unknown.text());
      case RulingOutcome.Contradicted contradicted ->
          throw new CommandException(contradicted.text());
      case RulingOutcome.AlreadyWithdrawn(DecisionRow decision) ->
          throw new CommandException(decision.id() + " was " + decision.remark() + " before");
    };
  }
}
