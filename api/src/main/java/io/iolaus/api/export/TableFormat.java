package io.iolaus.api.export;

import java.util.Locale;

/// In what form a table leaves.
public enum TableFormat {
  /// For spreadsheets: no text in it is a formula to them.
  CSV("text/csv;charset=UTF-8"),
  /// For programs: one JSON object a line, everything as it is.
  NDJSON("application/x-ndjson");

  private final String mediaType;

  TableFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /// As it stands in addresses, and at the end of file names.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  String mediaType() {
    return mediaType;
  }
}
