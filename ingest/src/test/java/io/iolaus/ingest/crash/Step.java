package io.iolaus.ingest.crash;

/// One step of a load, as a worker tells it.
record Step(Kind kind, String batch, int segment) {

  enum Kind {
    /// A segment is in the journal.
    SEALED,
    /// A part is in the graph: a commit.
    PART,
    /// A segment is in the graph and its batch's position behind it: a commit.
    ADVANCED,
    /// The load is through.
    END
  }

  boolean isCommit() {
    return kind == Kind.PART || kind == Kind.ADVANCED;
  }

  String line() {
    return kind + " " + segment + " " + batch;
  }

  static Step read(String line) {
    String[] words = line.split(" ", 3);
    return new Step(Kind.valueOf(words[0]), words[2], Integer.parseInt(words[1]));
  }
}
