package io.iolaus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.simulate.scoring.Truth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// One population of scale S, looked at from all sides.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationTest {

  private static final long SEED = 7;

  @TempDir static Path temp;

  private Path folder;
  private SimulationSummary summary;
  private Truth truth;
  private final Map<String, Long> exchanges = new HashMap<>();
  private final Set<String> fields = new TreeSet<>();
  private final Set<String> opened = new HashSet<>();
  private final Map<String, Traits> traits = new HashMap<>();

  /// What is seen of the accounts of one side.
  private static final class Traits {
    final Map<String, Set<String>> values = new HashMap<>();

    void add(String kind, String value) {
      if (!value.isEmpty()) {
        values.computeIfAbsent(kind, k -> new TreeSet<>()).add(value);
      }
    }
  }

  @BeforeAll
  void simulate() throws IOException {
    folder = temp.resolve("seven");
    summary = new Simulation(Scenario.FOUR_CAMPAIGNS, Scale.S, SEED).write(folder);
    truth = Truth.read(folder);
    for (Path file : Lines.eventFiles(folder)) {
      Lines.each(file, this::look);
    }
  }

  private void look(String line) {
    String account = Lines.field(line, "account");
    switch (Lines.field(line, "type")) {
      case "exchange" -> {
        exchanges.merge(account, 1L, Long::sum);
        trait(account, "client", Lines.field(line, "client"));
        trait(account, "model", Lines.field(line, "model"));
        trait(account, "language", Lines.field(line, "language"));
        trait(account, "capability", Lines.field(line, "capability"));
      }
      case "account" -> {
        String id = Lines.field(line, "id");
        opened.add(id);
        trait(id, "plan", Lines.field(line, "plan"));
        trait(id, "country", Lines.field(line, "country"));
        trait(id, "status", Lines.field(line, "status"));
      }
      case "payment" -> {
        trait(account, "bin", Lines.field(line, "bin"));
        trait(account, "kind", Lines.field(line, "kind"));
        trait(account, "matchKey", Lines.field(line, "matchKey"));
      }
      case "identifier" -> trait(account, "identifier", Lines.field(line, "kind"));
      default -> {}
    }
  }

  private void trait(String account, String kind, String value) {
    boolean attack = member(account).attack();
    traits.computeIfAbsent(attack ? "attack" : "innocent", s -> new Traits()).add(kind, value);
  }

  private Truth.Member member(String account) {
    Truth.Member member = truth.accounts().get(account);
    assertThat(member).as(account).isNotNull();
    return member;
  }

  @Test
  void everyAccountHasItsLineAndItsTruth() {
    assertThat(opened).isEqualTo(truth.accounts().keySet());
    assertThat(summary.accounts()).isEqualTo(opened.size());
  }

  @Test
  void innocentAccountsAreTwentyTimesAsMany() {
    long attackers = truth.accounts().values().stream().filter(Truth.Member::attack).count();
    assertThat(opened.size() - attackers).isGreaterThanOrEqualTo(20 * attackers);
    assertThat(summary.attackers()).isEqualTo(attackers);
  }

  @Test
  void everyDecoyIsThere() {
    Set<String> kinds = new TreeSet<>();
    truth.accounts().values().forEach(member -> kinds.add(member.decoy()));
    assertThat(kinds).contains("D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10");
    assertThat(truth.accounts().values()).anyMatch(m -> m.role().equals("reseller-customer"));
  }

  @Test
  void campaignsHaveTheProportionsOfTheDisclosures() {
    Map<String, Truth.Campaign> campaigns = new HashMap<>();
    truth.campaigns().forEach(campaign -> campaigns.put(campaign.operator(), campaign));

    assertThat(campaigns.get("first").exchanges()).isEqualTo(150_000 / 200);
    assertThat(campaigns.get("second").exchanges()).isEqualTo(3_400_000 / 200);
    assertThat(campaigns.get("third").exchanges()).isEqualTo(13_000_000 / 200);
    assertThat(campaigns.get("fourth").exchanges()).isEqualTo(28_800_000 / 200);
    assertThat(campaigns.values()).allMatch(campaign -> campaign.accounts() >= 30);
    assertThat(campaigns.get("fourth").accounts()).isEqualTo(125);
    Truth.Campaign fourth = campaigns.get("fourth");
    assertThat(Duration.between(fourth.firstSeen(), fourth.lastSeen()))
        .isBetween(Duration.ofDays(43), Duration.ofDays(44));
    assertThat(fourth.firstSeen()).isBetween("2026-04-22T00:00:00Z", "2026-04-22T23:59:59Z");
    assertThat(fourth.exchanges() / 44.0 / fourth.accounts()).isCloseTo(26, within(0.5));
  }

  @Test
  void truthOfCampaignsEqualsTheEvents() {
    Map<String, Long> byOperator = new HashMap<>();
    exchanges.forEach(
        (account, count) -> byOperator.merge(member(account).operator(), count, Long::sum));
    for (Truth.Campaign campaign : truth.campaigns()) {
      assertThat(byOperator.get(campaign.operator())).isEqualTo(campaign.exchanges());
    }
  }

  @Test
  void everyAttackAccountIsUsed() {
    assertThat(truth.accounts())
        .allSatisfy((account, member) -> {
          if (member.attack()) {
            assertThat(exchanges).containsKey(account);
          }
        });
  }

  @Test
  void noExchangeComesBeforeItsAccount() throws IOException {
    Map<String, String> created = new HashMap<>();
    Path accounts = Lines.eventFiles(folder).get(1);
    Lines.each(
        accounts,
        line -> {
          if (Lines.field(line, "type").equals("account")) {
            created.put(Lines.field(line, "id"), Lines.field(line, "createdAt"));
          }
        });
    Lines.each(
        Lines.eventFiles(folder).get(2),
        line ->
            assertThat(Lines.field(line, "at"))
                .isGreaterThanOrEqualTo(created.get(Lines.field(line, "account"))));
  }

  @Test
  void exchangesAreInTheOrderOfTime() throws IOException {
    String[] last = {""};
    Lines.each(
        Lines.eventFiles(folder).get(2),
        line -> {
          String at = Lines.field(line, "at");
          // Whole seconds are written without a fraction, and Z sorts after the point.
          String padded = at.length() == 20 ? at.replace("Z", ".000Z") : at;
          assertThat(padded).isGreaterThanOrEqualTo(last[0]);
          last[0] = padded;
        });
  }

  @Test
  void everyLineIsAccepted() throws IOException {
    SiteSecret secret = SiteSecret.of(new byte[32]);
    EventDecoder decoder = new EventDecoder(secret, new PromptSketcher(secret));
    List<String> faults = new ArrayList<>();
    for (Path file : Lines.eventFiles(folder)) {
      Lines.each(
          file,
          line -> {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            switch (decoder.decode(bytes, 0, bytes.length)) {
              case Decoded.Accepted(var event, var unknown) -> fields.addAll(unknown);
              case Decoded.Rejected rejected -> faults.add(rejected + " " + line);
              case Decoded.Blank() -> faults.add("blank");
            }
          });
    }
    assertThat(faults).isEmpty();
    assertThat(fields).isEmpty();
  }

  /// Ids of both sides look alike, and neither side's come first.
  @Test
  void idsDoNotTellTheTruth() {
    assertThat(opened).allMatch(id -> id.matches("acc_[0-9a-z]{14}"));
    List<String> sorted = opened.stream().sorted().toList();
    double ranks = 0;
    long attackers = 0;
    for (int i = 0; i < sorted.size(); i++) {
      if (member(sorted.get(i)).attack()) {
        ranks += (double) i / sorted.size();
        attackers++;
      }
    }
    assertThat(ranks / attackers).isCloseTo(0.5, within(0.07));
  }

  /// No client, plan, bank number, language … that only attackers have.
  @Test
  void noSingleTraitIsTheAttackersAlone() {
    Traits innocent = traits.get("innocent");
    traits
        .get("attack")
        .values
        .forEach(
            (kind, values) -> assertThat(innocent.values.get(kind)).as(kind).containsAll(values));
  }

  @Test
  void truthIsNotAmongTheEvents() throws IOException {
    Truth.Campaign campaign = truth.campaigns().getFirst();
    assertThat(campaign.organization()).startsWith("org-");
    for (Path file : Lines.eventFiles(folder)) {
      Lines.each(
          file,
          line ->
              assertThat(line)
                  .doesNotContain("\"operator\":", "\"decoy\":", "\"role\":", "\"instance\":"));
    }
  }

  @Test
  void sameArgumentsGiveTheSameBytes() throws IOException {
    Path again = temp.resolve("again");
    new Simulation(Scenario.FOUR_CAMPAIGNS, Scale.S, SEED).write(again);

    for (Path file : Lines.files(folder)) {
      assertThat(Files.mismatch(file, again.resolve(file.getFileName())))
          .as(file.toString())
          .isEqualTo(-1);
    }
    assertThat(Lines.files(again)).hasSameSizeAs(Lines.files(folder));
  }

  /// Taking the operators away leaves every other line as it is.
  @Test
  void nullScenarioIsTheSameWorldWithoutAttack() throws IOException {
    Path innocent = temp.resolve("innocent");
    SimulationSummary none = new Simulation(Scenario.NULL, Scale.S, SEED).write(innocent);

    assertThat(none.attackers()).isZero();
    assertThat(Truth.read(innocent).campaigns()).isEmpty();
    for (int i = 0; i < 3; i++) {
      List<Integer> expected = new ArrayList<>();
      Lines.each(
          Lines.eventFiles(folder).get(i),
          line -> {
            if (!aboutAttack(line)) {
              expected.add(line.hashCode());
            }
          });
      List<Integer> found = new ArrayList<>();
      Lines.each(Lines.eventFiles(innocent).get(i), line -> found.add(line.hashCode()));
      assertThat(found).isEqualTo(expected);
    }
  }

  private boolean aboutAttack(String line) {
    String type = Lines.field(line, "type");
    String account = Lines.field(line, type.equals("account") ? "id" : "account");
    if (account.isEmpty()) {
      return type.equals("claim");
    }
    Truth.Member member = member(account);
    return member.attack() || member.role().equals("affiliate");
  }
}
