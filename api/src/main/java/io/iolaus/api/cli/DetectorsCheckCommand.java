package io.iolaus.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `iolaus detectors check`.
@Command(
    name = "check",
    description = {
      "Checks files: front matter, text, the database's plan, and the test cases beside each, in"
          + " an",
      "empty database of their own. Prints what is wrong as FILE:LINE:COLUMN: WHAT; REMEDY.",
      "Says on standard error how many cases pass, and whether it can be run for some accounts",
      "alone. Exit status 1 where anything is wrong."
    })
final class DetectorsCheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "A detector's .cypher file.")
  private List<String> files = List.of();

  @Override
  public Integer call() {
    List<String> wrong = new ArrayList<>();
    try (DetectorChecking checking = new DetectorChecking()) {
      for (String file : files) {
        checking.check(file, problem -> wrong.add(problem.toString()));
      }
    }
    wrong.forEach(System.out::println);
    System.out.flush();
    return wrong.isEmpty() ? 0 : 1;
  }
}
