package io.iolaus.cypher.database;

import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.home.HomeException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;

/// Opens the database of a home.
///
/// In this order: the Neo4j that `NEO4J_URI`, `NEO4J_USERNAME` and `NEO4J_PASSWORD` name; the one
/// that a running server has open on this home; a child process of our own, once no other command
/// has the home open.
public final class Databases {

  private static final String USER = "neo4j";
  private static final String PASSWORD = "neo4j.password";
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long LEAST_MEGABYTES = 100;

  private Databases() {}

  /// Opens the database or throws {@link DatabaseUnavailableException}. Blocks while another
  /// command has the home open, at most as long as the options say.
  public static Database open(Home home, DatabaseOptions options) {
    return open(home, options, System.getenv());
  }

  static Database open(Home home, DatabaseOptions options, Map<String, String> environment) {
    @Nullable String uri = environment.get("NEO4J_URI");
    if (uri != null && !uri.isBlank()) {
      return connectElsewhere(uri, environment);
    }
    return openOwn(home, options);
  }

  /// Opens the home's own database, whatever the environment names.
  public static Database openOwn(Home home, DatabaseOptions options) {
    try {
      return openLocal(home, options);
    } catch (IOException e) {
      throw new DatabaseUnavailableException("cannot start the database: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailableException("interrupted while waiting for the database", e);
    }
  }

  private static Database openLocal(Home home, DatabaseOptions options)
      throws IOException, InterruptedException {
    Credentials credentials = new Credentials(USER, home.secret(PASSWORD));
    HomeLock lock = new HomeLock(home);
    long deadline = System.nanoTime() + options.patience().toNanos();
    boolean told = false;
    while (true) {
      Optional<Database> running = connectRunning(home, credentials);
      if (running.isPresent()) {
        return forUse(running.get(), home, options);
      }
      if (lock.free()) {
        requireSpace(home);
        OwnDatabase.Restart start =
            arguments -> ChildProcess.start(home, home.secretFile(PASSWORD), options, arguments);
        Optional<ChildProcess> child = start.start(List.of());
        if (child.isPresent()) {
          return options.share()
              ? connectShared(home, credentials, child.get())
              : connectOwn(home, credentials, child.get(), start, options);
        }
      }
      if (System.nanoTime() > deadline) {
        throw new DatabaseUnavailableException(
            "another process has "
                + home
                + " open: wait until it has finished, or choose another home with --home");
      }
      if (!told) {
        options.messages().accept("another command has " + home + " open, waiting for it");
        told = true;
      }
      Thread.sleep(POLL);
    }
  }

  /// Neo4j on a full disk neither starts nor gives up.
  private static void requireSpace(Home home) throws IOException {
    if (home.usableMegabytes() < LEAST_MEGABYTES) {
      throw new DatabaseUnavailableException(
          "the disk that holds "
              + home
              + " is full: the database needs at least "
              + LEAST_MEGABYTES
              + " MB, free some space and try again");
    }
  }

  private static Database forUse(Database running, Home home, DatabaseOptions options) {
    if (!options.join()) {
      running.close();
      throw new DatabaseUnavailableException(
          "a server is running on "
              + home
              + " already, or a load that follows folders: stop it first, or choose another home"
              + " with --home");
    }
    return running;
  }

  private static Optional<Database> connectRunning(Home home, Credentials credentials) {
    // A database whose server is gone may still answer while it shuts down.
    Optional<Endpoint> endpoint = Endpoint.read(home).filter(Endpoint::publisherIsAlive);
    if (endpoint.isEmpty()) {
      return Optional.empty();
    }
    Database database = OpenDatabase.connect(endpoint.get().uri(), credentials, false, () -> {});
    try {
      database.driver().verifyConnectivity();
      return Optional.of(database);
    } catch (Neo4jException e) {
      database.close(); // stale: what published it is gone
      return Optional.empty();
    }
  }

  private static Database connectOwn(
      Home home,
      Credentials credentials,
      ChildProcess child,
      OwnDatabase.Restart restart,
      DatabaseOptions options) {
    Driver driver = OpenDatabase.driver(child.uri(), credentials);
    return answering(
        new OwnDatabase(driver, child, restart, home.neo4j(), options.patience()), home, () -> {});
  }

  private static Database connectShared(Home home, Credentials credentials, ChildProcess child) {
    Endpoint endpoint = new Endpoint(child.uri(), ProcessHandle.current().pid());
    Runnable stop =
        () -> {
          endpoint.withdraw(home);
          child.stop();
        };
    return answering(
        OpenDatabase.connect(child.uri(), credentials, true, stop),
        home,
        () -> endpoint.publish(home));
  }

  private static Database answering(Database database, Home home, Runnable then) {
    try {
      database.driver().verifyConnectivity();
      then.run();
      return database;
    } catch (Neo4jException | HomeException e) {
      database.close();
      throw new DatabaseUnavailableException(
          "the database started but does not answer (" + e.getMessage() + "): see " + home.logs(),
          e);
    }
  }

  private static Database connectElsewhere(String uri, Map<String, String> environment) {
    Credentials credentials =
        new Credentials(
            environment.getOrDefault("NEO4J_USERNAME", USER),
            environment.getOrDefault("NEO4J_PASSWORD", ""));
    try {
      Database database = OpenDatabase.connect(uri, credentials, false, () -> {});
      try {
        database.driver().verifyConnectivity();
        return database;
      } catch (Neo4jException e) {
        database.close();
        throw e;
      }
    } catch (AuthenticationException e) {
      throw new DatabaseUnavailableException(
          uri + " refuses the user: check NEO4J_USERNAME and NEO4J_PASSWORD", e);
    } catch (Neo4jException | IllegalArgumentException e) {
      throw new DatabaseUnavailableException(
          "cannot reach the database that NEO4J_URI names, "
              + uri
              + ": start it, or unset NEO4J_URI to use the local one",
          e);
    }
  }
}
