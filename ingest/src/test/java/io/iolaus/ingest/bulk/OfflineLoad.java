package io.iolaus.ingest.bulk;

import io.iolaus.cypher.database.Database;
import io.iolaus.cypher.database.DatabaseOptions;
import io.iolaus.cypher.database.Databases;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.schema.SchemaMigrations;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestProgress;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.IngestSummary;
import io.iolaus.ingest.Source;
import io.iolaus.ingest.TestIngest;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Loads files into a home with a database of its own, as a command does. Also a program, to be
/// killed: home, mode, files.
final class OfflineLoad {

  static final IngestOptions OPTIONS = new IngestOptions(2, 64 << 20, 200_000, true);

  private OfflineLoad() {}

  public static void main(String[] args) throws IOException {
    Home home = Home.at(Path.of(args[0]));
    try (Database database = open(home)) {
      load(
          database,
          home,
          BulkMode.valueOf(args[1]),
          Arrays.stream(args).skip(2).map(Path::of).toList());
    }
  }

  static Database open(Home home) {
    Database database =
        Databases.open(
            home,
            new DatabaseOptions("512m", "32m", Duration.ofMinutes(2), false, System.err::println));
    SchemaMigrations.apply(database.driver());
    return database;
  }

  static Loaded load(Database database, Home home, BulkMode mode, List<Path> files)
      throws IOException {
    return load(database, home, mode, files, OPTIONS);
  }

  static Loaded load(
      Database database, Home home, BulkMode mode, List<Path> files, IngestOptions options)
      throws IOException {
    Notices notices = new Notices(new ArrayList<>());
    IngestSummary summary =
        service(database, home, mode, options)
            .ingest(files.stream().map(Source::file).toList(), notices);
    return new Loaded(summary, notices.said);
  }

  static IngestService service(Database database, Home home, BulkMode mode, IngestOptions options) {
    return TestIngest.service(database.driver(), home, options, WriteHook.NONE)
        .withFirstLoad(new FirstLoad(database, mode));
  }

  /// What became of a load.
  record Loaded(IngestSummary summary, List<String> notices) {}

  private record Notices(List<String> said) implements IngestListener {

    @Override
    public void progress(IngestProgress progress) {}

    @Override
    public void notice(String text) {
      said.add(text);
    }
  }

  /// The database program of a home that this process has started.
  static Optional<ProcessHandle> program(Home home) {
    return ProcessHandle.current()
        .children()
        .filter(child ->
            List.of(child.info().arguments().orElse(new String[0]))
                .contains(home.neo4j().toString()))
        .findFirst();
  }
}
