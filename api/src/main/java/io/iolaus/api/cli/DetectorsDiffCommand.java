package io.iolaus.api.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.iolaus.cypher.detector.DetectorDraft;
import io.iolaus.cypher.detector.SiteDetectors;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `iolaus detectors diff`.
@Command(
    name = "diff",
    description = {
      "Prints how a detector's file differs from another version of it, tests included.",
      "Exit status 1 where it does, as of diff."
    })
final class DetectorsDiffCommand implements Callable<Integer> {

  private static final int CONTEXT = 3;

  @ParentCommand private DetectorsCommand detectors = new DetectorsCommand();

  @Parameters(
      index = "0",
      paramLabel = "ID[@VERSION]",
      description = "Without VERSION: the one in use.")
  private String name = "";

  @Parameters(index = "1", paramLabel = "FILE|@VERSION", description = "What to compare with.")
  private String other = "";

  @Override
  public Integer call() throws IOException {
    DetectorName before = DetectorName.of(name);
    try (Workspace workspace = Workspace.openExisting(detectors.options())) {
      SiteDetectors site = new SiteDetectors(workspace.driver());
      DetectorDraft old = before.draft(site);
      DetectorDraft now =
          other.startsWith("@")
              ? DetectorName.of(before.id() + other).draft(site)
              : DetectorName.file(other);
      int lines =
          print(old.id(), now.id(), ".cypher", old.text(), now.text())
              + print(old.id(), now.id(), ".test.yml", old.tests(), now.tests());
      System.out.flush();
      return lines == 0 ? 0 : 1;
    }
  }

  private static int print(String before, String after, String ending, String old, String now) {
    List<String> lines = old.lines().toList();
    List<String> difference =
        UnifiedDiffUtils.generateUnifiedDiff(
            before + ending,
            after + ending,
            lines,
            DiffUtils.diff(lines, now.lines().toList()),
            CONTEXT);
    difference.forEach(System.out::println);
    return difference.size();
  }
}
