package io.iolaus.api.cli.output;

import io.iolaus.cypher.explain.AccountExplanation;
import io.iolaus.cypher.explain.ClusterExplanation;
import io.iolaus.cypher.explain.ClusterExplanation.FacetTie;
import io.iolaus.cypher.explain.CutPreview;
import io.iolaus.cypher.explain.MembershipExplanation;
import io.iolaus.cypher.explain.MembershipExplanation.FacetLine;
import io.iolaus.cypher.explain.NearAccount;
import java.util.List;
import java.util.Locale;

/// Explanations for people: sentences, and below each facet what it rests on.
public final class ExplanationText {

  /// The most lines below a sentence: all of them are in the other format.
  private static final int LINES = 8;

  private final StringBuilder text = new StringBuilder();

  private ExplanationText() {}

  /// The text of an explanation or preview.
  ///
  /// @throws IllegalArgumentException if it is none
  public static String of(Object explanation) {
    ExplanationText text = new ExplanationText();
    switch (explanation) {
      case MembershipExplanation membership -> text.membership(membership);
      case ClusterExplanation cluster -> text.cluster(cluster);
      case AccountExplanation account -> text.account(account);
      case CutPreview preview -> text.preview(preview);
      default -> throw new IllegalArgumentException("not an explanation: " + explanation);
    }
    return text.text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void account(AccountExplanation account) {
    if (account.membership() != null) {
      membership(account.membership());
      for (MembershipExplanation other : account.near()) {
        line(
            String.format(
                Locale.ROOT,
                "Next nearest cluster: %s (%.1f bits).",
                other.cluster(),
                other.bits()));
      }
    } else if (account.near().isEmpty()) {
      account.text().forEach(this::line);
    } else {
      line(account.text().getFirst());
      account
          .near()
          .forEach(near -> {
            line("");
            membership(near);
          });
    }
  }

  private void membership(MembershipExplanation membership) {
    List<String> sentences = membership.text();
    int facets = membership.facets().size();
    int first = sentences.size() - after(membership) - facets;
    sentences.subList(0, first).forEach(this::line);
    for (int f = 0; f < facets; f++) {
      line("- " + sentences.get(first + f));
      paths(membership.facets().get(f));
    }
    sentences.subList(first + facets, sentences.size()).forEach(this::line);
    near(membership.nearest());
  }

  /// How many sentences follow those about facets.
  private static int after(MembershipExplanation membership) {
    return (membership.obstacles().isEmpty() ? 0 : 1)
        + (membership.state().equals("outside")
                || (membership.freeing() == null && membership.now().equals("outside"))
            ? 0
            : 1)
        + (membership.nearest().isEmpty() ? 0 : 1);
  }

  private void paths(FacetLine facet) {
    // the first one is in the sentence, but for a facet that speaks against the account
    List<String> below =
        facet.paths().stream()
            .map(MembershipExplanation.Path::text)
            .filter(path -> !facet.text().contains(path))
            .toList();
    below(below, facet.pathsTotal() - facet.paths().size());
  }

  private void cluster(ClusterExplanation cluster) {
    List<String> sentences = cluster.text();
    line(sentences.getFirst());
    for (int f = 0; f < cluster.facets().size(); f++) {
      FacetTie tie = cluster.facets().get(f);
      line("- " + sentences.get(1 + f));
      below(
          tie.things().stream().skip(1).map(ClusterExplanation.Thing::text).toList(),
          tie.thingsTotal() - tie.things().size());
    }
    line(sentences.get(1 + cluster.facets().size()));
    below(
        cluster.discounted().stream().skip(1).map(ClusterExplanation.Thing::text).toList(),
        cluster.discountedTotal() - cluster.discounted().size());
    sentences.subList(2 + cluster.facets().size(), sentences.size()).forEach(this::line);
    near(cluster.nearest());
  }

  private void near(List<NearAccount> nearest) {
    nearest.stream()
        .limit(LINES)
        .forEach(n ->
            line(
                String.format(
                    Locale.ROOT,
                    "    %s: %.1f bits, %s; %s%s",
                    n.account(),
                    n.bits(),
                    n.facets().isEmpty() ? "no facet" : String.join("+", n.facets()),
                    String.join(", ", n.obstacles()),
                    n.cluster() == null ? "" : " (in " + n.cluster() + ")")));
  }

  private void below(List<String> lines, int furtherOnes) {
    lines.stream().limit(LINES).forEach(line -> line("    " + line));
    int more = Math.max(0, lines.size() - LINES) + furtherOnes;
    if (more > 0) {
      line(String.format(Locale.ROOT, "    … and %,d more", more));
    }
  }

  private void preview(CutPreview preview) {
    line(preview.text());
    preview
        .parts()
        .forEach(p ->
            line(
                String.format(
                    Locale.ROOT,
                    "    %s: %,d of its members, %,d labelled in all, %,d newcomers; %s",
                    p.id(),
                    p.members(),
                    p.labelled(),
                    p.newcomers(),
                    p.state().text())));
    preview.unknown().forEach(u -> line("Nobody shares " + u + ": ignoring it changes nothing."));
    if (preview.left() > 0) {
      line(
          "Left: "
              + String.join(", ", preview.leaving())
              + (preview.left() > preview.leaving().size() ? ", …" : ""));
    }
    if (!preview.status().equals("complete")) {
      line("A detector did not finish: clusters may be missing.");
    }
  }
}
