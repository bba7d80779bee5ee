package io.iolaus.ingest.write;

import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.LineTag;
import java.util.HashSet;
import java.util.Set;

/// Finds out what became of the lines of a part.
///
/// A line created something if it was the first to touch a node or an edge that did not exist, else
/// it updated something if it is an activity or the first to state a fact that was not known, else
/// it changed nothing. Nodes that many parts share have no say: whoever makes one makes an edge to
/// it.
public final class LineTally {

  private final Set<Integer> created = new HashSet<>();
  private final Set<Integer> stated = new HashSet<>();
  private long statements;
  private long activities;
  private long repeats;
  private long conflicts;
  private long exchanges;

  /// Counts lines about an entity or an account that are statements.
  public void statements(long lines) {
    statements += lines;
  }

  /// Counts exchanges, payments and identifiers, in lines.
  public void activities(long lines) {
    activities += lines;
  }

  /// Counts a line whose event was counted before.
  public void repeat() {
    repeats++;
  }

  /// Counts a line whose event contradicts an earlier one of the same id.
  public void conflict() {
    conflicts++;
  }

  /// Counts exchanges.
  public void exchanges(long count) {
    exchanges += count;
  }

  /// The line with this tag was the first to touch something that did not exist.
  public void created(int tag) {
    created.add(tag);
  }

  /// The line with this tag was the first to state something that was not known.
  public void stated(int tag) {
    stated.add(tag);
  }

  /// What became of the lines.
  public LineCounts counts() {
    long createdStatements = created.stream().filter(LineTag::isStatement).count();
    long updatedStatements = stated.stream().filter(tag -> !created.contains(tag)).count();
    long updated = activities - (created.size() - createdStatements) + updatedStatements;
    long unchanged = repeats + statements - createdStatements - updatedStatements;
    return new LineCounts(
        statements + activities + repeats + conflicts,
        created.size(),
        updated,
        unchanged,
        conflicts,
        exchanges);
  }
}
