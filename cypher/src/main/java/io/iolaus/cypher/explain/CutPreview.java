package io.iolaus.cypher.explain;

import io.iolaus.cypher.cluster.ClusterState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What would become of a cluster if something that its members share were ignored: the outcome of
/// the same run without it, of which nothing is written.
///
/// @param cluster id of the cluster as it stands
/// @param ignoring what was left out, as `TYPE:ID`
/// @param unknown those of them that nobody shares: leaving them out changes nothing
/// @param asOf the moment that the run stands for
/// @param status `complete`, or `partial` where a detector did not finish
/// @param labelled members as they stand that are labelled; `review` the others
/// @param parts clusters that its members would be in, those with most of them first
/// @param left members that would be in no cluster; `leaving` names the first [#MAX_NAMED] of them
/// @param lowered labelled members that would be in a cluster, but not labelled
/// @param text the same in a sentence
public record CutPreview(
    String cluster,
    List<String> ignoring,
    List<String> unknown,
    Instant asOf,
    String status,
    int labelled,
    int review,
    List<Part> parts,
    int left,
    List<String> leaving,
    int lowered,
    String text) {

  /// The most accounts that are named.
  public static final int MAX_NAMED = 50;

  public CutPreview {
    ignoring = List.copyOf(ignoring);
    unknown = List.copyOf(unknown);
    parts = List.copyOf(parts);
    leaving = List.copyOf(leaving);
  }

  /// A cluster that members would be in.
  ///
  /// @param id the one it would get: the cluster's own where it goes on as that
  /// @param members how many of the cluster would be in it
  /// @param labelled how many accounts of it would be labelled, wherever they come from
  /// @param newcomers accounts in it that are not in the cluster now
  public record Part(String id, ClusterState state, int members, int labelled, int newcomers) {

    private String text() {
      return String.format(
          Locale.ROOT,
          "%s (%,d%s%s)",
          id,
          members,
          state == ClusterState.REVIEW ? ", for review" : "",
          newcomers > 0 ? String.format(Locale.ROOT, ", and %,d others", newcomers) : "");
    }
  }

  static String sentence(
      String cluster, List<String> ignoring, List<Part> parts, int left, int lowered) {
    String what = "Ignoring " + String.join(" and ", ignoring) + ", ";
    String outcome;
    if (parts.isEmpty()) {
      outcome = cluster + " dissolves";
    } else if (parts.size() == 1) {
      Part part = parts.getFirst();
      outcome =
          left == 0 && lowered == 0 && part.newcomers() == 0 && part.id().equals(cluster)
              ? cluster + " stays as it is: " + part.text()
              : cluster + " becomes " + part.text();
    } else {
      String all = parts.stream().map(Part::text).collect(Collectors.joining(", "));
      int last = all.lastIndexOf(", " + parts.getLast().text());
      outcome =
          cluster + " splits into " + all.substring(0, last) + " and " + parts.getLast().text();
    }
    return what
        + outcome
        + (left > 0
            ? String.format(Locale.ROOT, "; %,d accounts are in no cluster then", left)
            : "")
        + (lowered > 0
            ? String.format(Locale.ROOT, "; %,d are for review that are labelled now", lowered)
            : "")
        + ".";
  }
}
