package io.iolaus.simulate.world;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import java.util.List;
import java.util.function.Consumer;

/// The models on offer, two of them released inside the time frame.
public final class ModelCatalog {

  /// One release of a line of models.
  public record Release(String id, String name, long at) {}

  /// A line of models: each release supersedes the one before.
  public record Line(List<Release> releases) {}

  private final List<Line> lines;
  private final Weighted<Line> byUse;

  public ModelCatalog(List<Line> lines, double... use) {
    this.lines = List.copyOf(lines);
    this.byUse = Weighted.of(this.lines, use);
  }

  public void facts(Consumer<Fact> out) {
    lines.stream()
        .flatMap(line -> line.releases().stream())
        .forEach(release -> out.accept(new Fact.Model(release.id(), release.name(), release.at())));
  }

  public Line line(RandomStream random) {
    return byUse.pick(random);
  }

  public List<Line> lines() {
    return lines;
  }

  /// Who uses which model when: one line of models and a delay before each new release is taken up.
  public record Taste(Line line, long lag, double share) {

    /// People and programs take up a release within days or weeks; some at once, some never.
    public static Taste ordinary(RandomStream random, Line line) {
      double days = random.chance(0.1) ? random.between(0.0, 1.0) : 1 + random.exponential(12);
      return new Taste(line, (long) (days * TimeFrame.DAY), 0.9);
    }

    public String at(long at, RandomStream random) {
      List<Release> releases = line.releases();
      for (int i = releases.size() - 1; i > 0; i--) {
        if (at >= releases.get(i).at() + lag && random.chance(share)) {
          return releases.get(i).id();
        }
      }
      return releases.getFirst().id();
    }
  }
}
