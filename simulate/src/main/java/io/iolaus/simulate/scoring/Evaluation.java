package io.iolaus.simulate.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// The scores of one population or of several, each apart and all together.
public record Evaluation(List<World> worlds) {

  /// One population.
  ///
  /// @param evasion how its operators hide; empty where the truth does not tell or they differ
  public record World(String name, String evasion, Score score) {}

  public Evaluation {
    worlds = List.copyOf(worlds);
    if (worlds.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to evaluate");
    }
  }

  /// Scores what was printed into the folders of the truth: `members.csv` and, where it is there,
  /// `clusters.csv`.
  public static Evaluation read(List<Path> folders) throws IOException {
    List<World> worlds = new ArrayList<>();
    for (Path folder : folders) {
      Path clusters = folder.resolve("clusters.csv");
      worlds.add(
          world(
              folder.toString(),
              Truth.read(folder),
              Result.read(
                  folder.resolve("members.csv"), Files.exists(clusters) ? clusters : null)));
    }
    return new Evaluation(worlds);
  }

  public static World world(String name, Truth truth, Result result) {
    return new World(name, truth.evasion(), Scoring.score(truth, result));
  }

  /// All populations as one.
  public Score pooled() {
    return Score.pool(worlds.stream().map(World::score).toList());
  }

  /// Strict F1 of the populations with operators.
  public Spread f1() {
    return spread(worlds.stream().map(World::score).toList());
  }

  /// The populations by how their operators hide; those that do not tell are missing.
  public SortedMap<String, Evaluation> byEvasion() {
    SortedMap<String, List<World>> lists = new TreeMap<>();
    for (World world : worlds) {
      if (!world.evasion().isEmpty()) {
        lists.computeIfAbsent(world.evasion(), _ -> new ArrayList<>()).add(world);
      }
    }
    SortedMap<String, Evaluation> parts = new TreeMap<>();
    lists.forEach((evasion, list) -> parts.put(evasion, new Evaluation(list)));
    return parts;
  }

  private static Spread spread(List<Score> scores) {
    double[] values =
        scores.stream()
            .filter(score -> score.strict().wanted() > 0)
            .mapToDouble(score -> score.strict().f1())
            .toArray();
    return values.length == 0 ? new Spread(0, 1, 1, 1, 1) : Spread.of(values);
  }

  /// For people: the table of all populations together, and where there are several, a line for
  /// each way of hiding.
  public String print() {
    StringBuilder text = new StringBuilder();
    if (worlds.size() > 1) {
      Spread f1 = f1();
      text.append(
          String.format(
              Locale.ROOT,
              "%d populations; strict F1 of each: mean %.4f (95 %%: %.4f to %.4f), least %.4f\n\n",
              worlds.size(),
              f1.mean(),
              f1.low(),
              f1.high(),
              f1.least()));
    }
    text.append(ScoreTable.print(pooled()));
    SortedMap<String, Evaluation> parts = byEvasion();
    if (parts.size() > 1) {
      text.append('\n').append(EvasionTable.print(parts));
    }
    return text.toString();
  }

  /// For programs.
  public List<Figure> figures() {
    List<Figure> figures = new ArrayList<>(Figures.of(pooled()));
    figures.addAll(Figures.of(f1(), ""));
    byEvasion().forEach((evasion, part) -> figures.addAll(Figures.of(part.f1(), evasion)));
    return List.copyOf(figures);
  }
}
