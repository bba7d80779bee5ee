package io.iolaus.simulate.scoring;

import java.io.IOException;
import java.nio.file.Path;

/// `ScoringMain TRUTH-FOLDER MEMBERS.csv [CLUSTERS.csv]`: prints the score of a result.
final class ScoringMain {

  private ScoringMain() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 2 || args.length > 3) {
      System.err.println("usage: ScoringMain TRUTH-FOLDER MEMBERS.csv [CLUSTERS.csv]");
      System.exit(2);
    }
    Score score =
        Scoring.score(
            Path.of(args[0]), Path.of(args[1]), args.length == 3 ? Path.of(args[2]) : null);
    System.out.print(ScoreTable.print(score));
  }
}
