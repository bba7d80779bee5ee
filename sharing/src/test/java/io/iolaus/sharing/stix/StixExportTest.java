package io.iolaus.sharing.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.iolaus.core.secret.SiteSecret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StixExportTest {

  @Test
  void saysHowLargeInRanges() {
    JsonNode metrics = cluster().at("/extensions/" + Fixed.METRICS);
    assertThat(metrics.get("account_count_range").asString()).isEqualTo("100-499");
    assertThat(metrics.get("exchange_count_range").asString()).isEqualTo("10000-99999");
    assertThat(Reports.json(Reports.plain())).doesNotContain("143", "28812");
  }

  @Test
  void saysWhenToTheHour() {
    assertThat(cluster().get("first_seen").asString()).isEqualTo("2026-04-21T08:00:00.000Z");
    assertThat(cluster().get("last_seen").asString()).isEqualTo("2026-06-03T23:00:00.000Z");
  }

  @Test
  void saysHowSureItIs() {
    assertThat(cluster().get("confidence").asInt()).isEqualTo(97);
  }

  @Test
  void goesByAnAliasThatShowsNothingOfTheInternalId() {
    assertThat(cluster().get("name").asString()).matches("IOL-[0-9A-Z]{8}");
    assertThat(Reports.json(Reports.plain())).doesNotContain("c-17");
  }

  @Test
  void namesCapabilitiesThatAreWordsAndMatter() {
    assertThat(cluster().get("goals").toString()).isEqualTo("[\"software-engineering\"]");
    assertThat(
            cluster().at("/extensions/" + Fixed.METRICS + "/capabilities/0/share_range").asString())
        .isEqualTo("50-74 %");
  }

  @Test
  void namesRangesAndSystemsOfHostersAndProxies() {
    assertThat(values("ipv4-addr")).containsExactly("203.0.113.0/24");
    assertThat(values("ipv6-addr")).containsExactly("2001:db8:1::/48");
    assertThat(
            Reports.objects(Reports.plain(), "autonomous-system")
                .map(o -> o.get("number").asLong()))
        .containsExactlyInAnyOrder(64500L, 64501L);
    assertThat(
            Reports.objects(Reports.plain(), "infrastructure").map(o -> o.get("name").asString()))
        .allMatch(name -> name.matches("Networks \\((hosting|proxy|vpn)\\) used by IOL-.*"))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mobile", "education", "business", "residential", "unknown", "anything"})
  void namesNoRangeThatOthersLiveIn(String use) {
    assertThat(
            NetworkPolicy.ranges(
                Reports.with(
                    List.of(
                        Reports.range("203.0.113.0/24", List.of(), List.of(use), 50, 50),
                        Reports.range(
                            "198.51.100.0/24", List.of(), List.of("hosting", use), 50, 50)),
                    List.of())))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mobile", "education", "business", "unknown", "anything"})
  void namesNoSystemOfSuchNetworks(String use) {
    assertThat(
            NetworkPolicy.systems(
                Reports.with(
                    List.of(),
                    List.of(
                        new io.iolaus.cypher.report.ClusterReport.AutonomousSystem(
                            64500, use, 50)))))
        .isEmpty();
  }

  @Test
  void namesNoNetworkOfFewOrOfOthers() {
    assertThat(
            NetworkPolicy.ranges(
                Reports.with(
                    List.of(
                        Reports.range("203.0.113.0/24", List.of(), List.of("hosting"), 4, 4),
                        Reports.range("198.51.100.0/24", List.of(), List.of("hosting"), 50, 100),
                        Reports.range("192.0.2.7/32", List.of(), List.of("hosting"), 50, 50),
                        Reports.range("2001:db8::/64", List.of(), List.of("hosting"), 50, 50)),
                    List.of())))
        .isEmpty();
    assertThat(
            NetworkPolicy.systems(
                Reports.with(
                    List.of(),
                    List.of(
                        new io.iolaus.cypher.report.ClusterReport.AutonomousSystem(
                            64500, "vpn", 4)))))
        .isEmpty();
  }

  @Test
  void refusesClustersInReview() {
    assertThat(Reports.export(Reports.report("c-17", false, 143, List.of(), List.of())))
        .isInstanceOf(ExportOutcome.Refused.class);
  }

  @Test
  void refusesClustersOfFew() {
    assertThat(Reports.export(Reports.report("c-17", true, 4, List.of(), List.of())))
        .isInstanceOf(ExportOutcome.Refused.class);
    assertThat(Reports.export(Reports.report("c-17", true, 5, List.of(), List.of())))
        .isInstanceOf(ExportOutcome.Bundle.class);
  }

  @Test
  void givesEqualBytesForEqualReports() {
    assertThat(Reports.json(Reports.plain())).isEqualTo(Reports.json(Reports.plain()));
  }

  @Test
  void doesNotShowASingleAccountMore() {
    assertThat(Reports.json(Reports.report("c-17", true, 143, List.of(), List.of())))
        .isEqualTo(Reports.json(Reports.report("c-17", true, 144, List.of(), List.of())));
  }

  @Test
  void anotherSiteHasOtherIdsAndAliases() {
    byte[] key = new byte[SiteSecret.KEY_BYTES];
    key[0] = 1;
    ExportOutcome.Bundle other =
        (ExportOutcome.Bundle)
            new StixExport(SiteSecret.of(key), Contributor.UNDISCLOSED).export(Reports.plain());
    assertThat(other.json())
        .doesNotContain(cluster().get("id").asString(), cluster().get("name").asString());
  }

  @Test
  void aContributorHasAName() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Contributor(" "));
  }

  private static JsonNode cluster() {
    return Reports.objects(Reports.plain(), "intrusion-set").findFirst().orElseThrow();
  }

  private static List<String> values(String type) {
    return Reports.objects(Reports.plain(), type).map(o -> o.get("value").asString()).toList();
  }
}
