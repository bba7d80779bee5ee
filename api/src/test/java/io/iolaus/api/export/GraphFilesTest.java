package io.iolaus.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.cluster.ClusterState;
import io.iolaus.cypher.entity.EntityType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files are read by parsers that are not ours: the JDK's, against a schema.
class GraphFilesTest {

  /// What the schema of GraphML 1.0 asks of the elements that we write.
  private static final String GRAPHML =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://graphml.graphdrawing.org/xmlns"
          targetNamespace="http://graphml.graphdrawing.org/xmlns" elementFormDefault="qualified">
        <xs:element name="graphml"><xs:complexType><xs:sequence>
          <xs:element name="key" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
            <xs:attribute name="id" type="xs:NMTOKEN" use="required"/>
            <xs:attribute name="for"><xs:simpleType><xs:restriction base="xs:NMTOKEN">
              <xs:enumeration value="node"/><xs:enumeration value="edge"/></xs:restriction></xs:simpleType></xs:attribute>
            <xs:attribute name="attr.name" type="xs:NMTOKEN"/>
            <xs:attribute name="attr.type"><xs:simpleType><xs:restriction base="xs:NMTOKEN">
              <xs:enumeration value="boolean"/><xs:enumeration value="int"/><xs:enumeration value="long"/>
              <xs:enumeration value="float"/><xs:enumeration value="double"/><xs:enumeration value="string"/>
            </xs:restriction></xs:simpleType></xs:attribute>
          </xs:complexType></xs:element>
          <xs:element name="graph"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">
            <xs:element name="node"><xs:complexType><xs:sequence>
              <xs:element name="data" type="data" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
              <xs:attribute name="id" type="xs:string" use="required"/></xs:complexType></xs:element>
            <xs:element name="edge"><xs:complexType><xs:sequence>
              <xs:element name="data" type="data" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
              <xs:attribute name="source" type="xs:string" use="required"/>
              <xs:attribute name="target" type="xs:string" use="required"/></xs:complexType></xs:element>
            </xs:choice>
            <xs:attribute name="id" type="xs:string"/>
            <xs:attribute name="edgedefault" use="required"><xs:simpleType><xs:restriction base="xs:NMTOKEN">
              <xs:enumeration value="directed"/><xs:enumeration value="undirected"/></xs:restriction></xs:simpleType></xs:attribute>
          </xs:complexType>
          <xs:key name="nodes"><xs:selector xpath="*"/><xs:field xpath="@id"/></xs:key>
          </xs:element>
        </xs:sequence></xs:complexType>
        </xs:element>
        <xs:complexType name="data"><xs:simpleContent><xs:extension base="xs:string">
          <xs:attribute name="key" type="xs:NMTOKEN" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
      </xs:schema>
      """
          // edges have no ids: only nodes are asked for one of their own
          .replace(
              "<xs:key name=\"nodes\"><xs:selector xpath=\"*\"/><xs:field xpath=\"@id\"/></xs:key>",
              "<xs:unique name=\"nodes\"><xs:selector xpath=\"*\"/><xs:field"
                  + " xpath=\"@id\"/></xs:unique>");

  /// What the schema of GEXF 1.3 asks of the elements that we write.
  private static final String GEXF =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://gexf.net/1.3"
          targetNamespace="http://gexf.net/1.3" elementFormDefault="qualified">
        <xs:element name="gexf"><xs:complexType><xs:all>
          <xs:element name="meta" minOccurs="0"><xs:complexType><xs:choice maxOccurs="unbounded">
            <xs:element name="creator" type="xs:string"/><xs:element name="description" type="xs:string"/>
          </xs:choice></xs:complexType></xs:element>
          <xs:element name="graph"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">
            <xs:element name="attributes"><xs:complexType><xs:sequence>
              <xs:element name="attribute" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
                <xs:attribute name="id" type="xs:string" use="required"/><xs:attribute name="title" type="xs:string" use="required"/>
                <xs:attribute name="type" use="required"><xs:simpleType><xs:restriction base="xs:string">
                  <xs:enumeration value="long"/><xs:enumeration value="double"/><xs:enumeration value="string"/>
                </xs:restriction></xs:simpleType></xs:attribute></xs:complexType></xs:element></xs:sequence>
              <xs:attribute name="class" use="required"><xs:simpleType><xs:restriction base="xs:string">
                <xs:enumeration value="node"/><xs:enumeration value="edge"/></xs:restriction></xs:simpleType></xs:attribute>
            </xs:complexType></xs:element>
            <xs:element name="nodes"><xs:complexType><xs:sequence>
              <xs:element name="node" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
                <xs:element name="attvalues" type="attvalues" minOccurs="0"/></xs:sequence>
                <xs:attribute name="id" type="xs:string" use="required"/><xs:attribute name="label" type="xs:string"/>
              </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
            <xs:element name="edges"><xs:complexType><xs:sequence>
              <xs:element name="edge" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
                <xs:element name="attvalues" type="attvalues" minOccurs="0"/></xs:sequence>
                <xs:attribute name="id" type="xs:string"/><xs:attribute name="source" type="xs:string" use="required"/>
                <xs:attribute name="target" type="xs:string" use="required"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
            </xs:choice>
            <xs:attribute name="defaultedgetype" type="xs:string"/><xs:attribute name="mode" type="xs:string"/>
            </xs:complexType>
            <xs:key name="nodeIds"><xs:selector xpath="*/*"/><xs:field xpath="@id"/></xs:key>
          </xs:element></xs:all>
          <xs:attribute name="version" type="xs:string" fixed="1.3" use="required"/>
        </xs:complexType></xs:element>
        <xs:complexType name="attvalues"><xs:sequence>
          <xs:element name="attvalue" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
            <xs:attribute name="for" type="xs:string" use="required"/><xs:attribute name="value" type="xs:string" use="required"/>
          </xs:complexType></xs:element></xs:sequence></xs:complexType>
      </xs:schema>
      """
          .replace(
              "<xs:key name=\"nodeIds\"><xs:selector xpath=\"*/*\"/><xs:field"
                  + " xpath=\"@id\"/></xs:key>",
              "");

