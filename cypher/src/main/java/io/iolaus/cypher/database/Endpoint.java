package io.iolaus.cypher.database;

import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.home.HomeException;
import io.iolaus.cypher.home.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where a running server has the database of a home open: the content of `run/database.json`.
///
/// @param uri the Bolt address
/// @param pid the server that opened it
record Endpoint(String uri, long pid) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /// What is published on this home, true or stale; empty too when the file is being something
  /// else.
  static Optional<Endpoint> read(Home home) {
    Path file = file(home);
    try {
      return Optional.of(JSON.readValue(Files.readString(file), Endpoint.class));
    } catch (NoSuchFileException | JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new HomeException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  boolean publisherIsAlive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  void publish(Home home) {
    Path file = file(home);
    try {
      PrivateFiles.replace(file, JSON.writeValueAsString(this) + "\n");
    } catch (IOException e) {
      throw new HomeException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /// Takes the publication back unless another process has published since.
  void withdraw(Home home) {
    try {
      if (read(home).equals(Optional.of(this))) {
        Files.deleteIfExists(file(home));
      }
    } catch (IOException e) {
      // What is left behind is stale, and a stale file is ignored.
      System.getLogger(Endpoint.class.getName())
          .log(System.Logger.Level.WARNING, "cannot remove {0}", file(home));
    }
  }

  private static Path file(Home home) {
    return home.run().resolve("database.json");
  }
}
