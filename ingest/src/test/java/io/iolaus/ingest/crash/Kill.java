package io.iolaus.ingest.crash;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A kill, and what the steps around it prove.
///
/// @param what was killed
/// @param last the last step before
/// @param told steps of this load, over all its workers, that had been told when the victims were
///   gone
record Kill(Victim what, Step.Kind last, int told) {

  enum Victim {
    WORKER,
    DATABASE,
    BOTH
  }

  /// Whether a source had a commit before the kill and needed another one after it.
  ///
  /// That a segment was advanced after the kill is proof of a commit after it. That a part was told
  /// before is proof of one before: a worker tells a part again that an earlier one had committed,
  /// but then that one did.
  ///
  /// @param steps all steps of the load, in order
  boolean isBetweenCommits(List<Step> steps) {
    Set<String> begun = new HashSet<>();
    steps.subList(0, told).stream().filter(Step::isCommit).map(Step::batch).forEach(begun::add);
    return steps.subList(told, steps.size()).stream()
        .anyMatch(step -> step.kind() == Step.Kind.ADVANCED && begun.contains(step.batch()));
  }

  @Override
  public String toString() {
    return what + " after " + last;
  }
}
