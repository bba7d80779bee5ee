package io.iolaus.cypher.detector;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one run of one detector brought.
///
/// @param params the parameters it ran with, the window included, as text that JSON can hold
/// @param status whether these are all links; never assume so without asking
/// @param reason why not, empty when complete
/// @param links ascending by type, then key; none when failed
/// @param members sum of the links' totals
/// @param millis time from asking to the last row
public record LinkResult(
    String detector,
    int version,
    Map<String, String> params,
    Status status,
    Optional<String> reason,
    List<Link> links,
    long members,
    long millis) {

  /// How a run ended.
  public enum Status {
    /// All links are here.
    COMPLETE,
    /// A budget of time, rows or memory ended it; the links that came before are here.
    PARTIAL,
    /// The statement failed or broke its contract; no link is to be used.
    FAILED;

    /// The name that is stored and shown: `complete`, `partial`, `failed`.
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public LinkResult {
    params = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(params));
    links = List.copyOf(links);
  }
}
