package io.iolaus.sharing.stix;

/// What became of an export.
public sealed interface ExportOutcome {

  /// The bundle, ready to be written.
  ///
  /// @param alias the name under which others know the cluster
  /// @param json UTF-8 text that ends with a line feed; equal reports give equal text
  record Bundle(String alias, String json) implements ExportOutcome {}

  /// Nothing may leave; `reason` says why in one sentence for people.
  record Refused(String reason) implements ExportOutcome {}
}
