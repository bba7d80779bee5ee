package io.iolaus.ingest.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.ingest.source.SourceFolder.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  private FolderWatch watch(Path... folders) {
    return new FolderWatch(
        List.of(folders),
        false,
        Duration.ofSeconds(3),
        (path, reason) -> told.add(path.getFileName() + " " + reason));
  }

  private static List<String> names(List<Entry> entries) {
    return entries.stream().map(entry -> entry.path().getFileName().toString()).toList();
  }

  @Test
  void aFileIsCompleteWhenItDidNotChangeForAWhile() throws IOException {
    FolderWatch watch = watch(folder);
    Path file = Files.writeString(folder.resolve("a.ndjson"), "{}\n");
    assertThat(watch.settled(0)).isEmpty();
    assertThat(watch.settled(2 * SECOND)).isEmpty();
    Files.writeString(file, "{}\n{}\n");
    assertThat(watch.settled(4 * SECOND)).isEmpty();
    assertThat(watch.settled(6 * SECOND)).isEmpty();
    assertThat(names(watch.settled(7 * SECOND))).containsExactly("a.ndjson");
  }

  @Test
  void aFileAppearsWhenItIsRenamed() throws IOException {
    FolderWatch watch = watch(folder);
    Path part = Files.writeString(folder.resolve("a.ndjson.part"), "{}\n");
    assertThat(watch.settled(0)).isEmpty();
    assertThat(watch.settled(9 * SECOND)).isEmpty();
    Files.move(part, folder.resolve("a.ndjson"));
    assertThat(watch.settled(10 * SECOND)).isEmpty();
    assertThat(names(watch.settled(13 * SECOND))).containsExactly("a.ndjson");
  }

  @Test
  void aFolderThatIsGoneIsToldOnceAndComesBack() throws IOException {
    Path gone = folder.resolve("gone");
    FolderWatch watch = watch(gone);
    assertThat(watch.settled(0)).isEmpty();
    assertThat(watch.settled(1)).isEmpty();
    assertThat(told)
        .containsExactly("gone cannot be looked at, trying again: it is gone or locked");
    Files.createDirectory(gone);
    Files.writeString(gone.resolve("a.ndjson"), "{}\n");
    watch.settled(SECOND);
    assertThat(names(watch.settled(5 * SECOND))).containsExactly("a.ndjson");
  }
}
