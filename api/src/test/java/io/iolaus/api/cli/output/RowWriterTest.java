package io.iolaus.api.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowWriterTest {

  private static final List<String> COLUMNS = List.of("key", "count", "share", "at", "list");

  @Test
  void csvQuotesWhatNeedsIt() throws IOException {
    assertThat(print(OutputFormat.CSV))
        .isEqualTo(
            """
            key,count,share,at,list
            "a ""b"", c",1200,0.5000,2026-04-21T08:00:00Z,x+y
            "two
            lines",0,1.0000,,
            """);
  }

  @Test
  void ndjsonKeepsTypes() throws IOException {
    assertThat(print(OutputFormat.NDJSON))
        .isEqualTo(
            """
            {"key":"a \\"b\\", c","count":1200,"share":0.5000,"at":"2026-04-21T08:00:00Z","list":["x","y"]}
            {"key":"two\\nlines","count":0,"share":1.0000,"at":null,"list":[]}
            """);
  }

  @Test
  void tableAlignsNumbersToTheRight() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RowWriter rows = RowWriter.to(out, OutputFormat.TABLE, List.of("name", "n"))) {
      rows.row(List.of(new Cell.Text("zürich"), new Cell.Count(7)));
      rows.row(List.of(new Cell.Text("x"), new Cell.Count(1234)));
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            name    n
            zürich     7
            x       1234
            """);
  }

  @Test
  void sharesAreRoundedToFourDecimalsInAnyLocale() {
    assertThat(new Cell.Share(0.99996).text()).isEqualTo("1.0000");
    assertThat(new Cell.Share(0.12345).text()).isEqualTo("0.1235");
  }

  private static String print(OutputFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RowWriter rows = RowWriter.to(out, format, COLUMNS)) {
      rows.row(
          List.of(
              new Cell.Text("a \"b\", c"),
              new Cell.Count(1200),
              new Cell.Share(0.5),
              new Cell.Time(Instant.parse("2026-04-21T08:00:00Z")),
              new Cell.Texts(List.of("x", "y"))));
      rows.row(
          List.of(
              new Cell.Text("two\nlines"),
              new Cell.Count(0),
              new Cell.Share(1),
              new Cell.Time(null),
              new Cell.Texts(List.of())));
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
