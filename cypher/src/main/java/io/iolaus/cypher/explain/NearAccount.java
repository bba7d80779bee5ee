package io.iolaus.cypher.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account outside a cluster, held against it.
///
/// @param bits log-odds in bits that it belongs
/// @param membership the same as a probability, 0..1
/// @param facets that speak for it with 2 bits or more
/// @param shared how many of the things looked at it shows
/// @param cluster another cluster that it is in; null where it is in none
/// @param obstacles why it is not in
public record NearAccount(
    String account,
    double bits,
    double membership,
    List<String> facets,
    long shared,
    @Nullable String cluster,
    List<String> obstacles) {
  public NearAccount {
    facets = List.copyOf(facets);
    obstacles = List.copyOf(obstacles);
  }
}
