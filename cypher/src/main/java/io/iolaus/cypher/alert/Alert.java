package io.iolaus.cypher.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Something that happened to clusters and that somebody should hear of. It says how many accounts,
/// never which: it may leave the house.
///
/// @param id of the event in the clusters' lineage that raised it
/// @param place greater than that of every alert before it
/// @param kind what happened, as in the lineage: `born`, `grew`, `regrew`, …
/// @param at the moment that the run stands for, by the graph's own time
/// @param recordedAt when the run recorded it
/// @param raisedAt when the alert was raised
/// @param parents ids of the clusters that it happened to, in byte order
/// @param clusters what came of it, in byte order of ids
/// @param before how many accounts the parents had
/// @param after how many accounts the clusters have
/// @param joined how many came, by why
/// @param left how many went, by why
/// @param title for people, a line
/// @param text for people: what changed
/// @param because why: what differed between this run and the one before
/// @param detectors of the run, each with its version
/// @param deliveries what became of it on each channel; empty where nobody asked
public record Alert(
    String id,
    long place,
    String kind,
    String run,
    Instant at,
    Instant recordedAt,
    Instant raisedAt,
    List<String> parents,
    List<Outcome> clusters,
    int before,
    int after,
    Map<String, Integer> joined,
    Map<String, Integer> left,
    String title,
    String text,
    List<String> because,
    List<String> detectors,
    List<Delivery> deliveries) {

  /// A cluster that came of it.
  ///
  /// @param state what it was then: `labelled`, `review`; empty for one that was not found again
  /// @param organization who was named, null for nobody
  /// @param confidence 0..1, null for nobody
  public record Outcome(
      String id, String state, @Nullable String organization, @Nullable Double confidence) {}

  /// What became of it on one channel.
  ///
  /// @param message id of the message it is in, alone or with others
  /// @param state `waiting`, `sent`, `failed`
  /// @param attempts how often it was tried
  /// @param nextAt when it is tried again, null for never
  /// @param endedAt when it was sent or given up, null while it waits
  /// @param problem of the last try, null for none
  public record Delivery(
      String message,
      String channel,
      String state,
      long attempts,
      @Nullable Instant nextAt,
      @Nullable Instant endedAt,
      @Nullable String problem) {}

  public Alert {
    parents = List.copyOf(parents);
    clusters = List.copyOf(clusters);
    joined = Collections.unmodifiableMap(new TreeMap<>(joined));
    left = Collections.unmodifiableMap(new TreeMap<>(left));
    because = List.copyOf(because);
    detectors = List.copyOf(detectors);
    deliveries = List.copyOf(deliveries);
  }
}
