package io.iolaus.bench.write;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.database.StoreImporter;
import io.iolaus.cypher.home.FileTree;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.schema.SchemaMigrations;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.bulk.BulkMode;
import io.iolaus.ingest.bulk.FirstLoad;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// A first load, from a sealed segment in the home of a running empty database to a queryable graph
/// with its schema, beside the bare offline importer fed with ready CSV files of the same edges, in
/// turns.
///
/// Arguments: accounts (20,000, of 50 edges each), rounds (3); one more round goes first. Prints
/// where the time goes and the median ratio.
public final class FirstLoadSpeed {

  private static final SiteSecret SECRET = SiteSecret.of(new byte[SiteSecret.KEY_BYTES]);

  private FirstLoadSpeed() {}

  public static void main(String[] args) throws IOException {
    int accounts = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    Path folder = Files.createTempDirectory("iolaus-first-load-");
    try {
      EdgeFiles files = new EdgeFiles(folder, accounts);
      files.write(true);
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round <= rounds; round++) {
        Path store = folder.resolve("store-" + round);
        double bare = EdgePeers.importFiles(store, folder);
        FileTree.delete(store);
        Path home = folder.resolve("home-" + round);
        double ours = firstLoad(Home.at(home), files, round);
        FileTree.delete(home);
        System.out.printf(
            Locale.ROOT,
            "round %d: %,d edges, first load %.1f s, bare importer %.1f s, ratio %.2f%n",
            round,
            files.edges(),
            ours,
            bare,
            ours / bare);
        if (round > 0) {
          ratios.add(ours / bare);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "median ratio %.2f%n",
          ratios.stream().sorted().toList().get(ratios.size() / 2));
    } finally {
      FileTree.delete(folder);
    }
  }

  private static double firstLoad(Home home, EdgeFiles files, int round) throws IOException {
    try (Journal journal = Journal.open(home.journal());
        Database database =
            Databases.open(
                home,
                new DatabaseOptions(
                    "2g",
                    "512m",
                    Duration.ofMinutes(1),
                    false,
                    message -> System.err.println(message)))) {
      SchemaMigrations.apply(database.driver());
      Path segment = files.seal(journal, "b-" + round);
      int sessions = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
      Timed timed = new Timed(database);
      FirstLoad first = new FirstLoad(timed, BulkMode.ALWAYS);
      timed.start = System.nanoTime();
      first.bringIn(
          new FirstLoad.Load(
              home,
              SECRET,
              Clock.systemUTC(),
              sessions,
              new GraphWriter(database.driver()),
              WriteHook.NONE,
              message -> System.err.println(message)),
          journal,
          List.of(segment));
      double imported = timed.seconds();
      first.migrate();
      long edges = count(database.driver());
      double all = timed.seconds();
      if (edges != files.edges()) {
        throw new IllegalStateException(edges + " edges instead of " + files.edges());
      }
      System.out.printf(
          Locale.ROOT,
          "  files for the importer %.1f s; stop, import, start %.1f s; schema %.1f s%n",
          timed.written,
          imported - timed.written,
          all - imported);
      return all;
    }
  }

  private static long count(Driver driver) {
    try (Session session = driver.session()) {
      return session
          .run("MATCH ()-[r:CONNECTED_FROM]->() RETURN count(r)")
          .single()
          .get(0)
          .asLong();
    }
  }

  /// Notes when the files were written.
  private static final class Timed implements Database {

    private final Database database;
    private long start;
    private double written;

    Timed(Database database) {
      this.database = database;
    }

    double seconds() {
      return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public Driver driver() {
      return database.driver();
    }

    @Override
    public String uri() {
      return database.uri();
    }

    @Override
    public boolean owned() {
      return true;
    }

    @Override
    public Optional<StoreImporter> importer() {
      return database
          .importer()
          .map(importer ->
              filling ->
                  importer.replaceBy(() -> {
                    Path folder = filling.fill();
                    written = seconds();
                    return folder;
                  }));
    }

    @Override
    public void close() {
      database.close();
    }
  }
}
