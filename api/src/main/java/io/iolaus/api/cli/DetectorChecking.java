package io.iolaus.api.cli;

import io.iolaus.cypher.database.ScratchDatabase;
import io.iolaus.cypher.detector.DetectorCases;
import io.iolaus.cypher.detector.DetectorDraft;
import io.iolaus.cypher.detector.DetectorProblem;
import io.iolaus.cypher.detector.InvalidDetectorsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Checks detectors' files, with an empty database that is started for the first one that parses.
final class DetectorChecking implements AutoCloseable {

  private @Nullable ScratchDatabase scratch;

  /// A file, read, and how many cases it passed; null where something is wrong with it.
  record Checked(DetectorDraft draft, int cases) {}

  @Nullable Checked check(String file, Consumer<DetectorProblem> problems) {
    DetectorDraft draft;
    try {
      draft = DetectorName.file(file);
    } catch (InvalidDetectorsException e) {
      e.problems().forEach(problems);
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (scratch == null) {
      scratch = ScratchDatabase.open(Console::say);
    }
    List<DetectorProblem> ofPlan = draft.problems(scratch.driver(), file);
    if (!ofPlan.isEmpty()) {
      ofPlan.forEach(problems);
      return null;
    }
    String tests = file.replaceFirst("\\.cypher$", ".test.yml");
    DetectorCases.Outcome outcome = new DetectorCases(scratch.driver()).run(draft, tests);
    outcome.problems().forEach(problems);
    if (!outcome.problems().isEmpty()) {
      return null;
    }
    Console.say(
        draft.id()
            + ": all right, "
            + outcome.cases()
            + (outcome.cases() == 1 ? " case passes" : " cases pass")
            + (outcome.unweighed() == 0
                ? ""
                : "; bits: of " + outcome.unweighed() + " is not looked at here"));
    Console.say(DetectorName.forSomeAccounts(draft.file()));
    return new Checked(draft, outcome.cases());
  }

  @Override
  public void close() {
    if (scratch != null) {
      scratch.close();
    }
  }
}
