package io.iolaus.api.server;

/// What a server process does. A small site runs one process with all of them.
public enum Role {
  /// Answers analysts and programs.
  API,
  /// Takes in events.
  INGEST,
  /// Runs detection on a schedule.
  DETECT
}
