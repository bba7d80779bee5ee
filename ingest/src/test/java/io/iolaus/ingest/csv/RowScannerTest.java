package io.iolaus.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowScannerTest {

  private static List<String> rows(String text) {
    byte[] data = text.getBytes(StandardCharsets.UTF_8);
    RowScanner scanner = new RowScanner(',', 2);
    List<String> rows = new ArrayList<>();
    for (int start = 0; start < data.length; ) {
      int end = scanner.end(data, start, data.length, true);
      rows.add(new String(data, start, end - start, StandardCharsets.UTF_8));
      start = end + 1;
    }
    return rows;
  }

  @Test
  void linesAreRows() {
    assertThat(rows("a,b\r\nc,d\n\ne,f")).containsExactly("a,b\r", "c,d", "", "e,f");
  }

  @Test
  void quotesHoldLinesTogether() {
    assertThat(rows("a,\"b\nc\"\nd,e\n")).containsExactly("a,\"b\nc\"", "d,e");
    assertThat(rows("\"a\"\"\n,\",b\nd,e\n")).containsExactly("\"a\"\"\n,\",b", "d,e");
  }

  @Test
  void quotesInsideACellAreText() {
    assertThat(rows("5\" disk,b\nc,6\"\n")).containsExactly("5\" disk,b", "c,6\"");
  }

  @Test
  void aQuoteThatNeverEndsSpoilsItsOwnLineAlone() {
    assertThat(rows("a,\"b\nc,d\ne,f\n")).containsExactly("a,\"b", "c,d", "e,f");
  }

  @Test
  void twoStrayQuotesSpoilTheirLinesAlone() {
    assertThat(rows("a,\"b\nc,d\ne,\"f\ng,h\n")).containsExactly("a,\"b", "c,d", "e,\"f", "g,h");
    assertThat(rows("a,\"b\nc,d\n\"e\",f\ng,h\n"))
        .containsExactly("a,\"b", "c,d", "\"e\",f", "g,h");
  }

  @Test
  void aTextThatTheEndOfTheSourceCutsIsOneRow() {
    assertThat(rows("a,b\nc,\"d\ne\nf")).containsExactly("a,b", "c,\"d\ne\nf");
  }

  @Test
  void whatMayGoOnIsNoRowYet() {
    byte[] data = "a,\"b\n".getBytes(StandardCharsets.UTF_8);
    assertThat(new RowScanner(',', 2).end(data, 0, data.length, false)).isEqualTo(-1);
  }
}
