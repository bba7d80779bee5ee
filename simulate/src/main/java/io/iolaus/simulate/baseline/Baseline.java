package io.iolaus.simulate.baseline;

import io.iolaus.simulate.scoring.Result;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// A published way of finding coordinated accounts, with the settings among which its best are
/// chosen on populations that nothing else is measured on.
///
/// Implementations are deterministic: the same observations and parameters give the same groups. An
/// instance remembers what points of its grid have in common, so it is for one thread. Accounts an
/// organization vouches for (no reseller) are never found, whatever the baseline: what everybody
/// would know counts for everybody.
public interface Baseline {

  /// `B1` … `B10`.
  String id();

  /// A few words for tables.
  String title();

  /// Settings to choose among.
  List<Parameters> grid();

  /// Groups of accounts, whatever of them counts as found; `parameters` without those that {@link
  /// #filtered} reads.
  Grouping group(Observations observations, Parameters parameters);

  /// The names of settings that {@link #filtered} reads: they can be changed without grouping anew.
  default Set<String> filters() {
    return Set.of(Parameters.LEAST, Parameters.FLAGGED);
  }

  /// The groups that count as found: those that are large enough and, where that is asked for, hold
  /// an account that was caught otherwise.
  default Grouping filtered(Grouping groups, Observations observations, Parameters parameters) {
    IntPredicate witness =
        parameters.text(Parameters.FLAGGED).equals("yes") ? observations::flagged : _ -> true;
    return groups.without(observations::vouched).of(parameters.whole(Parameters.LEAST), witness);
  }

  /// What it finds, as a result that can be scored.
  default Result run(Observations observations, Parameters parameters) {
    Grouping groups = group(observations, parameters.without(filters()));
    return filtered(groups, observations, parameters).result(observations);
  }
}
