package io.iolaus.api.cli;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.cluster.ClusterReader;
import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.schema.SchemaMigrations;
import java.nio.file.Path;
import org.neo4j.driver.Driver;

/// A home with its database open and its schema up to date, for the time of one command.
record Workspace(Home home, Database database) implements AutoCloseable {

  /// For a command that puts something into the home.
  static Workspace open(IolausCommand options) {
    return open(options.home(), DatabaseOptions.command(Console::say));
  }

  /// For a command that only reads: makes no home where there is none.
  static Workspace openExisting(IolausCommand options) {
    Path path = options.homePath();
    if (!Home.exists(path) && System.getenv("NEO4J_URI") == null) {
      throw new CommandException(
          "there is no Iolaus home at "
              + path
              + ": run `iolaus ingest` first, or name another with"
              + " --home");
    }
    return open(options);
  }

  /// For a command that runs on and on: lets others work beside it, as a server does.
  static Workspace openFollower(IolausCommand options) {
    return open(options.home(), DatabaseOptions.follower(Console::say));
  }

  /// For a server, which lets commands work beside it.
  static Workspace openServer(Home home) {
    return open(home, DatabaseOptions.server(Console::say));
  }

  /// A home with a database of its own, whatever the environment names.
  static Workspace openOwn(Home home) {
    return migrated(home, Databases.openOwn(home, DatabaseOptions.command(Console::say)));
  }

  private static Workspace open(Home home, DatabaseOptions options) {
    return migrated(home, Databases.open(home, options));
  }

  private static Workspace migrated(Home home, Database database) {
    try {
      SchemaMigrations.apply(database.driver());
      return new Workspace(home, database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  Driver driver() {
    return database.driver();
  }

  ClusterReader clusters() {
    return new ClusterReader(driver());
  }

  SiteSecret siteSecret() {
    return home.site();
  }

  @Override
  public void close() {
    database.close();
  }
}
