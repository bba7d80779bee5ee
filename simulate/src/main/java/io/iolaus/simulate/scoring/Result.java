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
public record Result(
    Map<String, String> labelled, Map<String, String> review, List<Found> clusters) {

  /// One cluster.
  ///
  /// @param organization id, or empty where none is named
  public record Found(
      String id,
      String state,
      long accounts,
      long exchanges,
      Optional<Instant> firstSeen,
      Optional<Instant> lastSeen,
      String organization) {}

  public Result {
    labelled = Map.copyOf(labelled);
    review = Map.copyOf(review);
    clusters = List.copyOf(clusters);
  }

  /// Reads what was printed.
  ///
  /// @param clusters null: figures and names of clusters are not scored
  public static Result read(Path members, @Nullable Path clusters) throws IOException {
    Map<String, String> labelled = new HashMap<>();
    Map<String, String> review = new HashMap<>();
    Csv.read(
        members,
        row -> {
          String state = row.get("state");
          switch (state) {
            case "labelled" -> labelled.put(row.get("account"), row.get("cluster"));
            case "review" -> review.put(row.get("account"), row.get("cluster"));
            default -> throw new IllegalArgumentException(members + ": no state " + state);
          }
        });
    List<Found> found = new ArrayList<>();
    if (clusters != null) {
      Csv.read(
          clusters,
          row ->
              found.add(
                  new Found(
                      row.get("cluster"),
                      row.get("state"),
                      Long.parseLong(row.get("accounts")),
                      Long.parseLong(row.get("exchanges")),
                      time(row.get("firstSeen")),
                      time(row.get("lastSeen")),
                      row.get("organization"))));
    }
    return new Result(labelled, review, found);
  }

  private static Optional<Instant> time(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }
}
