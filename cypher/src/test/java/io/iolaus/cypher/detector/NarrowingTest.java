package io.iolaus.cypher.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.detector.safety.CypherTokens;
import io.iolaus.cypher.detector.safety.Narrowing;
import io.iolaus.cypher.detector.safety.Narrowing.Impossible;
import io.iolaus.cypher.detector.safety.Narrowing.Possible;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NarrowingTest {

  static List<Corpus> whole() {
    return Corpus.read("whole");
  }

  static List<Corpus> narrow() {
    return Corpus.read("narrow");
  }

  static List<DetectorFile> shipped() {
    return DetectorCatalog.load().all();
  }

  /// Each shows one way in which a row depends on more than what is next to its thing.
  @ParameterizedTest
  @MethodSource("whole")
  void refusesWithAReason(Corpus whole) {
    assertThat(Narrowing.of(whole.statement()))
        .isInstanceOfSatisfying(
            Impossible.class,
            no -> {
              assertThat(whole.reasons())
                  .anySatisfy(reason -> assertThat(no.because().what()).contains(reason));
              assertThat(no.because().remedy()).isNotBlank();
              assertThat(no.because().offset())
                  .as("behind the comment")
                  .isGreaterThan(whole.statement().indexOf('\n'));
            });
  }

  @Test
  void thereAreEnoughOfThem() {
    assertThat(whole()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(narrow()).hasSizeGreaterThanOrEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("narrow")
  void accepts(Corpus narrow) {
    assertThat(Narrowing.of(narrow.statement())).isInstanceOf(Possible.class);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void acceptsWhatComesWithTheProgram(DetectorFile detector) {
    assertThat(detector.narrowingText()).as(detector.id()).isEqualTo("yes");
  }

  @Test
  void insertsTheKeysAndLeavesTheRestAsItStands() {
    DetectorFile address = DetectorCatalog.load().find("shared-network").orElseThrow();
    Possible narrowed = (Possible) address.narrowing();
    assertThat(narrowed.label()).isEqualTo("IpAddress");
    assertThat(narrowed.property()).isEqualTo("prefix");
    assertThat(narrowed.statement())
        .isEqualTo(
            "UNWIND $engineKeys AS engineKey "
                + address
                    .statement()
                    .replaceFirst(
                        "\\(ip:IpAddress\\)",
                        "(ip:IpAddress {prefix: engineKey}) USING INDEX SEEK ip:IpAddress(prefix)"));
  }

  @Test
  void asksForWhatAccountsUseByThePatternAndConditionsOfTheText() {
    DetectorFile identifier = DetectorCatalog.load().find("shared-client").orElseThrow();
    Narrowing.Uses uses = ((Possible) identifier.narrowing()).uses().orElseThrow();
    assertThat(CypherTokens.canonical(uses.statement()))
        .isEqualTo(
            CypherTokens.canonical(
                """
                UNWIND $engineAccounts AS engineAccount
                MATCH (a:Account {id: engineAccount})
                MATCH (i)<-[h:HAS_IDENTIFIER]-(a)
                WHERE i:Identifier
                  AND (any(day IN h.days WHERE $from <= day <= $asOf))
                  AND (coalesce(a.status, 'active') <> 'deleted')
                  AND (i.kind = 'client')
                RETURN i.id AS key, engineAccount AS account, i.id AS thing,
                  COUNT { (i)<-[:HAS_IDENTIFIER]-() } AS edges\
                """));
    assertThat(uses.least(Map.of("minAccounts", 3L))).isEqualTo(3);
    assertThat(uses.leastThings(Map.of("minAccounts", 3L))).isZero();
    assertThat(uses.once()).as("an account is a member once").isTrue();
  }

  @Test
  void asksForWhatAccountsUseOfSeveralThingsUnderAKey() {
    DetectorFile network = DetectorCatalog.load().find("shared-network").orElseThrow();
    Narrowing.Uses uses = ((Possible) network.narrowing()).uses().orElseThrow();
    assertThat(CypherTokens.canonical(uses.statement()))
        .isEqualTo(
            CypherTokens.canonical(
                """
                UNWIND $engineAccounts AS engineAccount
                MATCH (a:Account {id: engineAccount})
                MATCH (ip)<-[c:CONNECTED_FROM]-(a)
                WHERE ip:IpAddress
                  AND (any(day IN c.days WHERE $from <= day <= $asOf))
                  AND (coalesce(a.status, 'active') <> 'deleted')
                  AND (ip.evidence)
                RETURN ip.prefix AS key, engineAccount AS account, ip.id AS thing, null AS edges\
                """));
    Map<String, Object> params = Map.of("minAccounts", 3L, "minAddresses", 2L);
    assertThat(uses.least(params)).isEqualTo(3);
    assertThat(uses.leastThings(params)).isEqualTo(2);
    assertThat(uses.once()).as("an account may come from several addresses").isFalse();
  }

  @Test
  void saysTheLineOfTheFileThatKeepsItFromIt() {
    DetectorFile detector =
        Detectors.of(
            """
            MATCH (i:PaymentInstrument)<-[p:PAID_WITH]-(a:Account)
            WITH i, collect(a) AS members WHERE size(members) >= 2
            RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, members\
            """);
    assertThat(detector.narrowingText())
        .isEqualTo(
            "no, because line %d: it does not start at one kind of shared thing"
                .formatted(detector.statementLine()));
  }
}
