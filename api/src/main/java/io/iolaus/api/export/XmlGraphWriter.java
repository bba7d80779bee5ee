package io.iolaus.api.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A graph as XML of some dialect.
final class XmlGraphWriter implements GraphWriter {

  /// How a dialect says things.
  sealed interface Dialect permits GraphMl, Gexf {
    void begin(XMLStreamWriter xml, String name) throws XMLStreamException;

    void node(XMLStreamWriter xml, GraphNode node) throws XMLStreamException;

    void edges(XMLStreamWriter xml) throws XMLStreamException;

    /// Writes an edge.
    ///
    /// @param number of the edge, from 0
    void edge(XMLStreamWriter xml, GraphEdge edge, long number) throws XMLStreamException;
  }

  /// Something that may fail as XML does.
  @FunctionalInterface
  private interface Step {
    void run() throws XMLStreamException;
  }

  private final XMLStreamWriter xml;
  private final Writer writer;
  private final Dialect dialect;
  private long edges;

  XmlGraphWriter(OutputStream out, Dialect dialect, String name) throws IOException {
    // Buffered, so that the JDK does not see where it leads: of a stream's writer it asks for each
    // half of a character whether it can be encoded.
    this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.dialect = dialect;
    try {
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      dialect.begin(xml, name);
    } catch (XMLStreamException e) {
      throw unwrapped(e);
    }
  }

  @Override
  public void node(GraphNode node) throws IOException {
    run(() -> dialect.node(xml, node));
  }

  @Override
  public void edges() throws IOException {
    run(() -> dialect.edges(xml));
  }

  @Override
  public void edge(GraphEdge edge) throws IOException {
    long number = edges++;
    run(() -> dialect.edge(xml, edge, number));
  }

  @Override
  public void end() throws IOException {
    run(xml::writeEndDocument);
    run(xml::flush);
    writer.flush();
  }

  private static void run(Step step) throws IOException {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw unwrapped(e);
    }
  }

  private static IOException unwrapped(XMLStreamException e) {
    return e.getNestedException() instanceof IOException io ? io : new IOException(e);
  }

  /// Writes what a row says: of each column that has a value its place and the value.
  static <T> void values(List<Column<T>> columns, T row, Value each) throws XMLStreamException {
    for (int i = 0; i < columns.size(); i++) {
      String text = columns.get(i).cell().apply(row).text();
      if (!text.isEmpty()) {
        each.write(columns.get(i).name(), XmlText.shown(text));
      }
    }
  }

  /// One value of a node or an edge.
  @FunctionalInterface
  interface Value {
    void write(String column, String text) throws XMLStreamException;
  }
}
