package io.iolaus.ingest.source;

import java.nio.file.Path;
import java.util.List;

/// What a file is by its name. Compression is told by content, but its suffix is no part of the
/// kind.
public enum FileKind {
  /// `*.ndjson`, `*.jsonl`, also with `.gz` or `.zst`.
  NDJSON("event lines"),
  /// `*.csv`, `*.tsv`, likewise.
  CSV("CSV, which needs --mapping"),
  /// Begins with a dot.
  HIDDEN("hidden"),
  /// `*.tmp`, `*.part`: somebody is writing it.
  UNFINISHED("unfinished (*.tmp, *.part)"),
  /// Anything else.
  OTHER("neither *.ndjson nor *.jsonl, with or without .gz or .zst");

  private static final List<String> COMPRESSION = List.of(".gz", ".zst");

  private final String description;

  FileKind(String description) {
    this.description = description;
  }

  /// The kind that the name of this file says.
  public static FileKind of(Path file) {
    String name = String.valueOf(file.getFileName());
    if (name.startsWith(".")) {
      return HIDDEN;
    }
    if (name.endsWith(".tmp") || name.endsWith(".part")) {
      return UNFINISHED;
    }
    for (String suffix : COMPRESSION) {
      if (name.endsWith(suffix)) {
        name = name.substring(0, name.length() - suffix.length());
        break;
      }
    }
    if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
      return NDJSON;
    }
    return name.endsWith(".csv") || name.endsWith(".tsv") ? CSV : OTHER;
  }

  /// Why a file of this kind is left out of a folder, for people.
  public String description() {
    return description;
  }
}
