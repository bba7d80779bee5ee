package io.iolaus.core.attribution;

import static io.iolaus.core.attribution.World.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.iolaus.core.attribution.Attribution.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributorTest {

  private static Hypothesis of(Attribution attribution, Hypothesis.Kind kind, String lab) {
    return attribution.hypotheses().stream()
        .filter(h -> h.kind() == kind && lab.equals(h.organization()))
        .findFirst()
        .orElseThrow();
  }

  private static double confidence(Attribution attribution, String lab) {
    return of(attribution, Hypothesis.Kind.ORGANIZATION, lab).confidence();
  }

  @Test
  void twoKindsOfWhichOneIsHardToPlantName() {
    Attribution attribution =
        new World("lab-a").mail("lab-a", range(0, 10)).network("lab-a", range(20, 30)).attribute();
    assertThat(attribution.outcome()).isEqualTo(Outcome.NAMED);
    Hypothesis named = attribution.named().orElseThrow();
    assertThat(named.organization()).isEqualTo("lab-a");
    assertThat(named.kinds()).containsExactly("network", "email-domain");
  }

  @Test
  void oneKindNeverNamesHoweverMuchThereIsOfIt() {
    assertThat(new World("lab-a").network("lab-a", range(0, 100)).attribute().named()).isEmpty();
    assertThat(new World("lab-a").mail("lab-a", range(0, 100)).attribute().named()).isEmpty();
    assertThat(new World("lab-a").invoice("lab-a", range(0, 100)).attribute().named()).isEmpty();
    assertThat(new World("lab-a").seats(0, 10, 5).attribute().named()).isEmpty();
  }

  @Test
  void plantedMailDomainsAndAClaimNameNobody() {
    Attribution attribution =
        new World("lab-a")
            .mail("lab-a", range(0, 100))
            .claim("lab-a", "operates", "somebody", 1)
            .attribute();
    assertThat(attribution.named()).isEmpty();
    assertThat(of(attribution, Hypothesis.Kind.DECEPTION, "lab-a").confidence())
        .isGreaterThan(confidence(attribution, "lab-a"));
  }

  @Test
  void allThatCanBeTypedIntoAFormLooksLikeDeception() {
    Attribution attribution =
        new World("lab-a")
            .mail("lab-a", range(0, 50))
            .invoice("lab-a", range(50, 100))
            .claim("lab-a", "operates", "somebody", 1)
            .attribute();
    assertThat(attribution.outcome()).isEqualTo(Outcome.DECEPTION);
    assertThat(attribution.hypotheses().getFirst().kind()).isEqualTo(Hypothesis.Kind.DECEPTION);
  }

  @Test
  void theSameSourceTenTimesChangesNothing() {
    World once =
        new World("lab-a").network("lab-a", range(0, 9)).claim("lab-a", "operates", "a", 1);
    World often = new World("lab-a").network("lab-a", range(0, 9));
    World many = new World("lab-a").network("lab-a", range(0, 9));
    for (int i = 0; i < 10; i++) {
      often.claim("lab-a", "operates", "a", i).network("lab-a", range(0, 9));
      many.claim("lab-a", "operates", "asserter-" + i, i);
    }
    double confidence = confidence(once.attribute(), "lab-a");
    assertThat(confidence(often.attribute(), "lab-a")).isEqualTo(confidence);
    // ten who cite one report, or repeat each other, are one source
    assertThat(confidence(many.attribute(), "lab-a")).isEqualTo(confidence);
  }

  @Test
  void oneAccountIsOneWitnessWhateverItBears() {
    // people of the lab among the customers that a reseller's accounts carry
    int[] few = {3, 4, 5, 6};
    Attribution same = new World("lab-a").mail("lab-a", few).network("lab-a", few).attribute();
    assertThat(same.named()).isEmpty();
    Attribution apart =
        new World("lab-a").mail("lab-a", few).network("lab-a", 13, 14, 15, 16).attribute();
    assertThat(apart.named()).isPresent();
  }

  @Test
  void twoColleaguesWhoWereDrawnInNameNobody() {
    Attribution attribution =
        new World("lab-a").mail("lab-a", 3, 4).network("lab-a", 5, 6).attribute();
    assertThat(attribution.named()).isEmpty();
  }

  @Test
  void oneAccountIsAnAccident() {
    Attribution attribution =
        new World("lab-a").mail("lab-a", 3).network("lab-a", 5).seats(0, 1, 3).attribute();
    assertThat(attribution.outcome()).isEqualTo(Outcome.NO_EVIDENCE);
  }

  @Test
  void whatEverybodyShowsIsNoEvidence() {
    Attribution attribution =
        new World("lab-a")
            .mail("lab-a", range(0, 2_500))
            .network("lab-a", range(0, 20))
            .attribute();
    assertThat(of(attribution, Hypothesis.Kind.ORGANIZATION, "lab-a").kinds())
        .containsExactly("network");
  }

  @Test
  void ofTwoOrganizationsWithEqualTracesNeitherIsNamed() {
    World world = new World("lab-a", "lab-b");
    for (String lab : List.of("lab-a", "lab-b")) {
      world.mail(lab, range(0, 20)).network(lab, range(20, 40));
    }
    Attribution attribution = world.attribute();
    assertThat(attribution.outcome()).isEqualTo(Outcome.SEVERAL_ORGANIZATIONS);
    assertThat(confidence(attribution, "lab-a"))
        .isCloseTo(confidence(attribution, "lab-b"), within(1e-9));
  }

  @Test
  void aStrongerOrganizationDoesNotHideAnotherThatWouldBeNamed() {
    Attribution attribution =
        new World("lab-a", "lab-b")
            .seats(0, 4, 3)
            .network("lab-a", range(20, 40))
            .mail("lab-b", range(0, 20))
            .network("lab-b", range(60, 80))
            .attribute();
    assertThat(attribution.outcome()).isEqualTo(Outcome.SEVERAL_ORGANIZATIONS);
  }

  @Test
  void signsOfAnotherThatCanBePlantedDoNotHideWhoIsBehind() {
    Attribution attribution =
        new World("lab-a", "lab-b")
            .seats(0, 4, 3)
            .network("lab-a", range(20, 40))
            .mail("lab-b", range(0, 20))
            .invoice("lab-b", range(40, 60))
            .attribute();
    assertThat(attribution.named().map(Hypothesis::organization)).contains("lab-a");
  }

  @Test
  void whatSitsOnAMinorityOfTheGroupNamesNobody() {
    int[] minority = range(0, 30);
    World world = new World("lab-a").tiedBy(minority, range(30, 100));
    Attribution attribution =
        world.mail("lab-a", range(0, 10)).network("lab-a", range(10, 20)).attribute();
    assertThat(attribution.outcome()).isEqualTo(Outcome.PART_OF_GROUP);
    // spread over both parts it does
    assertThat(
            new World("lab-a")
                .tiedBy(minority, range(30, 100))
                .mail("lab-a", 1, 2, 40, 41)
                .network("lab-a", 3, 4, 50, 51)
                .attribute()
                .outcome())
        .isEqualTo(Outcome.NAMED);
  }

  @Test
  void whatSitsOnOnePartOfTwoNamesNobodyAlthoughSomethingTiesAll() {
    // two operators in one group: a common skeleton ties all, another one only the minority
    World world = new World("lab-a").partOf(range(0, 30));
    Attribution attribution =
        world.mail("lab-a", range(0, 5)).network("lab-a", range(5, 10)).attribute();
    assertThat(attribution.outcome()).isEqualTo(Outcome.PART_OF_GROUP);
    // where it is spread, the minority's skeleton is just one of the group's
    World spread = new World("lab-a").partOf(range(0, 30));
    assertThat(
            spread
                .mail("lab-a", 1, 20, 40, 60)
                .network("lab-a", 5, 50, 70, 90)
                .attribute()
                .outcome())
        .isEqualTo(Outcome.NAMED);
  }

  @Test
  void aPromptThatAnOrganizationsSeatsUseCanBeCopied() {
    Attribution attribution =
        new World("lab-a").seats(0, 20, 1).network("lab-a", range(0, 9)).attribute();
    assertThat(of(attribution, Hypothesis.Kind.ORGANIZATION, "lab-a").kinds())
        .containsExactly("network", "shared-template");
    assertThat(new World("lab-a").seats(0, 20, 1).mail("lab-a", range(0, 9)).attribute().named())
        .isEmpty();
  }

  @Test
  void aNetworkThatStrangersUseIsNotHardToPlant() {
    World world = new World("lab-a");
    // more strangers than the lab has seats
    world
        .mail("lab-a", range(0, 10))
        .gateway("lab-a", range(20, 40))
        .gateway("lab-a", range(200, 260));
    Attribution attribution = world.attribute();
    assertThat(of(attribution, Hypothesis.Kind.ORGANIZATION, "lab-a").kinds())
        .contains("open-network");
    assertThat(attribution.named()).isEmpty();
  }

  @Test
  void aFewSlipsThroughAGatewayCountAndAnExitForAllCanBeBorrowed() {
    int[] staff = range(World.SEATS, World.SEATS + 30);
    World slips = new World("lab-a").mail("lab-a", range(0, 10)).gateway("lab-a", range(20, 30));
    assertThat(slips.gateway("lab-a", staff).attribute().outcome()).isEqualTo(Outcome.NAMED);
    World exit = new World("lab-a").mail("lab-a", range(0, 10)).gateway("lab-a", range(10, 100));
    assertThat(exit.gateway("lab-a", staff).attribute().named()).isEmpty();
  }

  @Test
  void whoLeavesThroughManyGatewaysIsTiedToNoneByThem() {
    String[] labs =
        IntStream.range(0, 12).mapToObj(l -> "lab-" + (char) ('a' + l)).toArray(String[]::new);
    World world = new World(labs).mail("lab-a", range(0, 10));
    for (int l = 0; l < labs.length; l++) {
      world.gateway(labs[l], range(5 * l, 5 * l + 15));
      world.gateway(labs[l], range(World.SEATS + 40 * l, World.SEATS + 40 * l + 30));
    }
    assertThat(world.attribute().hypotheses().getFirst().kinds()).doesNotContain("network");
    // an address that nobody else uses is another thing
    world.network("lab-a", range(80, 90));
    assertThat(world.attribute().named().map(Hypothesis::organization)).contains("lab-a");
  }

  @Test
  void anOrganizationThatConfirmsItselfIsBelievedAndOthersAreNot() {
    World self =
        new World("lab-a").mail("lab-a", range(0, 5)).claim("lab-a", "confirms", "lab-a", 1);
    assertThat(self.attribute().outcome()).isEqualTo(Outcome.NAMED);
    World other = new World("lab-a").mail("lab-a", range(0, 5)).claim("lab-a", "confirms", "x", 1);
    assertThat(other.attribute().named()).isEmpty();
  }

  @Test
  void nobodyIsNamedForAGroupInReview() {
    Attribution labelled =
        new World("lab-a").mail("lab-a", range(0, 10)).network("lab-a", range(20, 30)).attribute();
    Attribution review = labelled.inReview();
    assertThat(review.outcome()).isEqualTo(Outcome.IN_REVIEW);
    assertThat(review.named()).isEmpty();
    assertThat(review.matrix()).isEqualTo(labelled.matrix());
    assertThat(confidence(review, "lab-a")).isEqualTo(confidence(labelled, "lab-a"));
  }

  @Test
  void columnsAddUpToLogOddsAndConfidencesToOne() {
    Attribution attribution =
        new World("lab-a", "lab-b")
            .mail("lab-a", range(0, 5))
            .network("lab-a", range(5, 15))
            .invoice("lab-b", range(40, 60))
            .claim("lab-b", "operates", "x", 1)
            .attribute();
    assertThat(attribution.hypotheses().stream().mapToDouble(Hypothesis::confidence).sum())
        .isCloseTo(1, within(1e-9));
    for (int h = 0; h < attribution.hypotheses().size(); h++) {
      int column = h;
      assertThat(attribution.matrix().stream().mapToDouble(r -> r.bits().get(column)).sum())
          .isCloseTo(attribution.hypotheses().get(h).logOdds(), within(1e-9));
    }
  }

  @Test
  void theOrderOfEvidenceChangesNothing() {
    World one = new World("lab-a", "lab-b").mail("lab-b", range(0, 9)).network("lab-a", 5, 6, 7);
    World other = new World("lab-b", "lab-a").network("lab-a", 7, 6, 5);
    other.mail("lab-b", range(0, 9));
    assertThat(other.attribute().hypotheses()).isEqualTo(one.attribute().hypotheses());
  }

  @Test
  void moreOrganizationsToChooseFromMakeEachLessLikely() {
    List<Finding> findings = List.of(Finding.of("lab-a", EvidenceKind.NETWORK, 8, 1, ""));
    assertThat(confidence(Sensitivity.weigh(findings, 1_000), "lab-a"))
        .isLessThan(confidence(Sensitivity.weigh(findings, 10), "lab-a") / 5);
  }

  @Test
  void theMatrixStaysReadableWhereManyOrganizationsShowALittle() {
    List<Finding> findings = new ArrayList<>();
    for (int l = 0; l < 40; l++) {
      findings.add(Finding.of("lab-" + l, EvidenceKind.TEMPLATE, 1 + l / 40.0, 1, ""));
    }
    findings.add(Finding.of("lab-z", EvidenceKind.NETWORK, 8, 1, ""));
    Attribution attribution = Sensitivity.weigh(findings, 41);
    assertThat(attribution.hypotheses()).hasSizeLessThanOrEqualTo(25);
    assertThat(confidence(attribution, "lab-z")).isPositive();
    assertThat(attribution.hypotheses().stream().mapToDouble(Hypothesis::confidence).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void aLargeGroupIsNoDisadvantage() {
    // ten careless accounts among four thousand members: few by share, too many for chance
    World world = new World("lab-a").members(range(0, 4_000)).tiedBy(range(0, 4_000));
    world.mail("lab-a", range(0, 10)).network("lab-a", range(50, 60));
    List<String> kinds = new ArrayList<>();
    world.attribute().named().ifPresent(h -> kinds.addAll(h.kinds()));
    assertThat(kinds).containsExactly("network", "email-domain");
  }
}
