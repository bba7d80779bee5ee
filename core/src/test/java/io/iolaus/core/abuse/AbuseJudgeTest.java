package io.iolaus.core.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Thresholds named here are those of the labels: 0.4 is worth a look, 0.75 may be labelled.
class AbuseJudgeTest {

  private static final double LOOK = 0.4;
  private static final double LABEL = 0.75;
  private static final int FIRST_DAY = 20_500;

  private final List<AccountTraits> population = new ArrayList<>();

  AbuseJudgeTest() {
    for (int a = 0; a < 2_000; a++) {
      population.add(everybody());
    }
  }

  private static AccountTraits everybody() {
    return traits(
        40,
        Map.of("coding", 40L, "writing", 40L, "chat", 20L),
        Map.of("residential", 97L, "vpn", 3L),
        30,
        Map.of("card", 1),
        false,
        false);
  }

  private static AccountTraits traits(
      int days,
      Map<String, Long> capabilities,
      Map<String, Long> use,
      int addresses,
      Map<String, Integer> instruments,
      boolean suspended,
      boolean roundTheClock) {
    long[] hours = new long[24];
    Arrays.fill(hours, roundTheClock ? 0 : 9, roundTheClock ? 24 : 18, 5);
    return new AccountTraits(
        Instant.EPOCH,
        suspended,
        100,
        FIRST_DAY,
        FIRST_DAY + days - 1,
        days,
        capabilities,
        hours,
        use,
        addresses,
        addresses,
        instruments);
  }

  private static AccountTraits campaigner(int days, boolean suspended) {
    return traits(
        days,
        Map.of("chemistry", 95L, "chat", 5L),
        Map.of("proxy", 90L, "residential", 10L),
        4 * days,
        Map.of("prepaid", 2),
        suspended,
        true);
  }

  private int[] add(int count, AccountTraits traits) {
    int first = population.size();
    for (int a = 0; a < count; a++) {
      population.add(traits);
    }
    return IntStream.range(first, first + count).toArray();
  }

  private AbuseReport judge(int[] members, double ownSkeletons, double sharedDevices) {
    return judge(members, ownSkeletons, shape(members, sharedDevices, 0, 0, 0));
  }

  private AbuseReport judge(int[] members, double ownSkeletons, GroupShape shape) {
    return new AbuseJudge(population).judge(members, members, a -> ownSkeletons, shape);
  }

  /// A group of which each member pays for itself, but for `on` of them on shared instruments.
  private GroupShape shape(
      int[] members, double sharedDevices, int instruments, double on, double largest) {
    double[] payers = new double[members.length];
    Arrays.fill(payers, 1);
    return new GroupShape(
        sharedDevices, instruments, on, largest, 0, Double.NaN, payers, spans(members), 0);
  }

  /// As long as the accounts were active.
  private int[] spans(int[] members) {
    return Arrays.stream(members)
        .map(a -> population.get(a).lastDay() - population.get(a).firstDay() + 1)
        .toArray();
  }

  @Test
  void aCampaignIsHostile() {
    assertThat(judge(add(40, campaigner(20, false)), 0.8, 0.8).score()).isGreaterThan(0.9);
  }

  @Test
  void aCompanyWithOneSystemPromptAndOnePurposeIsNot() {
    int[] seats =
        add(
            60,
            traits(
                40,
                Map.of("coding", 100L),
                Map.of("corporate", 100L),
                30,
                Map.of("card", 1),
                false,
                false));
    AbuseReport report = judge(seats, 1.0, 0.0);
    assertThat(report.score()).isLessThan(LOOK);
    assertThat(signal(report, "own-skeletons").value()).isEqualTo(1);
  }

  @Test
  void privacyMindedPeopleWithoutACommonPurposeAreNot() {
    int[] members =
        add(
            60,
            traits(
                40,
                Map.of("coding", 40L, "writing", 40L, "chat", 20L),
                Map.of("vpn", 100L),
                160,
                Map.of("prepaid", 1),
                false,
                true));
    assertThat(judge(members, 0.0, 0.0).score()).isLessThan(LOOK);
  }

  @Test
  void aHackathonIsOverWithinTwoDays() {
    assertThat(judge(add(40, campaigner(2, false)), 1.0, 1.0).score()).isZero();
    assertThat(judge(add(40, campaigner(8, false)), 1.0, 1.0).score()).isGreaterThan(LABEL);
  }

