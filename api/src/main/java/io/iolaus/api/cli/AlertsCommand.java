package io.iolaus.api.cli;

import io.iolaus.api.alert.ChannelCheck;
import io.iolaus.api.cli.output.AlertTable;
import io.iolaus.api.cli.output.OutputFormat;
import io.iolaus.cypher.alert.Alert;
import io.iolaus.cypher.alert.AlertReader;
import io.iolaus.cypher.read.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `iolaus alerts`.
@Command(
    name = "alerts",
    description = {
      "Prints the alerts that were raised, the earliest first, and what became of them on the way",
      "out. A server with the role detect raises them. `alerts test` tries each way out."
    })
final class AlertsCommand implements Callable<Integer> {

  private static final int PAGE = 500;

  @ParentCommand private IolausCommand options = new IolausCommand();

  @Option(names = "--failed", description = "Only those with a message that was given up.")
  private boolean failed;

  @Override
  public Integer call() throws Exception {
    OutputFormat format = options.format(OutputFormat.CSV, OutputFormat.NDJSON, OutputFormat.TABLE);
    try (Workspace workspace = Workspace.openExisting(options)) {
      AlertTable.print(all(new AlertReader(workspace.driver())), System.out, format);
    }
    return 0;
  }

  private List<Alert> all(AlertReader reader) {
    @Nullable String state = failed ? "failed" : null;
    List<Alert> alerts = new ArrayList<>();
    Page<Alert> page = reader.page(null, state, PAGE, null);
    alerts.addAll(page.items());
    while (page.next() != null) {
      page = reader.page(null, state, PAGE, page.next());
      alerts.addAll(page.items());
    }
    return alerts.reversed();
  }

  @Command(
      name = "test",
      description = {
        "Sends a test alert through each channel that the environment names, and says what came of",
        "it. Nothing is kept of it."
      })
  int test() throws InterruptedException {
    List<ChannelCheck.Result> results;
    try {
      results = ChannelCheck.send(options.home());
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()), e);
    }
    if (results.isEmpty()) {
      throw new CommandException(
          "alerts leave by no channel: set IOLAUS_ALERTS_WEBHOOK_URL or IOLAUS_ALERTS_MAIL_HOST");
    }
    for (ChannelCheck.Result result : results) {
      Console.say(
          result.channel()
              + " "
              + result.target()
              + ": "
              + (result.sent() ? "sent" : result.problem()));
    }
    return results.stream().allMatch(ChannelCheck.Result::sent) ? 0 : Program.FAILED;
  }
}
