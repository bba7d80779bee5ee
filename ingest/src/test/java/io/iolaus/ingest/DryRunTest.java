package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.secret.SiteSecret;
import io.iolaus.ingest.DryRunSummary.SourceCheck;
import io.iolaus.ingest.csv.CsvException;
import io.iolaus.ingest.csv.CsvFormat;
import io.iolaus.ingest.reject.DeadLetter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lines and rows come to, without a graph.
class DryRunTest {

  private static final String MAPPING =
      """
      ignore: [note]
      lines:
        - {type: exchange, account: user, at: when, prompt: text, count: n}
      """;

  @TempDir private Path folder;

  private SourceCheck check(Source source) throws IOException {
    IngestOptions small = new IngestOptions(2, 1 << 16, 1 << 16, false);
    return new DryRun(SiteSecret.of(new byte[32]), small)
        .check(List.of(source), IngestListener.NONE)
        .sources()
        .getFirst();
  }

  private SourceCheck csv(String mapping, String csv) throws IOException {
    Path map = Files.writeString(folder.resolve("map.yaml"), mapping);
    Path file = Files.writeString(folder.resolve("rows.csv"), csv);
    return check(Source.file(file, CsvFormat.of(map)));
  }

  private static Stream<String> places(SourceCheck check, String code) {
    return check.rejections().get(code).places().stream()
        .map(letter -> letter.line() + "@" + letter.offset() + " " + letter.field());
  }

  @Test
  void countsWhatWouldBeRejectedAndWhere() throws IOException {
    SourceCheck check =
        check(
            Source.file(
                Files.writeString(
                    folder.resolve("a.ndjson"),
                    """
                    {"type":"exchange","account":"a","at":"2026-04-01T00:00:00Z","count":7}

                    {"type":"exchange","account":"a","at":"yesterday"}
                    {"type":"exchange","account":"a"}
                    {"type":"exchange","account":"a","at":"2026-04-01T00:00:00Z","colour":"red"}
                    """)));
    assertThat(check.read()).isEqualTo(4);
    assertThat(check.accepted()).isEqualTo(2);
    assertThat(check.exchanges()).isEqualTo(8);
    assertThat(check.unknownFields()).containsEntry("colour", 1L);
    assertThat(places(check, "invalid-time")).containsExactly("3@73 at");
    assertThat(places(check, "missing-field")).containsExactly("4@124 at");
  }

  @Test
  void keepsTheFirstPlacesOfEachReason() throws IOException {
    Path file = Files.writeString(folder.resolve("a.ndjson"), "x\n".repeat(100_000));
    SourceCheck check = check(Source.file(file));
    assertThat(check.rejections().get("malformed-json").lines()).isEqualTo(100_000);
    assertThat(places(check, "malformed-json")).containsExactly("1@0 ", "2@2 ", "3@4 ");
  }

  @Test
  void readsRowsOfSeveralLines() throws IOException {
    SourceCheck check =
        csv(
            MAPPING,
            "user,when,text,n,note\r\n"
                + "a,2026-04-01T00:00:00Z,\"one\ntwo, \"\"three\"\"\n\",3,x\r\n"
                + "\n"
                + "b,2026-04-01T00:00:00Z,,,x\n"
                + "c,nowhen,\"one\ntwo\",1,x\n"
                + "d,2026-04-01T00:00:00Z,\"\",4,x");
    assertThat(check.accepted()).isEqualTo(3);
    assertThat(check.exchanges()).isEqualTo(8);
    assertThat(check.unknownFields()).isEmpty();
    assertThat(places(check, "invalid-time")).containsExactly("7@101 at");
    assertThat(check.rejections().get("invalid-time").places())
        .extracting(DeadLetter::detail)
        .containsExactly("must be an RFC 3339 time with an offset (column \"when\")");
  }

  @Test
  void aBadRowSpoilsItselfAlone() throws IOException {
    String good = "a,2026-04-01T00:00:00Z,hello,1,\n";
    SourceCheck check =
        csv(
            MAPPING,
            "user,when,text,n,note\n"
                + good
                + "a,2026-04-01T00:00:00Z,\"never closed,1,\n"
                + good
                + "a,b\n"
                + "a,2026-04-01T00:00:00Z,\"x\"y,1,\n"
                + "a,2026-04-01T00:00:00Z,hello,1,,\n"
                + good
                + "a,2026-04-01T00:00:00Z,hello,one,\n"
                + good);
    assertThat(check.accepted()).isEqualTo(4);
    assertThat(check.rejections().get("malformed-row").lines()).isEqualTo(4);
    assertThat(places(check, "malformed-row").toList().getFirst()).startsWith("3@");
    assertThat(places(check, "wrong-type").toList()).singleElement().asString().endsWith("count");
  }

