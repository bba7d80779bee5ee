package io.iolaus.api.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs one command line and gives its exit status: 0, 1 where something failed, 2 for a wrong
/// command line, and what the commands add.
public final class Program {

  static final int FAILED = 1;

  private Program() {}

  public static int run(String... args) {
    quietLogs();
    PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    IolausCommand command = new IolausCommand();
    CommandLine line =
        new CommandLine(command)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setErr(errors)
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setParameterExceptionHandler(Program::wrongCommandLine)
            .setExecutionExceptionHandler(failed());
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) { // no exception: no handler hears of it
      errors.println("iolaus: " + Failures.explain(e, command.homePath()));
      return FAILED;
    }
  }

  /// Standard output is for data alone.
  private static void quietLogs() {
    System.setProperty("logback.configurationFile", "io/iolaus/api/cli/logback-cli.xml");
  }

  private static int wrongCommandLine(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("iolaus: " + e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      command
          .getErr()
          .println("Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?");
    }
    command.getErr().println("Try `" + command.getCommandSpec().qualifiedName() + " --help`.");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static IExecutionExceptionHandler failed() {
    return (e, command, parsed) -> {
      IolausCommand options =
          command.getCommandSpec().root().userObject() instanceof IolausCommand r
              ? r
              : new IolausCommand();
      if (options.debug()) {
        e.printStackTrace(command.getErr());
      }
      command.getErr().println("iolaus: " + Failures.explain(e, options.homePath()));
      return FAILED;
    };
  }
}
