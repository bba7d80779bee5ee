package io.iolaus.core.event;

import java.util.Set;

/// What became of one line. A rejected line never stops its source.
public sealed interface Decoded {

  /// The line says something.
  ///
  /// @param unknownFields names (never values) of fields the format does not know; they were left
  ///   out
  record Accepted(Event event, Set<String> unknownFields) implements Decoded {
    public Accepted {
      unknownFields = Set.copyOf(unknownFields);
    }
  }

  /// The line breaks a rule.
  ///
  /// @param field the field at fault as a path (`asns[2]`), empty when it is the line as a whole
  /// @param detail one sentence for people; never holds a value that could be sensitive
  record Rejected(String field, ReasonCode code, String detail) implements Decoded {}

  /// Nothing but white space: not a line, and not counted.
  record Blank() implements Decoded {}
}
