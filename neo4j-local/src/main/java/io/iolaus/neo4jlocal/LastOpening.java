package io.iolaus.neo4jlocal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// A random name for the last time a data folder was opened, in a file of the folder. Who has it
/// open reads it; if it still stands there later, nobody else has written to the database since.
/// The folder must be locked.
final class LastOpening {

  static final String FILE = "last-opening";

  private LastOpening() {}

  /// Requires that the last opening was this one.
  static void require(Path data, String name) throws IOException {
    Path file = data.resolve(FILE);
    if (!Files.exists(file) || !Files.readString(file).equals(name)) {
      throw new Failure(ExitStatus.FAILED, "another process has had " + data + " open meanwhile");
    }
  }

  /// Notes that it is opened now.
  static void note(Path data) throws IOException {
    Files.writeString(data.resolve(FILE), UUID.randomUUID().toString());
  }
}
