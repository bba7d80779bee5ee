package io.iolaus.cypher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;

/// A database that this process has started and shares with nobody: it may stop it and start it
/// again at the same place, under the same driver.
final class OwnDatabase implements Database, StoreImporter {

  /// Where the program says when the data folder was opened last.
  private static final String LAST_OPENING = "last-opening";

  private static final Duration POLL = Duration.ofMillis(500);

  private final Driver driver;
  private final String uri;
  private final Path data;
  private final Duration patience;
  private final Restart restart;
  private ChildProcess child;

  /// Starts the program again, with further arguments.
  @FunctionalInterface
  interface Restart {
    Optional<ChildProcess> start(List<String> arguments) throws IOException;
  }

  /// @param data the data folder
  /// @param patience how long to wait for another command that has it open when we come back
  OwnDatabase(Driver driver, ChildProcess child, Restart restart, Path data, Duration patience) {
    this.data = data;
    this.patience = patience;
    this.driver = driver;
    this.child = child;
    this.restart = restart;
    uri = child.uri();
  }

  @Override
  public Driver driver() {
    return driver;
  }

  @Override
  public String uri() {
    return uri;
  }

  @Override
  public boolean owned() {
    return true;
  }

  @Override
  public Optional<StoreImporter> importer() {
    return Optional.of(this);
  }

  @Override
  public void replaceBy(Filling filling) throws IOException {
    List<String> samePlace = List.of("--bolt-port", uri.substring(uri.lastIndexOf(':') + 1));
    String opening = Files.readString(data.resolve(LAST_OPENING));
    Thread stop = Thread.ofVirtual().start(child::stop);
    boolean started = false;
    try {
      Path folder = filling.fill();
      join(stop);
      List<String> importing =
          List.of("--first-load", folder.toString(), "--last-opening", opening);
      start(Stream.concat(samePlace.stream(), importing.stream()).toList());
      started = true;
    } catch (DatabaseUnavailableException e) {
      throw new IOException("the importer failed: " + e.getMessage(), e);
    } finally {
      if (!started) {
        // The store that was there still is, or the new one is whole.
        join(stop);
        start(samePlace);
      }
      driver.verifyConnectivity();
    }
  }

  private static void join(Thread thread) throws IOException {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the database stopped", e);
    }
  }

  /// Waits while another command has the data folder open: it may have been waiting for us.
  private void start(List<String> arguments) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<ChildProcess> started = restart.start(arguments);
    while (started.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new DatabaseUnavailableException(
            "another command has opened the database meanwhile: run this one again when it has"
                + " finished; nothing is lost");
      }
      pause();
      started = restart.start(arguments);
    }
    child = started.get();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the database", e);
    }
  }

  @Override
  public void close() {
    try {
      driver.close();
    } finally {
      child.stop();
    }
  }
}
