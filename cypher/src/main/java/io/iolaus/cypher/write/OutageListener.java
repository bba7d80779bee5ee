package io.iolaus.cypher.write;

/// Hears of a database that does not answer, on any thread that writes.
public interface OutageListener {

  /// Hears nothing and waits as long as it is told.
  OutageListener NONE = _ -> {};

  /// That the database has stopped answering, or answers again: a sentence for a person.
  void notice(String text);

  /// Asked while the database is waited for, several times a second. True ends the wait with the
  /// last error.
  default boolean gaveUp() {
    return false;
  }
}