  @Test
  void aFamilyIsTooSmall() {
    assertThat(judge(add(5, campaigner(40, false)), 1.0, 1.0).score()).isZero();
    assertThat(judge(add(8, campaigner(40, false)), 1.0, 1.0).score()).isLessThan(LABEL);
    assertThat(judge(add(20, campaigner(40, false)), 1.0, 1.0).score()).isGreaterThan(LABEL);
  }

  @Test
  void whatEverybodyDoesIsNoSignal() {
    int[] members = add(50, everybody());
    AbuseReport report = judge(members, 0.0, 0.0);
    for (Signal signal : report.signals()) {
      if (signal.kind() != Signal.Kind.SCALE) {
        assertThat(signal.value()).as(signal.id()).isZero();
      }
    }
  }

  @Test
  void wherePeopleUseProxiesAProxyIsNoSignal() {
    for (int a = 0; a < 2_000; a++) {
      population.set(a, campaigner(40, false));
    }
    AbuseReport report = judge(add(40, campaigner(40, false)), 0.0, 0.0);
    assertThat(signal(report, "hidden-networks").value()).isZero();
    assertThat(signal(report, "disposable-instruments").value()).isZero();
    assertThat(signal(report, "capability-targeting").value()).isZero();
  }

  @Test
  void replacementAfterBansIsASignal() {
    assertThat(signal(judge(add(40, campaigner(20, true)), 1, 0), "replaced").value()).isEqualTo(1);
    assertThat(signal(judge(add(40, campaigner(20, false)), 1, 0), "replaced").value()).isZero();
  }

  @Test
  void aMembersOwnShareIsItsOwn() {
    // A customer of the reseller: in the group, but it does what everybody does
    int[] members = add(40, campaigner(20, false));
    int customer = add(1, everybody())[0];
    int[] all = IntStream.concat(Arrays.stream(members), IntStream.of(customer)).toArray();
    AbuseReport report =
        new AbuseJudge(population)
            .judge(all, all, a -> a == customer ? 0.0 : 0.8, shape(all, 0.5, 0, 0, 0));
    assertThat(report.own().get(customer)).isLessThan(0.1);
    assertThat(report.own().get(members[0])).isGreaterThan(0.7);
  }

  @Test
  void whoWantsTheSameButSendsNoneOfTheTextsHasNoPartInIt() {
    int[] members = add(40, campaigner(20, false));
    int[] asked = add(2, campaigner(20, false));
    int[] all = IntStream.concat(Arrays.stream(members), Arrays.stream(asked)).toArray();
    GroupShape shape = shape(members, 0.5, 0, 0, 0);
    AbuseJudge judge = new AbuseJudge(population);
    AbuseReport known =
        judge.judge(members, all, a -> a == asked[0] ? 0 : a == asked[1] ? 0.06 : 0.8, shape);
    assertThat(known.own().get(asked[0])).isZero();
    assertThat(known.own().get(asked[1])).isGreaterThan(0.7);
    AbuseReport unknown = judge.judge(members, all, a -> 0, shape);
    assertThat(unknown.own().get(asked[0])).isGreaterThan(0.7);
  }

  @Test
  void thoseAskedForDoNotChangeHowTheGroupIsJudged() {
    int[] members = add(40, campaigner(20, false));
    int[] all =
        IntStream.concat(Arrays.stream(members), Arrays.stream(add(200, everybody()))).toArray();
    AbuseJudge judge = new AbuseJudge(population);
    GroupShape shape = shape(members, 0.5, 0, 0, 0);
    AbuseReport alone = judge.judge(members, members, a -> 0.5, shape);
    AbuseReport among = judge.judge(members, all, a -> 0.5, shape);
    assertThat(among.score()).isEqualTo(alone.score());
    assertThat(among.signals()).isEqualTo(alone.signals());
  }

