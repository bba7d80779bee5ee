package io.iolaus.ingest.bulk;

/// Whether the first load of an empty local database goes through the offline importer.
public enum BulkMode {
  /// Where it is quicker: it stops and starts the database, which takes some seconds.
  AUTO,
  /// Never.
  NEVER,
  /// However little there is to load.
  ALWAYS
}
