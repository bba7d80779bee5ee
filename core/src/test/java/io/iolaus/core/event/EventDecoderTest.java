package io.iolaus.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.prompt.Fingerprints;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an accepted line says.
class EventDecoderTest {

  private static final Instant NOON = Instant.parse("2026-04-22T12:00:00Z");

  @Test
  void readsAnAccount() {
    assertThat(
            EventLines.event(
                """
                {"type":"account","id":"a","createdAt":"2026-04-22T12:00:00Z","at":"2026-04-22T14:00:01.5+02:00",
                 "status":"active","emailDomain":"Mail.example","country":"SG","plan":"team","organization":"o","verified":true}
                """))
        .isEqualTo(
            new Event.Account(
                "a",
                NOON,
                NOON.plusMillis(1500),
                "active",
                "Mail.example",
                "SG",
                "team",
                "o",
                true));
  }

  @Test
  void anAccountSpeaksOfItsCreationUnlessItSaysWhen() {
    assertThat(
            EventLines.event(
                "{\"type\":\"account\",\"id\":\"a\",\"createdAt\":\"2026-04-22T12:00:00Z\"}"))
        .isEqualTo(new Event.Account("a", NOON, NOON, null, null, null, null, null, null));
  }

  @Test
  void readsAPayment() {
    assertThat(
            EventLines.event(
                """
                {"type":"payment","account":"a","instrument":"pi_1","matchKey":"par","at":"2026-04-22T12:00:00Z",
                 "kind":"virtual","bin":"42424242","issuerCountry":"DE"}
                """))
        .isEqualTo(new Event.Payment("a", "pi_1", "par", NOON, "virtual", "42424242", "DE"));
  }

  @Test
  void readsAnExchange() {
    assertThat(
            EventLines.event(
                """
                {"type":"exchange","account":"a","at":"2026-04-22T12:00:00Z","ip":"::ffff:203.0.113.7","prompt":"Write a poem",
                 "system":"Be brief","capability":"c","model":"m","client":"k","language":"de","inputTokens":1,"outputTokens":2,
                 "count":3,"eventId":"e"}
                """))
        .isEqualTo(
            new Event.Exchange(
                "a",
                NOON,
                "203.0.113.7",
                sketch("Write a poem"),
                sketch("Be brief"),
                "c",
                "m",
                "k",
                "de",
                1,
                2,
                3,
                "e"));
  }

  @Test
  void anExchangeCountsOnceUnlessItSaysMore() {
    assertThat(exchange("\"prompt\":\"\""))
        .isEqualTo(
            new Event.Exchange("a", NOON, null, null, null, null, null, null, null, 0, 0, 1, null));
  }

  @Test
  void v6AddressesAreKeptAsTheirSlash64() {
    assertThat(exchange("\"ip\":\"2001:DB8:0:1:ffff::7\"").ip()).isEqualTo("2001:db8:0:1::/64");
  }

  @Test
  void aFingerprintGivesTheSketchOfItsText() {
    String fingerprint = new Fingerprints(EventLines.SECRET).encode(sketch("Write a poem"));
    assertThat(exchange("\"fingerprint\":\"" + fingerprint + "\""))
        .isEqualTo(exchange("\"prompt\":\"Write a poem\""));
  }

  @Test
  void refusesAFingerprintOfAnotherSite() {
    byte[] key = new byte[SiteSecret.KEY_BYTES];
    Arrays.fill(key, (byte) 7);
    SiteSecret other = SiteSecret.of(key);
    String fingerprint =
        new Fingerprints(other).encode(new PromptSketcher(other).sketch("Write a poem"));
    assertThat(
            EventLines.decode(
                "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-22T12:00:00Z\",\"fingerprint\":\""
                    + fingerprint
                    + "\"}"))
        .isInstanceOfSatisfying(
            Decoded.Rejected.class,
            rejected -> assertThat(rejected.code()).isEqualTo(ReasonCode.FINGERPRINT_KEY));
  }

  @Test
  void readsAnIdentifierAsItStands() {
    assertThat(identifier("device", "D-91f "))
        .isEqualTo(new Event.Identifier("a", "device", "D-91f ", false, NOON, null));
  }