  /// Ids that are apart by what XML cannot carry, or reads as a blank, and what could end markup.
  private static final List<String> IDS =
      List.of(
          "acc-1",
          "a b",
          "a\tb",
          "a\nb",
          "a\rb",
          "a\u0001b",
          "a\u0002b",
          "a\\000001b",
          "a\uFFFEb",
          "a\uD800b",
          "</node><node id=\"x\">",
          "]]>&amp;\"'",
          "😀漢",
          "e\u0301");

  private static byte[] written(GraphFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphWriter graph = GraphWriter.to(out, format, "cluster c-1");
    graph.node(GraphNode.thing(EntityType.PAYMENT, "-:pi_7", "=pi\u0000_7 😀", 11.5, 6));
    for (String id : IDS) {
      graph.node(GraphNode.account(id, ClusterState.LABELLED));
    }
    graph.node(
        new GraphNode(
            EntityType.ACCOUNT,
            "full",
            "full",
            "review",
            0.25,
            -1.5,
            7L,
            Instant.parse("2026-04-22T00:00:00Z"),
            null,
            null));
    graph.edges();
    for (String id : IDS) {
      graph.edge(new GraphEdge(id, EntityType.PAYMENT, "-:pi_7", "PAID_WITH", 11.5));
    }
    graph.end();
    return out.toByteArray();
  }

