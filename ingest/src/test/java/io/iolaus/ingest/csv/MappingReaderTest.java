package io.iolaus.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingReaderTest {

  private static final String MODEL = "lines:\n- {type: model, id: name, releasedAt: day}\n";

  @TempDir private Path folder;

  private CsvMapping read(String yaml) throws IOException {
    return CsvMapping.read(Files.writeString(folder.resolve("map.yaml"), yaml));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lines: [ | line 1: this is no YAML",
        "a | must be keys and values",
        "line: [] | there is no key \"line\"; there are absent, delimiter, ignore, lines, time, zone",
        "lines: [] | lines: must be a list with at least one entry",
        "lines: [{type: user}] | lines[0].type: must be one of account, payment",
        "lines: [{type: model, id: a, releasedAt: b, size: c}] | lines[0].size: a line of type model has no such field; it has id, name, releasedAt",
        "lines: [{type: model, id: a}] | lines[0]: a line of type model needs releasedAt",
        "lines: [{type: model, id: {colum: a}, releasedAt: b}] | lines[0].id: there is no key \"colum\"",
        "lines: [{type: model, id: {values: {a: b}}, releasedAt: b}] | lines[0].id: needs either column or constant",
        "lines: [{type: model, id: a, releasedAt: {column: b, time: yyyy-MM-dd}}] | \"yyyy-MM-dd\" has no offset: add zone",
        "lines: [{type: model, id: a, releasedAt: {column: b, time: 'bb', zone: UTC}}] | lines[0].releasedAt: ",
        "lines: [{type: model, id: a, releasedAt: {column: b, time: yyyy, zone: Mars}}] | lines[0].releasedAt: ",
        "delimiter: ab | delimiter: must be one ASCII character, or tab",
      })
  void saysWhatIsWrongAndWhere(String yaml, String message) {
    String whole = yaml.startsWith("delimiter") ? yaml + "\n" + MODEL : yaml;
    assertThatThrownBy(() -> read(whole))
        .isInstanceOf(CsvException.class)
        .hasMessageContaining("map.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void digestIsOfWhatItSays() throws IOException {
    byte[] digest = read(MODEL).digest();
    assertThat(read("# a comment\nignore: [x]\n" + MODEL).digest()).isEqualTo(digest);
    assertThat(read("lines:\n  - releasedAt: \"day\"\n    id: name\n    type: model\n").digest())
        .isEqualTo(digest);
    assertThat(read(MODEL.replace("day", "date")).digest()).isNotEqualTo(digest);
    assertThat(read("delimiter: ;\n" + MODEL).digest()).isNotEqualTo(digest);
  }
}
