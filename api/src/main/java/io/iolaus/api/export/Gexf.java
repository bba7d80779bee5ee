package io.iolaus.api.export;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// GEXF 1.3 (https://gexf.net/schema.html).
final class Gexf implements XmlGraphWriter.Dialect {

  /// The label has a place of its own.
  private static final List<Column<GraphNode>> OF_NODES =
      GraphNode.COLUMNS.stream().filter(column -> !column.name().equals("label")).toList();

  private static final String NAMESPACE = "http://gexf.net/1.3";

  @Override
  public void begin(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeStartElement("gexf");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("version", "1.3");
    xml.writeStartElement("meta");
    xml.writeStartElement("creator");
    xml.writeCharacters("Iolaus");
    xml.writeEndElement();
    xml.writeStartElement("description");
    xml.writeCharacters(XmlText.shown(name));
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeStartElement("graph");
    xml.writeAttribute("defaultedgetype", "directed");
    xml.writeAttribute("mode", "static");
    attributes(xml, "node", OF_NODES);
    attributes(xml, "edge", GraphEdge.COLUMNS);
    xml.writeCharacters("\n");
    xml.writeStartElement("nodes");
  }

  private static <T> void attributes(XMLStreamWriter xml, String of, List<Column<T>> columns)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("attributes");
    xml.writeAttribute("class", of);
    for (Column<T> column : columns) {
      xml.writeEmptyElement("attribute");
      xml.writeAttribute("id", column.name());
      xml.writeAttribute("title", column.name());
      xml.writeAttribute(
          "type",
          switch (column.type()) {
            case TEXT -> "string";
            case COUNT -> "long";
            case NUMBER -> "double";
          });
    }
    xml.writeEndElement();
  }

  @Override
  public void node(XMLStreamWriter xml, GraphNode node) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("node");
    xml.writeAttribute("id", XmlText.key(node.key()));
    xml.writeAttribute("label", XmlText.shown(node.label()));
    values(xml, OF_NODES, node);
    xml.writeEndElement();
  }

  @Override
  public void edges(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeEndElement();
    xml.writeCharacters("\n");
    xml.writeStartElement("edges");
  }

  @Override
  public void edge(XMLStreamWriter xml, GraphEdge edge, long number) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("edge");
    xml.writeAttribute("id", Long.toString(number));
    xml.writeAttribute("source", XmlText.key(edge.source()));
    xml.writeAttribute("target", XmlText.key(edge.target()));
    values(xml, GraphEdge.COLUMNS, edge);
    xml.writeEndElement();
  }

  private static <T> void values(XMLStreamWriter xml, List<Column<T>> columns, T row)
      throws XMLStreamException {
    xml.writeStartElement("attvalues");
    XmlGraphWriter.values(
        columns,
        row,
        (column, text) -> {
          xml.writeEmptyElement("attvalue");
          xml.writeAttribute("for", column);
          xml.writeAttribute("value", text);
        });
    xml.writeEndElement();
  }
}