  @Test
  void aRowThatBreaksOffIsRejectedOnce() throws IOException {
    SourceCheck check = csv(MAPPING, "user,when,text,n,note\na,2026-04-01T00:00:00Z,\"hel\nlo");
    assertThat(check.rejections().get("malformed-row").lines()).isEqualTo(1);
    assertThat(csv(MAPPING, "user,when,text,n,note").read()).isZero();
    assertThat(csv(MAPPING, "").read()).isZero();
  }

  @Test
  void rowsThatAreNoUtf8OrTooLongAreNamed() throws IOException {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    csv.writeBytes("user,when,text,n,note\n".getBytes(StandardCharsets.UTF_8));
    csv.writeBytes("a,b,\u00e4,1,\n".getBytes(StandardCharsets.ISO_8859_1));
    byte[] digits = new byte[17 << 20];
    java.util.Arrays.fill(digits, (byte) '1');
    csv.writeBytes(digits);
    csv.writeBytes("\na,2026-04-01T00:00:00Z,x,1,\n".getBytes(StandardCharsets.UTF_8));
    Path map = Files.writeString(folder.resolve("map.yaml"), MAPPING);
    Path file = Files.write(folder.resolve("rows.csv"), csv.toByteArray());
    SourceCheck check = check(Source.file(file, CsvFormat.of(map)));
    assertThat(check.accepted()).isEqualTo(1);
    assertThat(places(check, "invalid-utf8")).containsExactly("2@22 ");
    assertThat(places(check, "line-too-long")).containsExactly("3@31 ");
  }

  @Test
  void oneRowMaySayManyThings() throws IOException {
    SourceCheck check =
        csv(
            """
            delimiter: tab
            time: yyyy-MM-dd HH:mm
            zone: Europe/Berlin
            absent: ["", "NULL"]
            lines:
              - type: account
                when: {column: event, is: signup}
                id: user
                createdAt: at
                verified: {column: sso, values: {Y: true, N: false}}
              - type: identifier
                when: device
                account: user
                kind: {constant: device}
                value: device
                at: at
              - type: payment
                when: {column: event, is: [paid, renewed]}
                account: user
                instrument: card
                at: at
            """,
            """
            event\tuser\tat\tsso\tdevice\tcard\tmore
            signup\ta\t2026-04-01 10:00\tY\td-1\tNULL\t
            paid\ta\t2026-04-01 10:01\tNULL\tNULL\tpi_1\t
            paid\ta\t2026-04-01 10:01\tNULL\td-1\tNULL\t
            left\ta\t2026-04-01 10:01\tNULL\tNULL\tNULL\t
            signup\tb\t2026-04-01 10:00\tmaybe\tNULL\tNULL\t
            """);
    assertThat(check.accepted()).isEqualTo(4);
    assertThat(places(check, "missing-field").toList()).singleElement().asString().startsWith("4@");
    assertThat(places(check, "wrong-type").toList())
        .singleElement()
        .asString()
        .endsWith("verified");
    assertThat(check.unknownFields())
        .containsEntry("more", 4L)
        .containsEntry("(row that the mapping has no line for)", 1L);
  }

  @Test
  void aHeaderThatDoesNotFitIsAnErrorThatNamesTheColumn() {
    assertThatThrownBy(() -> csv(MAPPING, "user;when;text;n\n"))
        .isInstanceOf(CsvException.class)
        .hasMessageContainingAll(
            "rows.csv, line 1: there is no column \"user\"",
            "map.yaml takes for exchange.account",
            "the file has user;when;text;n");
    assertThatThrownBy(() -> csv(MAPPING, "user,when,text,n,user\n"))
        .isInstanceOf(CsvException.class)
        .hasMessageContaining("column \"user\" is there 2 times");
  }

  @Test
  void csvInUtf16IsToldBeforeItsHeader() throws IOException {
    Path map = Files.writeString(folder.resolve("map.yaml"), MAPPING);
    Path file =
        Files.writeString(
            folder.resolve("rows.csv"), "user,when,text,n,note\n", StandardCharsets.UTF_16);
    assertThatThrownBy(() -> check(Source.file(file, CsvFormat.of(map))))
        .hasMessageStartingWith(file + " is UTF-16, and UTF-8 is wanted");
  }

  @Test
  void compressedCsvIsReadTooAndABreakIsReported() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write("user,when,text,n,note\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 5000; i++) {
        gzip.write(
            ("a,2026-04-01T00:00:00Z,\"" + i * 7919L + "\n\",1,\n")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    Path map = Files.writeString(folder.resolve("map.yaml"), MAPPING);
    Path whole = Files.write(folder.resolve("rows.csv.gz"), out.toByteArray());
    assertThat(check(Source.file(whole, CsvFormat.of(map))).accepted()).isEqualTo(5000);
    byte[] cut = java.util.Arrays.copyOf(out.toByteArray(), out.size() / 2);
    Path half = Files.write(folder.resolve("half.csv.gz"), cut);
    SourceCheck check = check(Source.file(half, CsvFormat.of(map)));
    assertThat(check.accepted()).isBetween(1000L, 4000L);
    assertThat(check.rejections()).containsOnlyKeys("broken-source");
  }
}
