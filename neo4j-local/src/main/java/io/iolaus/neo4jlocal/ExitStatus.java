package io.iolaus.neo4jlocal;

/// The exit statuses of this program, which its parent tells apart.
enum ExitStatus {
  FAILED(1),
  USAGE(2),
  /// Another process has the data folder open.
  LOCKED(3),
  /// The wanted port cannot be listened on.
  PORT_IN_USE(4);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