  @Test
  void keepsSensitiveKindsAsKeyedReferencesOnly() {
    for (String kind : List.of("api-key", "tls", "email", "phone")) {
      assertThat(identifier(kind, "x"))
          .isEqualTo(
              new Event.Identifier(
                  "a", kind, EventLines.SECRET.token(kind, "x"), true, NOON, null));
    }
  }

  @Test
  void comparesMailAddressesWithoutCaseAndInOneUnicodeForm() {
    assertThat(identifier("email", "Jose\u0301@Example.COM"))
        .isEqualTo(identifier("email", "jos\u00e9@example.com"));
    assertThat(identifier("email", "a.b@example.com"))
        .isNotEqualTo(identifier("email", "ab@example.com"));
    assertThat(identifier("email", "a+b@example.com"))
        .isNotEqualTo(identifier("email", "a@example.com"));
  }

  @Test
  void comparesOtherKeyedKindsExactly() {
    assertThat(identifier("api-key", "K")).isNotEqualTo(identifier("api-key", "k"));
  }

  @Test
  void readsANetwork() {
    assertThat(
            EventLines.event(
                """
                {"type":"network","prefix":"2001:DB8:0::/48","at":"2026-04-22T12:00:00Z","asn":64500,"name":"N","use":"vpn","country":"FR"}
                """))
        .isEqualTo(new Event.Network("2001:db8::/48", NOON, 64500L, "N", "vpn", "FR"));
  }

  @Test
  void aNetworkWithoutATimeSpeaksOfTheEpoch() {
    assertThat(EventLines.event("{\"type\":\"network\",\"prefix\":\"10.0.0.0/8\"}"))
        .isEqualTo(new Event.Network("10.0.0.0/8", Instant.EPOCH, null, null, null, null));
  }

  @Test
  void readsAnOrganization() {
    assertThat(
            EventLines.event(
                """
                {"type":"organization","id":"o","name":"N","aliases":["A"],"domains":["d.example"],"asns":[1,2],
                 "prefixes":["2001:DB8::/32"],"billingNames":[],"kind":"university","country":"FR"}
                """))
        .isEqualTo(
            new Event.Organization(
                "o",
                "N",
                Instant.EPOCH,
                List.of("A"),
                List.of("d.example"),
                List.of(1L, 2L),
                List.of("2001:db8::/32"),
                List.of(),
                "university",
                "FR"));
  }

  @Test
  void anAbsentListIsNotAnEmptyOne() {
    Event.Organization organization =
        (Event.Organization)
            EventLines.event(
                "{\"type\":\"organization\",\"id\":\"o\",\"name\":\"N\",\"domains\":null}");
    assertThat(organization.domains()).isNull();
  }

  @Test
  void readsAVerdict() {
    assertThat(
            EventLines.event(
                "{\"type\":\"verdict\",\"account\":\"a\",\"verdict\":\"legitimate\",\"at\":\"2026-04-22T12:00:00Z\",\"note\":\"n\"}"))
        .isEqualTo(new Event.Verdict("a", "legitimate", NOON, "", "n"));
  }

  @Test
  void readsAClaim() {
    assertThat(
            EventLines.event(
                """
                {"type":"claim","organization":"o","statement":"denies","by":"b","at":"2026-04-22T12:00:00Z","cluster":"c","campaign":"s","reference":"r"}
                """))
        .isEqualTo(new Event.Claim("o", "denies", "b", NOON, "c", "s", "r"));
  }

  @Test
  void readsAModel() {
    assertThat(
            EventLines.event(
                "{\"type\":\"model\",\"id\":\"m\",\"releasedAt\":\"2026-04-22T12:00:00Z\",\"name\":\"N\"}"))
        .isEqualTo(new Event.Model("m", NOON, "N"));
  }

  private static Event.Exchange exchange(String more) {
    return (Event.Exchange)
        EventLines.event(
            "{\"type\":\"exchange\",\"account\":\"a\",\"at\":\"2026-04-22T12:00:00Z\","
                + more
                + "}");
  }

  private static Event identifier(String kind, String value) {
    return EventLines.event(
        "{\"type\":\"identifier\",\"account\":\"a\",\"kind\":\"%s\",\"value\":\"%s\",\"at\":\"2026-04-22T12:00:00Z\"}"
            .formatted(kind, value));
  }

  private static io.iolaus.core.prompt.PromptSketch sketch(String text) {
    return new PromptSketcher(EventLines.SECRET).sketch(text);
  }
}
