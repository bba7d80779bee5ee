package io.iolaus.api.cli.output;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One JSON object a line: numbers as numbers, lists as arrays, absent values as null.
record NdjsonRowWriter(Writer out, List<String> columns) implements RowWriter {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public void row(List<Cell> cells) throws IOException {
    ObjectNode object = JSON.createObjectNode();
    for (int i = 0; i < columns.size(); i++) {
      put(object, columns.get(i), cells.get(i));
    }
    out.write(JSON.writeValueAsString(object));
    out.write('\n');
  }

  private static void put(ObjectNode object, String name, Cell cell) {
    switch (cell) {
      case Cell.Text text -> object.put(name, text.value());
      case Cell.Count count -> object.put(name, count.value());
      case Cell.Share share -> object.put(name, new BigDecimal(share.text()));
      case Cell.Bits bits -> object.put(name, new BigDecimal(bits.text()));
      case Cell.Measure measure ->
          object.put(name, measure.text().isEmpty() ? null : new BigDecimal(measure.text()));
      case Cell.Time time ->
          object.put(name, time.value() == null ? null : time.value().toString());
      case Cell.Texts texts -> texts.values().forEach(object.putArray(name)::add);
    }
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
