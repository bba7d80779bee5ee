package io.iolaus.bench.write;

import io.iolaus.bench.load.CampaignLines;
import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.Event;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.FileTree;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.IngestListener;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.IngestService;
import io.iolaus.ingest.Source;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.SegmentReader;
import io.iolaus.ingest.write.BatchWriter;
import io.iolaus.ingest.write.WriteHook;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Events to a queryable graph, and folded edges to the graph, beside what a user would do
/// otherwise: in turns, on one machine, in one database.
///
/// Arguments: events (200,000), accounts of the folded edges (2,000: 100,000 edges), rounds (3).
public final class WriteSpeed {

  private static final SiteSecret SECRET = SiteSecret.of(new byte[32]);

  private final Path folder;
  private final int rounds;

  private WriteSpeed(Path folder, int rounds) {
    this.folder = folder;
    this.rounds = rounds;
  }

  public static void main(String[] args) throws IOException {
    long events = args.length > 0 ? Long.parseLong(args[0]) : 200_000;
    int accounts = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    Path folder = Files.createTempDirectory("iolaus-write-");
    try {
      WriteSpeed bench = new WriteSpeed(folder, rounds);
      try (BenchDatabase database = BenchDatabase.start(folder.resolve("neo4j"), folder)) {
        bench.events(database, events);
        bench.edges(database, new EdgeFiles(folder, accounts));
      }
    } finally {
      FileTree.delete(folder);
    }
  }

  private void events(BenchDatabase database, long events) throws IOException {
    Path lines = folder.resolve("events.ndjson");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(lines))) {
      new CampaignLines(CampaignLines.Shape.campaign(events), SECRET).writeTo(out);
    }
    List<Map<String, Object>> rows = rows(lines);
    writeCsv(rows);
    Rounds times = new Rounds(database, rounds);
    for (int round = 0; round <= rounds; round++) {
      Home home = Home.at(folder.resolve("home-" + round));
      times.time(round, "iolaus ingest", events, () -> ingest(database, home, lines));
      times.time(round, "driver, UNWIND MERGE", events, () -> EventPeers.unwind(database, rows));
      times.time(round, "LOAD CSV, serial", events, () -> EventPeers.loadCsv(database));
    }
    long edges = database.count("MATCH ()-[r]->() RETURN count(r)");
    times.report(
        "events to graph, %.1f events for each distinct edge".formatted((double) events / edges));
  }

  private static void ingest(BenchDatabase database, Home home, Path lines) throws IOException {
    new IngestService(database.driver(), home, SECRET, Clock.systemUTC(), IngestOptions.defaults())
        .ingest(List.of(Source.file(lines)), IngestListener.NONE);
  }

  private static List<Map<String, Object>> rows(Path lines) throws IOException {
    EventDecoder decoder = new EventDecoder(SECRET, new PromptSketcher(SECRET));
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Stream<String> text = Files.lines(lines)) {
      text.forEach(line -> {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        if (decoder.decode(bytes, 0, bytes.length) instanceof Decoded.Accepted(Event event, _)
            && event instanceof Event.Exchange e
            && e.ip() != null
            && e.client() != null) {
          rows.add(
              Map.of(
                  "account", e.account(),
                  "ip", e.ip(),
                  "client", "client:" + e.client(),
                  "at", e.at().atOffset(ZoneOffset.UTC),
                  "inputTokens", e.inputTokens(),
                  "outputTokens", e.outputTokens()));
        }
      });
    }
    return rows;
  }

  private void writeCsv(List<Map<String, Object>> rows) throws IOException {
    List<String> columns = List.of("account", "ip", "client", "at", "inputTokens", "outputTokens");
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("events.csv"))) {
      out.write(String.join(",", columns) + "\n");
      for (Map<String, Object> row : rows) {
        out.write(
            String.join(",", columns.stream().map(c -> String.valueOf(row.get(c))).toList())
                + "\n");
      }
    }
  }

  private void edges(BenchDatabase database, EdgeFiles files) throws IOException {
    files.write(false);
    files.write(true);
    Rounds times = new Rounds(database, rounds);
    for (int round = 0; round <= rounds; round++) {
      Path journal = folder.resolve("journal-" + round);
      Path segment = seal(journal, files);
      times.time(
          round, "iolaus, sealed segment", files.edges(), () -> write(database, journal, segment));
      for (int concurrency : new int[] {1, 2, 4}) {
        times.time(
            round,
            "LOAD CSV, %d at once".formatted(concurrency),
            files.edges(),
            () -> EdgePeers.loadCsv(database, concurrency));
      }
      double seconds = EdgePeers.importFiles(folder.resolve("store-" + round), folder);
      times.note(round, "offline importer", files.edges(), seconds, 0);
    }
    times.report("distinct edges to graph");
  }

  private static Path seal(Path folder, EdgeFiles files) throws IOException {
    try (Journal journal = Journal.open(folder)) {
      return files.seal(journal, "b-" + folder.getFileName());
    }
  }

  private void write(BenchDatabase database, Path folder, Path segment) throws IOException {
    int sessions = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    BatchWriter writer =
        new BatchWriter(
            new GraphWriter(database.driver()),
            this.folder.resolve("dead-letters"),
            Clock.systemUTC(),
            sessions,
            WriteHook.NONE);
    try (Journal journal = Journal.open(folder);
        SegmentReader reader = journal.read(segment)) {
      writer.write(reader);
    }
  }
}