  private static Document parsed(byte[] file, String schema) throws Exception {
    SchemaFactory schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    schemas
        .newSchema(new StreamSource(new StringReader(schema)))
        .newValidator()
        .validate(new StreamSource(new ByteArrayInputStream(file)));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static void checkEnds(Document document) {
    List<String> nodes =
        elements(document, "node").stream().map(node -> node.getAttribute("id")).toList();
    assertThat(nodes).hasSize(IDS.size() + 2).doesNotHaveDuplicates().contains("account:😀漢");
    List<Element> edges = elements(document, "edge");
    assertThat(edges).hasSize(IDS.size());
    assertThat(edges)
        .allSatisfy(edge -> {
          assertThat(nodes).contains(edge.getAttribute("source"));
          assertThat(edge.getAttribute("target")).isEqualTo("payment:-:pi_7");
        });
    assertThat(edges.stream().map(edge -> edge.getAttribute("source"))).doesNotHaveDuplicates();
  }

  @Test
  void graphMlIsValidAndSaysWhatWasWritten() throws Exception {
    Document document = parsed(written(GraphFormat.GRAPHML), GRAPHML);

    checkEnds(document);
    Element full = elements(document, "node").getLast();
    Map<String, String> data = new HashMap<>();
    NodeList children = full.getElementsByTagNameNS("*", "data");
    for (int i = 0; i < children.getLength(); i++) {
      data.put(((Element) children.item(i)).getAttribute("key"), children.item(i).getTextContent());
    }
    assertThat(data)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "node-type", "account",
                "node-entity", "full",
                "node-label", "full",
                "node-state", "review",
                "node-membership", "0.250000",
                "node-bits", "-1.500000",
                "node-exchanges", "7",
                "node-firstSeen", "2026-04-22T00:00:00Z"));
    assertThat(elements(document, "node").getFirst().getTextContent()).contains("=pi\uFFFD_7 😀");
  }

  @Test
  void gexfIsValidAndSaysWhatWasWritten() throws Exception {
    Document document = parsed(written(GraphFormat.GEXF), GEXF);

    checkEnds(document);
    assertThat(elements(document, "node").getFirst().getAttribute("label"))
        .isEqualTo("=pi\uFFFD_7 😀");
    Map<String, String> values = new HashMap<>();
    NodeList children =
        elements(document, "node").getLast().getElementsByTagNameNS("*", "attvalue");
    for (int i = 0; i < children.getLength(); i++) {
      Element value = (Element) children.item(i);
      values.put(value.getAttribute("for"), value.getAttribute("value"));
    }
    assertThat(values).containsEntry("exchanges", "7").containsEntry("bits", "-1.500000");
    assertThat(elements(document, "attribute").stream().map(a -> a.getAttribute("id")))
        .containsAll(values.keySet());
  }

  @Test
  void linesAreNodesThenEdgesAsTheyAre() throws Exception {
    List<JsonNode> lines =
        new String(written(GraphFormat.NDJSON), StandardCharsets.UTF_8)
            .lines()
            .map(JsonMapper.shared()::readTree)
            .toList();

    assertThat(lines.stream().map(line -> line.get("kind").asString()).distinct())
        .containsExactly("node", "edge");
    assertThat(lines.stream().filter(line -> line.path("type").asString("").equals("account")))
        .extracting(line -> line.get("entity").asString())
        .contains("a\u0001b", "😀漢");
    assertThat(lines).hasSize(2 * IDS.size() + 2);
  }

  @ParameterizedTest
  @EnumSource(
      value = GraphFormat.class,
      names = {"GRAPHML", "GEXF"})
  void aFileWithoutItsEndDoesNotLookWhole(GraphFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphWriter graph = GraphWriter.to(out, format, "cluster c-1");
    for (int i = 0; i < 10_000; i++) {
      graph.node(GraphNode.account("acc-" + i, null));
    }

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("acc-5000")
        .doesNotContain("</graphml>", "</gexf>", "</nodes>");
  }

  /// Hundreds of thousands of lines and not one is held: what was written left, but for a buffer.
  @ParameterizedTest
  @EnumSource(GraphFormat.class)
  void whatIsWrittenLeaves(GraphFormat format) throws IOException {
    long[] left = {0, 0};
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            left[0]++;
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            left[0] += length;
            left[1] = Math.max(left[1], length);
          }
        };
    GraphWriter graph = GraphWriter.to(out, format, "large");
    int many = 200_000;
    for (int i = 0; i < many; i++) {
      graph.node(GraphNode.account("account-" + i, ClusterState.REVIEW));
    }
    graph.edges();
    long before = left[0];
    for (int i = 0; i < many; i++) {
      graph.edge(new GraphEdge("account-" + i, EntityType.IP, "203.0.113.7", "CONNECTED_FROM", 7));
    }
    assertThat(left[0] - before).isGreaterThan(40L * many);
    assertThat(left[1]).as("at once").isLessThan(64L << 10);
    graph.end();
  }
}
