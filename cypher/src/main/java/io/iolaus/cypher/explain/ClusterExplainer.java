package io.iolaus.cypher.explain;

import io.iolaus.core.evidence.Facet;
import io.iolaus.core.explain.ProfileRow;
import io.iolaus.core.explain.StoredProfile;
import io.iolaus.cypher.cluster.ClusterDetail;
import io.iolaus.cypher.cluster.ClusterDetail.FacetScore;
import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.decision.DecisionRow;
import io.iolaus.cypher.entity.EntityType;
import io.iolaus.cypher.explain.ClusterExplanation.FacetTie;
import io.iolaus.cypher.explain.ClusterExplanation.Thing;
import io.iolaus.cypher.read.GraphReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Explains a cluster as a whole.
final class ClusterExplainer {

  private final GraphReader graph;
  private final NearFinder near;

  ClusterExplainer(GraphReader graph, NearFinder near) {
    this.graph = graph;
    this.near = near;
  }

  /// @param decisions what people decided that bears on it
  ClusterExplanation explain(
      KeptCluster cluster, ClusterDetail detail, List<DecisionRow> decisions) {
    StoredProfile profile = cluster.kept();
    double[] worth = profile.worth();
    List<Integer> shared =
        IntStream.range(0, worth.length)
            .filter(i -> profile.rows().get(i).members() >= 2)
            .boxed()
            .toList();
    List<List<Integer>> ties = new ArrayList<>();
    for (FacetScore score : detail.facetScores()) {
      ties.add(ties(profile, worth, shared, Facet.of(score.facet())));
    }
    List<Integer> discounted =
        shared.stream()
            .filter(i -> profile.rows().get(i).discounted())
            .sorted(
                Comparator.comparingInt((Integer i) -> -profile.rows().get(i).members())
                    .thenComparing(i -> i))
            .toList();
    List<Integer> shown =
        Stream.concat(
                ties.stream().flatMap(t -> t.stream().limit(ClusterExplanation.MAX_THINGS)),
                discounted.stream().limit(ClusterExplanation.MAX_DISCOUNTED))
            .toList();
    Labels labels =
        Labels.read(
            graph,
            shown.stream()
                .map(profile.rows()::get)
                .map(r -> new Labels.Thing(r.type(), r.key()))
                .toList());
    List<FacetTie> facets = new ArrayList<>();
    for (int f = 0; f < ties.size(); f++) {
      facets.add(tie(profile, worth, ties.get(f), detail.facetScores().get(f), labels));
    }
    List<Thing> infrastructure =
        discounted.stream()
            .limit(ClusterExplanation.MAX_DISCOUNTED)
            .map(i -> thing(profile, worth, i, labels, true))
            .toList();
    List<NearAccount> nearest = near.near(cluster);
    return new ClusterExplanation(
        cluster.id(),
        cluster.state(),
        cluster.run(),
        detail.summary().linked(),
        profile.size(),
        profile.owners(),
        facets,
        infrastructure,
        discounted.size(),
        nearest,
        decisions,
        Stream.concat(
                text(cluster, detail, profile, facets, infrastructure, discounted.size(), nearest)
                    .stream(),
                decisions.stream().map(decision -> decision.sentence() + "."))
            .toList());
  }

  /// Places of what ties members in a facet, what brings most evidence in all first.
  private static List<Integer> ties(
      StoredProfile profile, double[] worth, List<Integer> shared, Facet facet) {
    return shared.stream()
        .filter(i -> profile.rows().get(i).facet() == facet)
        .filter(i -> worth[i] > 0 && !profile.rows().get(i).discounted())
        .sorted(
            Comparator.comparingDouble((Integer i) -> -worth[i] * profile.rows().get(i).members())
                .thenComparing(i -> i))
        .toList();
  }

  private static FacetTie tie(
      StoredProfile profile,
      double[] worth,
      List<Integer> places,
      FacetScore score,
      Labels labels) {
    List<Thing> things =
        places.stream()
            .limit(ClusterExplanation.MAX_THINGS)
            .map(i -> thing(profile, worth, i, labels, false))
            .toList();
    return new FacetTie(
        score.facet(),
        score.bits(),
        score.without(),
        profile.agreement(Facet.of(score.facet())),
        things,
        places.size(),
        String.format(
            Locale.ROOT,
            "%s ties it with %s a member on the mean, by %,d shared things%s; without it: %s",
            score.facet(),
            Words.bits(score.bits()),
            places.size(),
            things.isEmpty() ? "" : ", first " + things.getFirst().text(),
            Words.probability(score.without())));
  }

  private static Thing thing(
      StoredProfile profile, double[] worth, int place, Labels labels, boolean discounted) {
    ProfileRow row = profile.rows().get(place);
    String label = labels.of(row.type(), row.key());
    return new Thing(
        EntityType.ofLabel(row.type()),
        row.key(),
        label,
        row.detector(),
        worth[place],
        row.members(),
        row.elsewhere(),
        row.coverage(),
        discounted ? Words.discounted(row, label) : Words.tie(profile, row, label, worth[place]));
  }

  private static List<String> text(
      KeptCluster cluster,
      ClusterDetail detail,
      StoredProfile profile,
      List<FacetTie> facets,
      List<Thing> discounted,
      int discountedTotal,
      List<NearAccount> nearest) {
    List<String> text = new ArrayList<>();
    text.add(
        String.format(
            Locale.ROOT,
            "%s is %s: %s, linked %s, among %,d independent owners.",
            cluster.id(),
            cluster.state() == ClusterState.LABELLED ? "labelled" : "for review",
            Words.accounts(profile.size()),
            Words.probability(detail.summary().linked()),
            profile.owners()));
    facets.forEach(
        f -> text.add(Character.toUpperCase(f.text().charAt(0)) + f.text().substring(1) + "."));
    if (discounted.isEmpty()) {
      text.add("Nothing that its members share was discounted as shared infrastructure.");
    } else {
      text.add(
          String.format(
              Locale.ROOT,
              "%,d shared things were taken for infrastructure: %s.",
              discountedTotal,
              discounted.getFirst().text()));
    }
    if (!nearest.isEmpty()) {
      NearAccount first = nearest.getFirst();
      text.add(
          String.format(
              Locale.ROOT,
              "Nearest outside: %s with %s, where more than 0 are needed.",
              first.account(),
              Words.bits(first.bits())));
    }
    return text;
  }
}
