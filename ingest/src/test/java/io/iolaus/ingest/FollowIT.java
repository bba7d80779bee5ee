package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.IngestSummary.SourceSummary;
import io.iolaus.ingest.follow.FolderFollower;
import io.iolaus.ingest.follow.FollowListener;
import io.iolaus.ingest.follow.FollowOptions;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// A folder that is followed, with the follower on a thread of its own.
@Neo4jTest
class FollowIT {

  private final List<String> lines = SampleLines.of(21, 300);
  private Loads loads;
  private Path incoming;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) throws IOException {
    loads = Loads.empty(driver, folder);
    incoming = Files.createDirectory(folder.resolve("incoming"));
  }

  /// One follower, from its start to its end.
  private final class Follower implements FollowListener, AutoCloseable {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ended = CompletableFuture.runAsync(this::run);
    private volatile boolean stop;

    private void run() {
      FollowOptions quick = new FollowOptions(Duration.ofMillis(100), Duration.ofMillis(30));
      try {
        new FolderFollower(
                loads.service(Loads.SMALL, WriteHook.NONE),
                loads.home(),
                List.of(incoming),
                null,
                quick,
                this)
            .run();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String next() throws InterruptedException {
      return heard.poll(1, TimeUnit.MINUTES);
    }

    @Override
    public void progress(IngestProgress progress) {}

    @Override
    public boolean stopped() {
      return stop;
    }

    @Override
    public void loaded(SourceSummary summary) {
      heard.add(
          "%s read %d, before %d"
              .formatted(
                  Path.of(summary.source()).getFileName(),
                  summary.counts().read(),
                  summary.recognised()));
    }

    @Override
    public void unreadable(Path path, String reason) {
      heard.add(path.getFileName() + " is unreadable");
    }

    @Override
    public void close() throws Exception {
      stop = true;
      ended.get(1, TimeUnit.MINUTES);
    }
  }

  private void write(String name, List<String> text) throws IOException {
    Path part = Files.write(incoming.resolve(name + ".part"), text);
    Files.move(part, incoming.resolve(name));
  }

  @Test
  void loadsWhatComesAndGoesOnWhereItGrows() throws Exception {
    try (Follower follower = new Follower()) {
      write("a.ndjson", lines.subList(0, 100));
      assertThat(follower.next()).isEqualTo("a.ndjson read 100, before 0");
      write("b.ndjson", lines.subList(100, 200));
      assertThat(follower.next()).isEqualTo("b.ndjson read 100, before 0");
      Files.write(incoming.resolve("b.ndjson"), lines.subList(200, 300), StandardOpenOption.APPEND);
      assertThat(follower.next()).isEqualTo("b.ndjson read 200, before 100");
    }
    List<String> graph = loads.graph();
    loads.clear();
    loads.load(loads.file("whole.ndjson", lines));
    assertThat(graph).isEqualTo(loads.graph());
  }

  @Test
  void whatIsDoneIsNotReadAgainByTheNext() throws Exception {
    write("a.ndjson", lines.subList(0, 100));
    write("b.ndjson", lines.subList(100, 200));
    try (Follower follower = new Follower()) {
      assertThat(follower.next()).startsWith("a.ndjson");
      assertThat(follower.next()).startsWith("b.ndjson");
    }
    try (Follower follower = new Follower()) {
      write("c.ndjson", lines.subList(200, 300));
      assertThat(follower.next()).isEqualTo("c.ndjson read 100, before 0");
      assertThat(follower.heard).isEmpty();
    }
  }

  @Test
  void aMemoryOfAnotherGraphIsNotBelieved() throws Exception {
    write("a.ndjson", lines.subList(0, 100));
    try (Follower follower = new Follower()) {
      assertThat(follower.next()).startsWith("a.ndjson");
    }
    io.iolaus.cypher.test.TestGraph.empty(loads.driver);
    try (Follower follower = new Follower()) {
      assertThat(follower.next()).isEqualTo("a.ndjson read 100, before 0");
    }
  }

  @Test
  void aFileThatCannotBeReadIsToldOnceAndTriedWhenItChanges() throws Exception {
    Path broken = incoming.resolve("a.ndjson");
    Files.createSymbolicLink(broken, loads.folder.resolve("target.ndjson"));
    Files.createDirectory(loads.folder.resolve("target.ndjson"));
    try (Follower follower = new Follower()) {
      write("b.ndjson", lines.subList(0, 100));
      assertThat(follower.next()).startsWith("b.ndjson read 100");
      Files.delete(broken);
      Files.write(broken, lines.subList(100, 200));
      assertThat(follower.next()).startsWith("a.ndjson read 100");
    }
  }
}
