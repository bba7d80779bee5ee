package io.iolaus.ingest.fold;

/// What statement lines say about one node that is not an account.
public final class EntityFold {

  /// What the node is.
  public enum Kind {
    NETWORK,
    ORGANIZATION,
    MODEL,
    CLAIM,
    VERDICT
  }

  private final Kind kind;
  private final String key;
  private final FactFold facts;
  private int firstTag;
  private int lines;

  /// A node no line spoke of yet.
  public EntityFold(Kind kind, String key) {
    this(kind, key, Integer.MAX_VALUE, 0, new FactFold());
  }

  /// A node as a segment holds it.
  public EntityFold(Kind kind, String key, int firstTag, int lines, FactFold facts) {
    this.kind = kind;
    this.key = key;
    this.firstTag = firstTag;
    this.lines = lines;
    this.facts = facts;
  }

  /// Counts a line that speaks of the node.
  void line(int tag) {
    firstTag = Math.min(firstTag, tag);
    lines++;
  }

  /// Takes in what another fold says about the same node.
  EntityFold merge(EntityFold other) {
    firstTag = Math.min(firstTag, other.firstTag);
    lines += other.lines;
    facts.addAll(other.facts);
    return this;
  }

  /// What the node is.
  public Kind kind() {
    return kind;
  }

  /// Its key within its kind; the `by` of a verdict.
  public String key() {
    return key;
  }

  /// Tag of the first line that spoke of it.
  public int firstTag() {
    return firstTag;
  }

  /// How many lines spoke of it.
  public int lines() {
    return lines;
  }

  /// What they said.
  public FactFold facts() {
    return facts;
  }
}
