package io.iolaus.ingest;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.ingest.write.WriteHook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/// A home and a graph to load into.
public final class Loads {

  static final IngestOptions SMALL = new IngestOptions(2, 1 << 20, 1 << 18, true);

  public final Driver driver;
  public final Path folder;
  private Home home;
  private int homes;

  private Loads(Driver driver, Path folder) {
    this.driver = driver;
    this.folder = folder;
    home = Home.at(folder.resolve("home-0"));
  }

  /// An empty graph and an empty home.
  public static Loads empty(Driver driver, Path folder) {
    TestGraph.empty(driver);
    return new Loads(driver, folder);
  }

  /// Starts over, with the same site secret.
  public void clear() {
    TestGraph.empty(driver);
    home = Home.at(folder.resolve("home-" + ++homes));
  }

  public Home home() {
    return home;
  }

  IngestService service(IngestOptions options, WriteHook hook) {
    Clock clock = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);
    return new IngestService(driver, home, SiteSecret.of(new byte[32]), clock, options, hook);
  }

  public IngestSummary load(Path... files) throws IOException {
    return load(SMALL, files);
  }

  IngestSummary load(IngestOptions options, Path... files) throws IOException {
    List<Source> sources = List.of(files).stream().map(Source::file).toList();
    return service(options, WriteHook.NONE).ingest(sources, IngestListener.NONE);
  }

  IngestSummary load(String... lines) throws IOException {
    return load(file("lines-" + System.nanoTime() + ".ndjson", List.of(lines)));
  }

  IngestSummary loadStream(byte[] bytes) throws IOException {
    return service(SMALL, WriteHook.NONE)
        .ingest(
            List.of(Source.standardInput(new ByteArrayInputStream(bytes))), IngestListener.NONE);
  }

  public Path file(String name, List<String> lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  public Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  String digest() {
    return GraphDigest.of(driver);
  }

  public List<String> graph() {
    return GraphDigest.lines(driver);
  }

  public List<Record> query(String statement) {
    try (Session session = driver.session()) {
      return session.run(statement).list();
    }
  }

  public Record one(String statement) {
    try (Session session = driver.session()) {
      return session.run(statement).single();
    }
  }

  public Map<String, Object> batch() {
    return one("MATCH (b:Batch) RETURN b").get("b").asMap();
  }

  public List<String> deadLetters() throws IOException {
    try (var files = Files.list(home.deadLetters())) {
      return files.sorted().flatMap(Loads::lines).toList();
    }
  }

  private static java.util.stream.Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
