package io.iolaus.cypher.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of one cluster that an export to others is made from. It holds no member, no address
/// of a single line and no organization: what is not here cannot leak.
///
/// @param id internal; never to be exported as it stands
/// @param labelled false for a `review` cluster
/// @param score 0..1, and the confidence of what is exported
/// @param accounts labelled members
/// @param facets kinds of evidence, in a fixed order
/// @param since graph time of the first run that found the cluster
/// @param asOf graph time of the run that wrote these figures
public record ClusterReport(
    String id,
    boolean labelled,
    double score,
    long accounts,
    long exchanges,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen,
    Instant since,
    Instant asOf,
    List<Target> targets,
    List<String> facets,
    List<AddressRange> ranges,
    List<AutonomousSystem> systems) {

  public ClusterReport {
    targets = List.copyOf(targets);
    facets = List.copyOf(facets);
    ranges = List.copyOf(ranges);
    systems = List.copyOf(systems);
  }

  /// A capability that the cluster uses; `share` of its exchanges in 0..1.
  public record Target(String capability, double share) {}

  /// A /24 or /48 that members came from.
  ///
  /// @param asns the autonomous systems known in it
  /// @param uses what the networks known in it are used for, `unknown` among them; whoever used
  ///   them
  /// @param accounts labelled members
  /// @param total all accounts that came from it
  public record AddressRange(
      String prefix, List<Long> asns, List<String> uses, long accounts, long total) {
    public AddressRange {
      asns = List.copyOf(asns);
      uses = List.copyOf(uses);
    }
  }

  /// An autonomous system that labelled members came through, as far as its networks have this use.
  public record AutonomousSystem(long number, String use, long accounts) {}
}
