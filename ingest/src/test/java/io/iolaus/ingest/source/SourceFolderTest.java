package io.iolaus.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFolderTest {

  @TempDir private Path folder;

  private void file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{}\n");
  }

  private List<String> found(boolean csv) throws IOException {
    return SourceFolder.look(folder, csv).files().stream()
        .map(entry -> folder.relativize(entry.path()).toString())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "a.ndjson, NDJSON",
    "a.jsonl.gz, NDJSON",
    "a.ndjson.zst, NDJSON",
    "a.csv, CSV",
    "a.tsv.gz, CSV",
    ".a.ndjson, HIDDEN",
    "a.ndjson.part, UNFINISHED",
    "a.tmp, UNFINISHED",
    "a.ndjson.tmp, UNFINISHED",
    "a.json, OTHER",
    "a.gz, OTHER",
    "README, OTHER"
  })
  void namesSayWhatFilesAre(String name, FileKind kind) {
    assertThat(FileKind.of(Path.of(name))).isEqualTo(kind);
  }

  @Test
  void findsEventFilesBelowInByteOrder() throws IOException {
    for (String name :
        List.of("b.ndjson", "a/z.jsonl.gz", "B.ndjson", "a/c/\u00e9.ndjson.zst", "a.ndjson")) {
      file(name);
    }
    assertThat(found(false))
        .containsExactly(
            "B.ndjson", "a.ndjson", "a/c/\u00e9.ndjson.zst", "a/z.jsonl.gz", "b.ndjson");
  }

  @Test
  void saysWhatItLeavesOut() throws IOException {
    for (String name :
        List.of("a.ndjson", "b.csv", ".hidden/x.ndjson", ".h.ndjson", "c.tmp", "d.part", "e.txt")) {
      file(name);
    }
    assertThat(found(false)).containsExactly("a.ndjson");
    assertThat(SourceFolder.look(folder, false).leftOut())
        .containsOnly(
            java.util.Map.entry(FileKind.CSV, List.of(folder.resolve("b.csv"))),
            java.util.Map.entry(
                FileKind.HIDDEN, List.of(folder.resolve(".h.ndjson"), folder.resolve(".hidden"))),
            java.util.Map.entry(
                FileKind.UNFINISHED, List.of(folder.resolve("c.tmp"), folder.resolve("d.part"))),
            java.util.Map.entry(FileKind.OTHER, List.of(folder.resolve("e.txt"))));
    assertThat(found(true)).containsExactly("a.ndjson", "b.csv");
  }

  @Test
  void aFolderThatLeadsBackToItselfEnds() throws IOException {
    file("a.ndjson");
    Files.createSymbolicLink(folder.resolve("again"), folder);
    SourceFolder looked = SourceFolder.look(folder, false);
    assertThat(looked.files()).hasSize(1);
    assertThat(looked.unreadable()).containsExactly(folder.resolve("again"));
  }

  @Test
  void aFolderThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> SourceFolder.look(folder.resolve("none"), false))
        .isInstanceOf(NoSuchFileException.class);
  }
}
