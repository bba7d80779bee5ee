package io.iolaus.cypher.detect;

import io.iolaus.core.attribution.Hypothesis;
import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.lineage.LineageEvent;
import io.iolaus.core.lineage.LineageEvent.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What changed about clusters besides their accounts: whether they are labelled, and who is named.
final class Transitions {

  private final Map<String, Past.Standing> before = new HashMap<>();

  /// Who confirmed clusters, by what these are called now.
  private final Map<String, List<String>> confirmed;

  /// @param confirmed who confirmed clusters, by what these are called now
  Transitions(Past past, Map<String, List<String>> confirmed) {
    this.confirmed = confirmed;
    past.standings().forEach(standing -> before.put(standing.cluster().id(), standing));
  }

  /// Events in the order of the clusters.
  List<LineageEvent> of(List<FoundCluster> clusters) {
    List<LineageEvent> events = new ArrayList<>();
    for (FoundCluster cluster : clusters) {
      Past.Standing standing = before.get(cluster.id());
      if (standing != null && standing.labelled() != cluster.labelled()) {
        events.add(labelling(cluster));
      }
      String named = cluster.named().map(Hypothesis::organization).orElse(null);
      String was = standing == null ? null : standing.organization();
      if (named != null ? !named.equals(was) : was != null) {
        events.add(event(cluster, Kind.ATTRIBUTED, attribution(cluster, named, was)));
      }
    }
    return events;
  }

  private LineageEvent labelling(FoundCluster cluster) {
    if (cluster.labelled()) {
      return event(cluster, Kind.RAISED, "labelled, was for review");
    }
    LineageEvent lowered = event(cluster, Kind.LOWERED, "for review, was labelled");
    String although = although(cluster.id());
    return although.isEmpty() ? lowered : lowered.telling(although);
  }

  /// What became of accounts, where it is dissolved with who had confirmed it.
  LineageEvent told(LineageEvent event) {
    String although = event.kind() == Kind.DISSOLVED ? although(event.parents().getFirst()) : "";
    return although.isEmpty() ? event : event.telling(although);
  }

  /// Who had confirmed what is lowered or gone now; empty where nobody had.
  private String although(String cluster) {
    List<String> by = confirmed.get(cluster);
    return by == null ? "" : String.join(", ", by) + " had confirmed it";
  }

  private static String attribution(
      FoundCluster cluster, @Nullable String named, @Nullable String was) {
    String text = named == null ? "nobody is named" : named + " is named";
    if (named != null) {
      double confidence = cluster.named().map(Hypothesis::confidence).orElse(0.0);
      // never rounded up to a certainty that it does not have
      text += String.format(java.util.Locale.ROOT, " (%.2f)", Math.floor(100 * confidence) / 100);
    }
    return was == null ? text : text + ", was " + was;
  }

  private static LineageEvent event(FoundCluster cluster, Kind kind, String detail) {
    return LineageEvent.of(kind, cluster.id(), cluster.members().size(), detail);
  }
}
