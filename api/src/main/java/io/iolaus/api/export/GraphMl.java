package io.iolaus.api.export;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// GraphML 1.0 (http://graphml.graphdrawing.org/specification.html).
final class GraphMl implements XmlGraphWriter.Dialect {

  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

  @Override
  public void begin(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeStartElement("graphml");
    xml.writeDefaultNamespace(NAMESPACE);
    keys(xml, "node", GraphNode.COLUMNS);
    keys(xml, "edge", GraphEdge.COLUMNS);
    xml.writeCharacters("\n");
    xml.writeStartElement("graph");
    xml.writeAttribute("id", XmlText.key(name));
    xml.writeAttribute("edgedefault", "directed");
  }

  private static <T> void keys(XMLStreamWriter xml, String of, List<Column<T>> columns)
      throws XMLStreamException {
    for (Column<T> column : columns) {
      xml.writeCharacters("\n");
      xml.writeEmptyElement("key");
      xml.writeAttribute("id", of + "-" + column.name());
      xml.writeAttribute("for", of);
      xml.writeAttribute("attr.name", column.name());
      xml.writeAttribute(
          "attr.type",
          switch (column.type()) {
            case TEXT -> "string";
            case COUNT -> "long";
            case NUMBER -> "double";
          });
    }
  }

  @Override
  public void node(XMLStreamWriter xml, GraphNode node) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("node");
    xml.writeAttribute("id", XmlText.key(node.key()));
    data(xml, "node", GraphNode.COLUMNS, node);
    xml.writeEndElement();
  }

  @Override
  public void edges(XMLStreamWriter xml) {
    // they follow the nodes
  }

  @Override
  public void edge(XMLStreamWriter xml, GraphEdge edge, long number) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("edge");
    xml.writeAttribute("source", XmlText.key(edge.source()));
    xml.writeAttribute("target", XmlText.key(edge.target()));
    data(xml, "edge", GraphEdge.COLUMNS, edge);
    xml.writeEndElement();
  }

  private static <T> void data(XMLStreamWriter xml, String of, List<Column<T>> columns, T row)
      throws XMLStreamException {
    XmlGraphWriter.values(
        columns,
        row,
        (column, text) -> {
          xml.writeStartElement("data");
          xml.writeAttribute("key", of + "-" + column);
          xml.writeCharacters(text);
          xml.writeEndElement();
        });
  }
}
