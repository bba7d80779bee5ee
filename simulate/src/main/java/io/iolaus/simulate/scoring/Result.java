package io.iolaus.simulate.scoring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the product found, as `iolaus members` and `iolaus clusters` print it.
///
/// @param labelled account → cluster, of the accounts with state `labelled`
/// @param review account → cluster, of those with state `review`
/// @param memberships account → probability that it acts for its cluster's operator, 0..1; empty
///   where nobody says
public record Result(
    Map<String, String> labelled,
    Map<String, String> review,
    List<Found> clusters,
    Map<String, Double> memberships) {

  /// One cluster.
  ///
  /// @param score 0..1; by it clusters are ranked
  /// @param organization id, or empty where none is named
  public record Found(
      String id,
      String state,
      double score,
      long accounts,
      long exchanges,
      Optional<Instant> firstSeen,
      Optional<Instant> lastSeen,
      String organization) {}

  public Result {
    labelled = Map.copyOf(labelled);
    review = Map.copyOf(review);
    clusters = List.copyOf(clusters);
    memberships = Map.copyOf(memberships);
  }

  /// A result without membership probabilities.
  public Result(Map<String, String> labelled, Map<String, String> review, List<Found> clusters) {
    this(labelled, review, clusters, Map.of());
  }

  /// Reads what was printed.
  ///
  /// @param clusters null: figures and names of clusters are not scored
  /// @throws IllegalArgumentException if a file is missing or wrong; the message names the line
  public static Result read(Path members, @Nullable Path clusters) throws IOException {
    Map<String, String> labelled = new HashMap<>();
    Map<String, String> review = new HashMap<>();
    Map<String, Double> memberships = new HashMap<>();
    Csv.read(
        members,
        "`iolaus members` prints such a file",
        row -> {
          String account = row.get("account");
          if (labelled.containsKey(account) || review.containsKey(account)) {
            throw row.wrong("has account " + account + " a second time");
          }
          switch (row.get("state")) {
            case "labelled" -> labelled.put(account, row.get("cluster"));
            case "review" -> review.put(account, row.get("cluster"));
            default ->
                throw row.wrong("state is neither labelled nor review: '" + row.get("state") + "'");
          }
          row.find("membership")
              .ifPresent(text -> memberships.put(account, row.share("membership", text)));
        });
    List<Found> found = new ArrayList<>();
    if (clusters != null) {
      Csv.read(clusters, "`iolaus clusters` prints such a file", row -> found.add(found(row)));
    }
    return new Result(labelled, review, found, memberships);
  }

  private static Found found(Csv.Row row) {
    return new Found(
        row.get("cluster"),
        row.get("state"),
        row.share("score", row.get("score")),
        row.count("accounts"),
        row.count("exchanges"),
        time(row, "firstSeen"),
        time(row, "lastSeen"),
        row.get("organization"));
  }

  private static Optional<Instant> time(Csv.Row row, String column) {
    return row.get(column).isEmpty() ? Optional.empty() : Optional.of(row.time(column));
  }
}
