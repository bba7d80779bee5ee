package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.ingest.write.WriteHook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What becomes of odd and hostile lines, all the way to the graph and the dead letters.
@Neo4jTest
class OddLinesIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ACCEPTED = "";
  private static final String BLANK = "blank";
  // Words of a prompt, a secret and a card number that must be nowhere.
  private static final List<String> CANARIES =
      List.of("zanzibar", "sk-live-kanarienvogel", "4111 1111 1111 1111", "4111111111111111");

  private final List<byte[]> lines = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();
  private Loads loads;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
  }

  private void line(String outcome, byte[] bytes) {
    lines.add(bytes);
    outcomes.add(outcome);
  }

  private void line(String outcome, String text) {
    line(outcome, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String exchange(String more) {
    return "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-01T10:00:00Z\"" + more + "}";
  }

  private static byte[] bytes(String before, int[] middle, String after) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
    for (int b : middle) {
      out.write(b);
    }
    out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private void allKinds() {
    line(ACCEPTED, "\ufeff" + exchange(""));
    line(ACCEPTED, exchange(",\"count\":1.0") + "\r");
    line("malformed-json", "\ufeff" + exchange(""));
    line(BLANK, "");
    line(BLANK, " \t \r");
    line("malformed-json", "this is not JSON");
    line("malformed-json", exchange("").substring(0, 40));
    line("malformed-json", exchange("") + exchange(""));
    line("invalid-utf8", bytes("{\"type\":\"account\",\"id\":\"", new int[] {0xff, 0xfe}, "\"}"));
    line("invalid-utf8", bytes("{\"type\":\"account\",\"id\":\"", new int[] {0xc0, 0xaf}, "\"}"));
    line("invalid-utf8", bytes("", new int[] {0xe0, 0x80, 0xaf}, exchange("")));
    line("invalid-utf8", bytes("{\"id\":\"", new int[] {0xed, 0xa0, 0x80}, "\"}"));
    line("invalid-id", exchange(",\"client\":\"\\ud83d\""));
    line(ACCEPTED, exchange(",\"client\":\"\\ud83d\\ude00\""));
    line("malformed-json", bytes("{\"type\":\"acc", new int[] {0}, "ount\"}"));
    line("invalid-id", exchange(",\"client\":\"a\\u0000b\""));
    line("too-deep", exchange(",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000)));
    line("too-deep", exchange(",\"x\":" + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)));
    line("duplicate-key", exchange(",\"account\":\"b\""));
    line("duplicate-key", exchange(",\"\\u0061ccount\":\"b\""));
    line("duplicate-key", exchange(",\"x\":{\"y\":[{\"z\":1,\"\\u007a\":2}]}"));
    line("wrong-type", exchange(",\"count\":\"2\""));
    line("wrong-type", exchange(",\"inputTokens\":\"17\""));
    line("out-of-range", exchange(",\"count\":1e400"));
    line("out-of-range", exchange(",\"count\":-0"));
    line("out-of-range", exchange(",\"count\":1.5"));
    line(ACCEPTED, exchange(",\"inputTokens\":-0"));
    line(ACCEPTED, exchange(",\"count\":1e3"));
    line("out-of-range", exchange(",\"count\":9223372036854775808"));
    line("time-range", exchange("").replace("2026", "0001"));
    line("time-range", exchange("").replace("2026", "9999"));
    line("invalid-time", exchange("").replace("10:00:00Z", "23:59:60Z"));
    line("invalid-time", exchange("").replace("10:00:00Z", "10:00:00"));
    line("invalid-address", exchange(",\"ip\":\"fe80::1%eth0\""));
    line("invalid-address", exchange(",\"ip\":\"203.0.113.07\""));
    line("prefix-host-bits", "{\"type\":\"network\",\"prefix\":\"203.0.113.7/24\"}");
    line("prefix-host-bits", "{\"type\":\"network\",\"prefix\":\"2001:db8::1/64\"}");
    line("text-too-long", exchange(",\"prompt\":\"" + "x".repeat((1 << 20) + 1) + "\""));
    line(ACCEPTED, exchange(",\"prompt\":\"" + "word ".repeat(200_000) + "\""));
    line("line-too-long", exchange(",\"x\":\"" + "y".repeat(16 << 20) + "\""));
    line("not-an-object", "[1,2]");
    line("not-an-object", "null");
    line("unknown-type", "{\"type\":\"constructor\"}");
    line("missing-field", "{}");
    line("card-number", exchange(",\"client\":\"4111 1111 1111 1111\""));
    line(ACCEPTED, exchange(",\"ip\":\"::ffff:203.0.113.9\""));
  }

  private byte[] source() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < lines.size(); i++) {
      out.writeBytes(lines.get(i));
      if (i + 1 < lines.size()) {
        out.write('\n'); // The last line ends without one.
      }
    }
    return out.toByteArray();
  }

  @Test
  void eachOddLineHasItsOutcomeAndPlace() throws Exception {
    allKinds();
    byte[] source = source();
    LineCounts counts = loads.load(loads.file("odd.ndjson", source)).counts();
    long rejected = outcomes.stream().filter(o -> !o.equals(ACCEPTED) && !o.equals(BLANK)).count();
    long blank = outcomes.stream().filter(o -> o.equals(BLANK)).count();
    assertThat(counts.read()).isEqualTo(lines.size() - blank);
    assertThat(counts.rejected()).isEqualTo(rejected);
    assertThat(counts.applied()).isEqualTo(counts.read() - counts.rejected());
    assertThat(counts.applied())
        .isEqualTo(counts.created() + counts.updated() + counts.unchanged());

    List<String> expected = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!outcomes.get(i).equals(ACCEPTED) && !outcomes.get(i).equals(BLANK)) {
        expected.add((i + 1) + " " + outcomes.get(i));
      }
    }
    List<String> found = new ArrayList<>();
    for (String letter : loads.deadLetters()) {
      JsonNode node = JSON.readTree(letter);
      int line = node.get("line").asInt();
      int offset = node.get("offset").asInt();
      found.add(line + " " + node.get("code").asString());
      byte[] there = lines.get(line - 1);
      assertThat(Arrays.copyOfRange(source, offset, offset + there.length))
          .as("line %d at offset %d", line, offset)
          .isEqualTo(there);
    }
    assertThat(found).containsExactlyElementsOf(expected);
  }

  @Test
  void outcomesAreTheSameInSmallPiecesAndCompressed() throws Exception {
    allKinds();
    byte[] source = source();
    LineCounts whole = loads.load(loads.file("odd.ndjson", source)).counts();
    List<String> graph = loads.graph();
    List<String> letters = places(loads.deadLetters());
    for (byte[] stored : List.of(gzip(source), Zstd.compress(source))) {
      loads.clear();
      IngestOptions options = new IngestOptions(2, 3_000, 1_000, false);
      assertThat(loads.load(options, loads.file("odd", stored)).counts()).isEqualTo(whole);
      SameGraph.assertSame(loads.graph(), graph, "graph");
      assertThat(places(loads.deadLetters())).isEqualTo(letters);
    }
  }

  private static List<String> places(List<String> letters) {
    return letters.stream()
        .map(JSON::readTree)
        .map(node -> node.get("line") + " " + node.get("offset") + " " + node.get("code"))
        .toList();
  }

  /// A prompt, a token and a card number in every field of lines that are rejected, and in unknown
  /// ones.
  @Test
  void nothingThatMustNotBeKeptIsInTheHomeOrTheGraph() throws Exception {
    List<String> fields =
        List.of(
            "prompt",
            "system",
            "fingerprint",
            "capability",
            "model",
            "client",
            "language",
            "ip",
            "eventId",
            "value",
            "note",
            "by",
            "name",
            "instrument",
            "plan",
            "emailDomain",
            "status",
            "kind",
            "country",
            "shoe",
            "account",
            "type",
            "at",
            "count");
    List<String> values =
        List.of(
            "\"tell me of zanzibar and sk-live-kanarienvogel\"",
            "[\"zanzibar sk-live-kanarienvogel\"]",
            "{\"zanzibar\":\"sk-live-kanarienvogel\"}",
            "\"4111 1111 1111 1111\"",
            "4111111111111111");
    List<String> rejected = new ArrayList<>();
    for (String field : fields) {
      for (String value : values) {
        String rest = field.equals("count") ? "" : ",\"count\":\"no\"";
        String account = field.equals("account") ? "" : ",\"account\":\"a\"";
        String type = field.equals("type") ? "" : ",\"type\":\"exchange\"";
        rejected.add("{\"" + field + "\":" + value + rest + account + type + "}");
        rejected.add("{\"" + field + "\":" + value + rest + account + type); // breaks off
      }
    }
    rejected.add(exchange(",\"count\":0").replace("10:00:00Z", "10:00:00.4111111111111111Z"));
    rejected.add("tell me of zanzibar and 4111111111111111 and sk-live-kanarienvogel");
    rejected.add(exchange(",\"prompt\":\"tell me of zanzibar\"").replace("}", ""));
    List<String> all = new ArrayList<>(rejected);
    all.add(
        exchange(
            ",\"prompt\":\"tell me of zanzibar\",\"system\":\"you are sk-live-kanarienvogel\""));
    all.add(
        "{\"type\":\"identifier\",\"account\":\"a\",\"kind\":\"api-key\",\"value\":\"sk-live-kanarienvogel\",\"at\":\"2026-04-01T10:00:00Z\"}");
    LineCounts counts = loads.load(loads.file("canaries.ndjson", all)).counts();
    assertThat(counts.rejected()).isEqualTo(rejected.size());

    assertThat(loads.graph()).noneMatch(OddLinesIT::hasCanary);
    try (Stream<Path> files = Files.walk(loads.home().path())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(hasCanary(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)))
            .as("a canary in %s", file)
            .isFalse();
      }
    }
  }

  private static boolean hasCanary(String text) {
    return CANARIES.stream().anyMatch(text::contains);
  }

  @Test
  void garbageBehindGzipIsToldAndWhatCameBeforeIsLoaded() throws Exception {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    stored.write(gzip((exchange("") + "\n").getBytes(StandardCharsets.UTF_8)));
    stored.write(gzip((exchange("") + "\n").getBytes(StandardCharsets.UTF_8)));
    stored.write((exchange("") + "\n").getBytes(StandardCharsets.UTF_8));
    IngestSummary summary = loads.load(loads.file("a.gz", stored.toByteArray()));
    assertThat(summary.counts().read()).isEqualTo(3);
    assertThat(summary.counts().applied()).isEqualTo(2);
    assertThat(loads.deadLetters())
        .singleElement()
        .asString()
        .contains("\"code\":\"broken-source\"", "\"line\":3");
  }

  @Test
  void sourceInUtf16IsOneErrorAndNothingIsLoaded() throws Exception {
    byte[] utf16 = (exchange("") + "\n" + exchange("") + "\n").getBytes(StandardCharsets.UTF_16);
    Path good = loads.file("good.ndjson", List.of(exchange("")));
    for (byte[] stored : List.of(utf16, gzip(utf16), Zstd.compress(utf16))) {
      Path wide = loads.file("wide.ndjson", stored);
      assertThatThrownBy(() -> loads.load(good, wide))
          .hasMessage(
              wide
                  + " is UTF-16, and UTF-8 is wanted: convert it first, with `iconv -f UTF-16 -t"
                  + " UTF-8`");
      Source input = Source.standardInput(new ByteArrayInputStream(stored));
      IngestService service = loads.service(Loads.SMALL, WriteHook.NONE);
      assertThatThrownBy(() -> service.ingest(List.of(input), IngestListener.NONE))
          .hasMessageStartingWith("standard input is UTF-16");
    }
    assertThat(loads.graph()).isEmpty();
  }

  @Test
  void firstLineThatBeginsLikeUtf16IsRejectedAlone() throws Exception {
    byte[] source = bytes("", new int[] {0xff, 0xfe}, exchange("") + "\n" + exchange("") + "\n");
    LineCounts counts = loads.load(loads.file("a.ndjson", source)).counts();
    assertThat(counts.applied()).isEqualTo(1);
    assertThat(counts.rejected()).isEqualTo(1);
  }

  /// A line that is cut off within its first 64 KiB and more, and mended later.
  @Test
  void longFirstLineThatWasCutIsReadAgainWhenRepaired() throws Exception {
    String line = exchange(",\"prompt\":\"" + "long story ".repeat(8_000) + "\"");
    byte[] whole =
        (line + "\n" + exchange(",\"client\":\"k\"") + "\n").getBytes(StandardCharsets.UTF_8);
    loads.load(loads.file("a.ndjson", Arrays.copyOf(whole, 80_000)));
    assertThat(loads.load(loads.file("a.ndjson", Arrays.copyOf(whole, 80_000))).counts().rejected())
        .isEqualTo(1);
    LineCounts repaired = loads.load(loads.file("a.ndjson", whole)).counts();
    assertThat(repaired.applied()).isEqualTo(2);
    assertThat(loads.one("MATCH (a:Account) RETURN a.exchanges AS n").get("n").asLong())
        .isEqualTo(2);
  }

  /// The rest of an endless line that was cut is no line of its own.
  @Test
  void endlessLineThatWasCutStaysOneLineWhenTheSourceGrows() throws Exception {
    byte[] filler = " ".repeat(40 << 20).getBytes(StandardCharsets.UTF_8);
    loads.load(loads.file("a.ndjson", filler));
    ByteArrayOutputStream grown = new ByteArrayOutputStream();
    grown.writeBytes(filler);
    grown.writeBytes((exchange("") + "\n").getBytes(StandardCharsets.UTF_8));
    grown.writeBytes((exchange("") + "\n").getBytes(StandardCharsets.UTF_8));
    LineCounts counts = loads.load(loads.file("a.ndjson", grown.toByteArray())).counts();
    assertThat(counts.applied()).isEqualTo(1);
    assertThat(counts.rejected()).isEqualTo(1);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