  @Test
  void aCompanyWithAMailDomainMayHaveSeveralCardsAndMachines() {
    int[] members = add(40, everybody());
    GroupShape strangers =
        new GroupShape(0.9, 8, 0.9, 0.2, 0, 0, payers(members, 0.2), spans(members), 0);
    GroupShape company =
        new GroupShape(0.9, 8, 0.9, 0.2, 0, 0.7, payers(members, 0.2), spans(members), 0);
    for (String signal : List.of("split-payment", "shared-devices")) {
      double among = signal(judge(members, 1, strangers), signal).value();
      assertThat(among).isPositive();
      assertThat(signal(judge(members, 1, company), signal).value()).isEqualTo(among / 2);
    }
  }

  private static double[] payers(int[] members, double largestInstrument) {
    double[] payers = new double[members.length];
    Arrays.fill(payers, 1 / (largestInstrument * members.length));
    return payers;
  }

  @Test
  void anAccountWithoutKnownPromptsIsJudgedByWhatItIsAimedAt() {
    int[] members = add(40, campaigner(20, false));
    AbuseReport report = judge(members, Double.NaN, 0.8);
    assertThat(report.own().get(members[0])).isCloseTo(1, within(0.05));
    assertThat(report.score()).isGreaterThan(LABEL);
  }

  @Test
  void severalInstrumentsWithAFewAccountsOnEachAreASignal() {
    int[] members = add(40, everybody());
    assertThat(signal(judge(members, 1, shape(members, 0, 10, 0.9, 0.1)), "split-payment").value())
        .isEqualTo(1);
  }

  @Test
  void oneInstrumentForAllAndAnotherForSomeIsHowCompaniesPay() {
    int[] members = add(40, everybody());
    assertThat(signal(judge(members, 1, shape(members, 0, 2, 1.0, 0.6)), "split-payment").value())
        .isZero();
    assertThat(signal(judge(members, 1, shape(members, 0, 5, 1.0, 0.8)), "split-payment").value())
        .isZero();
  }

  @Test
  void oneVirtualCardForAllIsHowCompaniesPayToo() {
    int[] members = add(40, campaigner(20, false));
    double[] payers = new double[40];
    Arrays.fill(payers, 1 / 40.0);
    GroupShape one = new GroupShape(0, 1, 1, 1, 0, 1, payers, spans(members), 0);
    assertThat(signal(judge(members, 1, one), "disposable-instruments").value()).isEqualTo(0.25);
    assertThat(signal(judge(members, 1, 0.0), "disposable-instruments").value()).isEqualTo(1);
  }

  /// Two of 300 small companies without a mail domain were labelled for their one card and their
  /// computer room.
  @Test
  void aSmallCompanyInOneRoomIsNoCrowdThatOnePayerDrives() {
    assertThat(inOneRoom(22)).isLessThan(0.7);
    assertThat(inOneRoom(100)).isGreaterThan(0.7);
  }

  private double inOneRoom(int accounts) {
    int[] members = add(accounts, everybody());
    double[] payers = new double[accounts];
    Arrays.fill(payers, 1.0 / accounts);
    return judge(members, 1, new GroupShape(0.95, 1, 1, 1, 0, 0, payers, spans(members), 0))
        .score();
  }

  @Test
  void onePayerForAccountsUnderEverybodysMailDomainsIsNoCompanyThatShowsItself() {
    int[] members = add(40, everybody());
    assertThat(nameless(members, 1, 0)).isCloseTo(0.3, within(1e-9));
    assertThat(nameless(members, 1, 0.3)).isZero(); // three in ten have an address of the company
    assertThat(nameless(members, 0.1, 0)).isZero(); // strangers, each with an instrument
    assertThat(nameless(add(14, everybody()), 1, 0)).isEqualTo(0.25);
    assertThat(nameless(add(90, everybody()), 1, 0)).isCloseTo(0.35, within(1e-9));
  }

  private double nameless(int[] members, double largestInstrument, double ownDomain) {
    double[] payers = new double[members.length];
    Arrays.fill(payers, largestInstrument / members.length);
    GroupShape shape =
        new GroupShape(0, 1, 1, largestInstrument, 0, ownDomain, payers, spans(members), 0);
    return signal(judge(members, 1, shape), "nameless").value();
  }

  /// One of a chemistry company, at work day and night.
  private static AccountTraits colleague() {
    return traits(
        40,
        Map.of("chemistry", 95L, "chat", 5L),
        Map.of("residential", 100L),
        30,
        Map.of("card", 1),
        false,
        true);
  }

