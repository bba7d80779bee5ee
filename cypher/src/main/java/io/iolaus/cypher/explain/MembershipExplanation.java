package io.iolaus.cypher.explain;

import io.iolaus.cypher.cluster.ClusterDetail.RunStamp;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.decision.DecisionRow;
import io.iolaus.cypher.entity.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why an account is in a cluster, or is not: weights are those of the run that wrote the cluster,
/// what the account shows is what it shows now.
///
/// @param run that wrote the cluster
/// @param state as that run wrote it: `labelled`, `review`, `outside`
/// @param now where the account stands by what it shows now
/// @param changed whether it shows other evidence now than the run saw
/// @param membership calibrated probability, 0..1, that the account acts for the cluster's operator
/// @param bits log-odds in bits: prior and facets together
/// @param prior log-odds in bits that any one account belongs
/// @param own its share, 0..1, in what the cluster is after; 0 outside
/// @param facets those in which it shows anything of the cluster, or which speak against it
/// @param obstacles why it does not stand higher
/// @param freeing the fewest links without which it would stand lower; null outside
/// @param nearest accounts outside the cluster that share something with this one, the nearest
///   first; none outside
/// @param decided whether it is in the cluster for no other reason than that people say so
/// @param decisions what people decided that bears on it, the earliest first
/// @param text the same in sentences
public record MembershipExplanation(
    String account,
    String cluster,
    ClusterState clusterState,
    RunStamp run,
    String state,
    String now,
    boolean changed,
    double membership,
    double bits,
    double prior,
    double own,
    List<FacetLine> facets,
    List<ObstacleLine> obstacles,
    @Nullable Freeing freeing,
    List<NearAccount> nearest,
    boolean decided,
    List<DecisionRow> decisions,
    List<String> text) {

  /// The most paths that a facet shows.
  public static final int MAX_PATHS = 20;

  public MembershipExplanation {
    facets = List.copyOf(facets);
    obstacles = List.copyOf(obstacles);
    nearest = List.copyOf(nearest);
    decisions = List.copyOf(decisions);
    text = List.copyOf(text);
  }

  /// The same in sentences.
  ///
  /// @param sum the facets and their bits, in words
  MembershipExplanation told(String sum) {
    List<String> told = new ArrayList<>();
    String evidence =
        String.format(
            Locale.ROOT,
            "%.1f bits: %.1f before any evidence%s",
            bits,
            prior,
            sum.isEmpty() ? "" : ", then " + sum);
    if (state.equals("outside")) {
      told.add(
          String.format(
              Locale.ROOT,
              "%s is not in cluster %s: a membership of %s (%s).",
              account,
              cluster,
              Words.probability(membership),
              evidence));
    } else {
      told.add(
          String.format(
              Locale.ROOT,
              "%s is %s in cluster %s: %s likely to act for its operator (%s).",
              account,
              state.equals("labelled") ? "labelled" : "for review",
              cluster,
              Words.probability(membership),
              evidence));
    }
    if (decided) {
      told.add("It is there because people say so, and for review whatever it shows.");
    } else if (changed) {
      told.add(
          "It shows other things now than when the run judged it: by these it would be "
              + now
              + ".");
    } else if (!now.equals(state) && !state.equals("outside")) {
      told.add("It is at the margin: by the last word of the same run it would be " + now + ".");
    }
    facets.forEach(f -> told.add(sentence(f.text())));
    if (!obstacles.isEmpty()) {
      told.add(
          (state.equals("outside") ? "Not in it: " : "Not labelled: ")
              + String.join("; ", obstacles.stream().map(ObstacleLine::text).toList())
              + ".");
    }
    if (freeing != null) {
      told.add(freeing.text() + ".");
    } else if (!decided && !now.equals("outside") && !state.equals("outside")) {
      told.add("It shows too many links for a smallest set that frees it to be found.");
    }
    decisions.forEach(decision -> told.add(decision.sentence() + "."));
    if (!nearest.isEmpty()) {
      NearAccount first = nearest.getFirst();
      told.add(
          String.format(
              Locale.ROOT,
              "Nearest outside among those who share something with it: %s (%.1f bits).",
              first.account(),
              first.bits()));
    }
    return new MembershipExplanation(
        account,
        cluster,
        clusterState,
        run,
        state,
        now,
        changed,
        membership,
        bits,
        prior,
        own,
        facets,
        obstacles,
        freeing,
        nearest,
        decided,
        decisions,
        told);
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  /// What one facet says.
  ///
  /// @param bits evidence that it belongs; negative where it speaks against it
  /// @param agreement the part of the cluster, 0..1, that is of one mind in it
  /// @param without the membership had nothing ever been known of it, and the state then
  /// @param paths what ties the account by it, what adds most first, at most [#MAX_PATHS] of
  ///   `pathsTotal`
  public record FacetLine(
      String facet,
      double bits,
      double agreement,
      Without without,
      List<Path> paths,
      int pathsTotal,
      String text) {
    public FacetLine {
      paths = List.copyOf(paths);
    }
  }

  /// Where an account would stand without something.
  public record Without(double membership, double bits, String state) {}

  /// One thing that the account and others of the cluster show.
  ///
  /// @param bits by which another member is likelier to show it than an outsider
  /// @param strength how much of the account's activity in the facet, 0..1, is on it
  /// @param members how many others of the cluster show it, `of` so many
  /// @param elsewhere how many accounts outside the cluster show it
  /// @param coverage the part of its users, 0..1, that something else ties together
  /// @param discounted whether it was taken for shared infrastructure
  public record Path(
      EntityType type,
      String key,
      String label,
      String detector,
      double bits,
      double strength,
      int members,
      int of,
      int elsewhere,
      double coverage,
      boolean discounted,
      String text) {}

  /// Why an account does not stand higher.
  public record ObstacleLine(String code, String text) {}

  /// The fewest links without which the account would stand lower: no proper subset of them does
  /// it.
  public record Freeing(List<Link> links, Without after, String text) {
    public Freeing {
      links = List.copyOf(links);
    }
  }

  /// One edge of the graph from the account.
  public record Link(EntityType type, String key, String label, String facet) {}
}
