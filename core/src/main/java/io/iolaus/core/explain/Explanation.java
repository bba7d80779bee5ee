package io.iolaus.core.explain;

import io.iolaus.core.evidence.Facet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Why an account is in a cluster, or is not, in figures.
///
/// @param now where it stands by what it shows
/// @param prior log-odds in bits that any one account belongs
/// @param facets those in which it shows anything of the cluster, or which speak against it; in
///   their fixed order
/// @param obstacles why it does not stand higher
/// @param freed the fewest links without which it would stand lower; empty where it is outside, and
///   where it is not by links that it is where it is
public record Explanation(
    Standing now,
    double prior,
    List<FacetReading> facets,
    List<Obstacle> obstacles,
    Optional<Freed> freed) {

  public Explanation {
    facets = List.copyOf(facets);
    obstacles = List.copyOf(obstacles);
  }

  /// What one facet says.
  ///
  /// @param bits evidence that it belongs; negative where it speaks against it
  /// @param agreement the part of the cluster, 0..1, that is of one mind in it
  /// @param without where the account would stand had nothing ever been known of it
  /// @param paths what it shows of the cluster, what adds most to the mean first
  public record FacetReading(
      Facet facet, double bits, double agreement, Standing without, List<Path> paths) {
    public FacetReading {
      paths = List.copyOf(paths);
    }
  }

  /// One thing that the account and others of the cluster show.
  ///
  /// @param row what the run knew of it
  /// @param bits by which another member is likelier to show it than an outsider
  /// @param strength how much of the account's activity in the facet, 0..1, is on it
  /// @param others how many others of the cluster show it
  public record Path(ProfileRow row, double bits, double strength, int others) {}

  /// What frees an account.
  ///
  /// @param links the fewest links, in a fixed order
  /// @param after where it would stand without them
  public record Freed(List<ShownLink> links, Standing after) {
    public Freed {
      links = List.copyOf(links);
    }
  }

  /// Explains where an account stands; only a member can be freed.
  public static Explanation of(Weighing weighing) {
    Standing now = weighing.standing();
    return new Explanation(
        now,
        weighing.prior(),
        facets(weighing, now),
        Obstacle.of(weighing, now),
        weighing.member()
            ? new MinimalSet(weighing, now).find().map(found -> freed(weighing, found))
            : Optional.empty());
  }

  private static Freed freed(Weighing weighing, MinimalSet.Found found) {
    return new Freed(
        found.removed().stream().mapToObj(weighing.account().links()::get).toList(), found.after());
  }

  private static List<FacetReading> facets(Weighing weighing, Standing now) {
    Map<Facet, List<Path>> paths = paths(weighing);
    List<FacetReading> readings = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      List<Path> ofFacet = paths.getOrDefault(facet, List.of());
      if (now.bits(facet) != 0 || !ofFacet.isEmpty()) {
        readings.add(
            new FacetReading(
                facet,
                now.bits(facet),
                weighing.profile().agreement(facet),
                weighing.without(facet),
                ofFacet));
      }
    }
    return readings;
  }

  private static Map<Facet, List<Path>> paths(Weighing weighing) {
    Holding holding = weighing.holding();
    Map<AccountView.Thing, Float> strengths =
        weighing.account().shown(weighing.account().all()).strengths();
    List<Integer> places =
        weighing.account().links().stream()
            .flatMap(link -> holding.rows(link).stream())
            .distinct()
            .toList();
    double[] worth = holding.worth(places);
    List<Path> all = new ArrayList<>();
    for (int i = 0; i < worth.length; i++) {
      ProfileRow row = weighing.profile().rows().get(places.get(i));
      AccountView.Thing thing = new AccountView.Thing(row.type(), row.key());
      double strength = strengths.getOrDefault(thing, 0f);
      all.add(new Path(row, worth[i], strength, holding.others(places.get(i))));
    }
    Map<Facet, List<Path>> paths = new LinkedHashMap<>();
    all.stream()
        .sorted(
            Comparator.comparingDouble((Path p) -> -p.strength() * Math.pow(2, p.bits()))
                .thenComparing(p -> p.row().detector())
                .thenComparing(p -> p.row().key()))
        .forEach(
            path -> paths.computeIfAbsent(path.row().facet(), f -> new ArrayList<>()).add(path));
    return paths;
  }
}