  @Test
  void whatOneInnocentCauseExplainsNeverLabelsByItself() {
    // one device image, one scheduler, hours around the clock: a computer room or a build farm
    int[] members = add(40, colleague());
    double[] payers = new double[40];
    Arrays.fill(payers, 1);
    double either =
        Math.max(
            judge(members, 1, new GroupShape(1, 0, 0, 0, 0, 1, payers, spans(members), 0)).score(),
            judge(members, 1, new GroupShape(0, 0, 0, 0, 1, 1, payers, spans(members), 0)).score());
    assertThat(either).isBetween(LOOK, LABEL);
  }

  /// An account of somebody's whose traffic is its customers', in disposable cards and suspended
  /// now and then.
  private static AccountTraits carrier(int days, boolean suspended) {
    return traits(
        days,
        Map.of("coding", 40L, "writing", 40L, "chat", 20L),
        Map.of("proxy", 90L, "residential", 10L),
        4 * days,
        Map.of("prepaid", 2),
        suspended,
        true);
  }

  private AbuseReport hydra(int[] members, double several) {
    return judge(
        members,
        0.06,
        new GroupShape(0, 12, 0.8, 0.1, 0, 0, payers(members, 0.1), spans(members), several));
  }

  @Test
  void whatMostAccountsWorkOffRarelyIsThePurposeOfWhoeverCarriesCustomers() {
    int[] members = add(60, carrier(20, false));
    assertThat(hydra(members, 0.1).score()).isBetween(LOOK, LABEL);
    assertThat(hydra(members, 0.8).score()).isGreaterThan(LABEL);
  }

  /// A young company without a mail domain, with a card for each of three teams and a room of
  /// computers that is used day and night.
  @Test
  void threeCardsAndOneRoomAreWorthALookAndNoLabel() {
    int[] members = add(45, colleague());
    GroupShape shape =
        new GroupShape(1, 3, 0.9, 0.42, 0, 0, payers(members, 0.4), spans(members), 1);
    AbuseReport report = judge(members, 1, shape);
    assertThat(report.score()).isBetween(LOOK, LABEL);
    // that one card pays for many is a part of how they pay, which counts already
    assertThat(signal(report, "nameless").value()).isZero();
  }

  @Test
  void severalSkeletonsWithoutAMannerAreACompanysTemplates() {
    int[] members = add(60, everybody());
    GroupShape shape = new GroupShape(0.3, 1, 1, 1, 0, 1, payers(members, 1), spans(members), 1);
    assertThat(judge(members, 0.06, shape).score()).isLessThan(LOOK);
  }

  @Test
  void aMannerWithoutAKnownPurposeIsWorthALookAndNoLabel() {
    int[] members = add(60, carrier(20, false));
    GroupShape shape =
        new GroupShape(0, 12, 0.8, 0.1, 0, 0, payers(members, 0.1), spans(members), 0);
    assertThat(judge(members, 0, shape).score()).isBetween(LOOK, LABEL);
  }

  @Test
  void whoWasSuspendedDidNotLeaveOff() {
    int[] members =
        IntStream.concat(
                Arrays.stream(add(30, campaigner(30, false))),
                Arrays.stream(add(30, campaigner(2, true))))
            .toArray();
    assertThat(signal(judge(members, 1, 0), "persistence").value()).isEqualTo(1);
    int[] left =
        IntStream.concat(
                Arrays.stream(add(30, campaigner(30, false))),
                Arrays.stream(add(30, campaigner(2, false))))
            .toArray();
    assertThat(signal(judge(left, 1, 0), "persistence").value()).isZero();
    int[] gone = add(30, campaigner(30, true));
    assertThat(signal(judge(gone, 1, 0), "persistence").value()).isEqualTo(1);
  }

  @Test
  void anEmptyGroupIsNothing() {
    assertThat(judge(new int[0], 1, 1).score()).isZero();
  }

  @Test
  void traitsHaveNoPlaceForCountryOrLanguage() {
    assertThat(
            Arrays.stream(AccountTraits.class.getRecordComponents())
                .map(c -> c.getName().toLowerCase(Locale.ROOT)))
        .noneMatch(n -> n.contains("country") || n.contains("language") || n.contains("nation"));
  }

  private static Signal signal(AbuseReport report, String id) {
    return report.signals().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }
}
