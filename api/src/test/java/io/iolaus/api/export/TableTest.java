package io.iolaus.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableTest {

  private record Row(String text, Double number, Long count, Instant at) {}

  private static final Table<Row> TABLE =
      new Table<>(
          List.of(
              Column.text("text", Row::text),
              Column.number("number", Row::number),
              Column.count("count", Row::count),
              Column.time("at", Row::at)));

  private static String written(TableFormat format, List<Row> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TABLE.write(out, format, _ -> new Page<>(rows, rows.size(), null));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<CsvRecord> read(String csv) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
      return reader.stream().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "-:pi_7",
        "\uFF1D1",
        "=\"a\",\"b\""
      })
  void textThatASpreadsheetWouldTakeForAFormulaBeginsWithAnApostrophe(String text)
      throws IOException {
    String csv = written(TableFormat.CSV, List.of(new Row(text, null, null, null)));

    assertThat(read(csv).get(1).getField(0)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acc-1", "a=1", "a,b", "say \"no\"", "two\r\nlines", "-", "ü😀"})
  void otherTextIsReadAsItWas(String text) throws IOException {
    String csv = written(TableFormat.CSV, List.of(new Row(text, null, null, null)));

    assertThat(read(csv).get(1).getField(0)).isEqualTo(text);
  }

  @Test
  void numbersAreLeftAlone() throws IOException {
    Instant at = Instant.parse("2026-06-01T00:00:00Z");

    assertThat(written(TableFormat.CSV, List.of(new Row("a", -1.5, -7L, at))))
        .isEqualTo("text,number,count,at\r\na,-1.500000,-7,2026-06-01T00:00:00Z\r\n");
  }

  @Test
  void linesForProgramsHaveEverythingAsItIs() throws IOException {
    JsonNode row =
        JsonMapper.shared()
            .readTree(
                written(TableFormat.NDJSON, List.of(new Row("=1\u0001😀", -1.5, null, null))));

    assertThat(row.get("text").asString()).isEqualTo("=1\u0001😀");
    assertThat(row.get("number").decimalValue()).isEqualByComparingTo("-1.5");
    assertThat(row.get("count").isNull()).isTrue();
    assertThat(row.get("at").isNull()).isTrue();
  }

  /// A million rows: before each page is read, the one before it has left but for what fits into a
  /// buffer.
  @Test
  void whatWasReadLeavesBeforeMoreIsRead() throws IOException {
    int pages = 2_000;
    List<Row> rows =
        IntStream.range(0, Pages.SIZE)
            .mapToObj(n -> new Row("account-" + n, 1.5, 2L, null))
            .toList();
    long rowBytes = written(TableFormat.CSV, rows).length() / Pages.SIZE;
    long[] left = {0};
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            left[0]++;
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            left[0] += length;
          }
        };
    List<Long> held = new ArrayList<>();
    TABLE.write(
        out,
        TableFormat.CSV,
        after -> {
          int page = after == null ? 0 : Integer.parseInt(after.id());
          held.add(page * rowBytes * Pages.SIZE - left[0]);
          PageKey next = page == pages - 1 ? null : new PageKey("", String.valueOf(page + 1));
          return new Page<>(rows, (long) pages * Pages.SIZE, next);
        });

    assertThat(held).hasSize(pages).allSatisfy(bytes -> assertThat(bytes).isLessThan(64L << 10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/passwd", "a\"; b=\"c", "x\r\nSet-Cookie: a=b", "…", "cluster c-1"})
  void fileNamesAreSafeEverywhere(String name) {
    assertThat(Download.safe(name)).matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
  }
}
