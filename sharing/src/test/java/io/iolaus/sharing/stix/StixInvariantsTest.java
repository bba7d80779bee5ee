package io.iolaus.sharing.stix;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.report.ClusterReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What must be true of every bundle, whatever the report; the schemas of OASIS see none of it.
class StixInvariantsTest {

  private static final List<String> USES =
      List.of(
          "hosting", "vpn", "proxy", "residential", "mobile", "education", "business", "unknown");

  /// Fifty reports with random networks.
  static List<ClusterReport> reports() {
    Random random = new Random(20261121);
    List<ClusterReport> reports = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      List<ClusterReport.AddressRange> ranges = new ArrayList<>();
      List<ClusterReport.AutonomousSystem> systems = new ArrayList<>();
      for (int n = random.nextInt(12); n > 0; n--) {
        String prefix = "203.0." + random.nextInt(8) + ".0/24";
        long accounts = 1 + random.nextInt(40);
        ranges.add(
            Reports.range(
                prefix,
                List.of(64500L + random.nextInt(4)),
                List.of(use(random)),
                accounts,
                accounts + random.nextInt(40)));
        systems.add(
            new ClusterReport.AutonomousSystem(
                64500 + random.nextInt(4), use(random), 1 + random.nextInt(20)));
      }
      reports.add(Reports.report("c-" + i, true, 5 + random.nextInt(5_000), ranges, systems));
    }
    return reports;
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyReferenceIsInTheBundle(ClusterReport report) {
    Set<String> ids = new HashSet<>();
    List<JsonNode> objects = Reports.objects(report);
    objects.forEach(o -> ids.add(o.get("id").asString()));
    for (JsonNode object : objects) {
      for (String name : object.propertyNames()) {
        if (name.endsWith("_ref")) {
          assertThat(ids).contains(object.get(name).asString());
        } else if (name.endsWith("_refs")) {
          object.get(name).forEach(ref -> assertThat(ids).contains(ref.asString()));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyExtensionIsDefined(ClusterReport report) {
    List<String> defined =
        Reports.objects(report, "extension-definition").map(o -> o.get("id").asString()).toList();
    for (JsonNode object : Reports.objects(report)) {
      object
          .path("extensions")
          .propertyNames()
          .forEach(
              name -> assertThat(name.equals(Tlp.EXTENSION) || defined.contains(name)).isTrue());
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void noIdComesTwice(ClusterReport report) {
    assertThat(Reports.objects(report).stream().map(o -> o.get("id").asString()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyObjectButMarkingsHasOneTlpMarking(ClusterReport report) {
    Set<String> tlp = Set.of(Tlp.CLEAR.id, Tlp.AMBER.id);
    for (JsonNode object : Reports.objects(report)) {
      if (!object.get("type").asString().equals("marking-definition")) {
        List<String> markings = new ArrayList<>();
        object.get("object_marking_refs").forEach(ref -> markings.add(ref.asString()));
        assertThat(markings).filteredOn(tlp::contains).as(object.toString()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void idsOfObservablesAreTheOnesStixPrescribesAndOthersAreRandomInShape(ClusterReport report) {
    for (JsonNode object : Reports.objects(report)) {
      String id = object.get("id").asString();
      UUID uuid = UUID.fromString(id.substring(id.indexOf("--") + 2));
      boolean observable = object.has("value") || object.has("number");
      assertThat(uuid.variant()).isEqualTo(2);
      assertThat(uuid.version()).isIn(observable ? List.of(5) : List.of(1, 4, 5));
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void noVersionIsOlderThanItsObject(ClusterReport report) {
    for (JsonNode object : Reports.objects(report)) {
      if (object.has("modified")) {
        assertThat(object.get("modified").asString())
            .isGreaterThanOrEqualTo(object.get("created").asString());
      }
      if (object.has("last_seen")) {
        assertThat(object.get("last_seen").asString())
            .isGreaterThanOrEqualTo(object.get("first_seen").asString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void nothingIsNullOrEmpty(ClusterReport report) {
    assertThat(Reports.json(report)).doesNotContain("null", "[ ]", "{ }", "\"\"");
  }

  @ParameterizedTest
  @MethodSource("reports")
  void noNetworkIsNamedThatThePolicyRefuses(ClusterReport report) throws Exception {
    List<String> allowed =
        NetworkPolicy.ranges(report).stream().map(ClusterReport.AddressRange::prefix).toList();
    String json = Reports.json(report);
    for (ClusterReport.AddressRange range : report.ranges()) {
      if (!allowed.contains(range.prefix())) {
        for (String form : forms(range.prefix())) {
          assertThat(json).doesNotContain(form);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void neitherInternalIdsNorExactCountsLeakInAnyForm(ClusterReport report) throws Exception {
    String json = Reports.json(report);
    String canary = "Canary-" + report.id() + "-9f3a";
    String leaky =
        Reports.json(
            new ClusterReport(
                canary,
                true,
                report.score(),
                report.accounts(),
                report.exchanges(),
                report.firstSeen(),
                report.lastSeen(),
                report.since(),
                report.asOf(),
                List.of(new ClusterReport.Target(canary, 0.9)),
                List.of(canary, "payment"),
                report.ranges(),
                report.systems()));
    for (String form : forms(canary)) {
      assertThat(leaky.toLowerCase(Locale.ROOT)).doesNotContain(form.toLowerCase(Locale.ROOT));
    }
    assertThat(json)
        .doesNotContain("\"" + report.accounts() + "\"", String.valueOf(report.exchanges()));
  }

  private static List<String> forms(String secret) throws Exception {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    List<String> forms = new ArrayList<>();
    forms.add(secret);
    forms.add(new StringBuilder(secret).reverse().toString());
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    forms.add(java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8));
    for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
      forms.add(HexFormat.of().formatHex(digest));
      forms.add(Base64.getEncoder().withoutPadding().encodeToString(digest));
    }
    for (String type : List.of("ipv4-addr", "user-account", "identity")) {
      for (String property : List.of("value", "user_id", "name", "id")) {
        String id = StixIds.observable(type, "{\"" + property + "\":\"" + secret + "\"}");
        forms.add(id.substring(id.indexOf("--") + 2));
      }
    }
    forms.add(UUID.nameUUIDFromBytes(bytes).toString());
    return forms;
  }

  private static String use(Random random) {
    return USES.get(random.nextInt(USES.size()));
  }
}
