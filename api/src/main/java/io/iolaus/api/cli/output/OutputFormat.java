package io.iolaus.api.cli.output;

/// The formats that data can be printed in.
public enum OutputFormat {
  /// RFC 4180 with a header line and LF.
  CSV,
  /// One JSON object a line.
  NDJSON,
  /// Aligned columns for people.
  TABLE,
  /// A STIX 2.1 bundle, of exports alone.
  STIX
}
