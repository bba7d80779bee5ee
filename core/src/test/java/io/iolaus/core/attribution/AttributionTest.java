package io.iolaus.core.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionTest {

  private static OrganizationEvidence evidence(String organization, String kind, int accounts) {
    return new OrganizationEvidence(organization, kind, accounts, 0, accounts + " " + kind);
  }

  private static List<Hypothesis> weigh(List<OrganizationEvidence> evidence, ClaimEvidence... claims) {
    return Attribution.weigh(100, 8_000, evidence, List.of(claims));
  }

  private static ClaimEvidence claim(String statement, String by) {
    return new ClaimEvidence("org-1", statement, by, by.equals("org-1"));
  }

  private static Hypothesis of(List<Hypothesis> all, String organization) {
    return all.stream().filter(h -> organization.equals(h.organization())).findFirst().orElseThrow();
  }

  private static double bits(List<Hypothesis> all, String kind) {
    return of(all, "org-1").evidence().stream()
        .filter(i -> i.kind().equals(kind))
        .mapToDouble(Hypothesis.Item::bits)
        .sum();
  }

  @Test
  void twoIndependentKindsName() {
    Hypothesis best =
        weigh(List.of(evidence("org-1", "verified-members", 3), evidence("org-1", "network", 20)))
            .getFirst();
    assertThat(best.organization()).isEqualTo("org-1");
    assertThat(best.named()).isTrue();
    assertThat(best.kinds()).containsExactly("network", "verified-members");
  }

  @Test
  void oneKindNeverNamesHowSureItMaySeem() {
    for (String kind : List.of("verified-members", "network", "billing-name", "email-domain")) {
      assertThat(weigh(List.of(evidence("org-1", kind, 100)))).as(kind).noneMatch(Hypothesis::named);
    }
  }

  @Test
  void aPlantedEmailDomainNeverNamesWhateverIsSaid() {
    List<OrganizationEvidence> planted = List.of(evidence("org-1", "email-domain", 100));
    assertThat(weigh(planted)).noneMatch(Hypothesis::named);
    assertThat(weigh(planted, claim("operates", "anonymous"))).noneMatch(Hypothesis::named);
  }

  @Test
  void whatMayBeWrittenIntoAFormNeverNamesByItself() {
    // domain and invoice name are typed by whoever opens the account: a false flag types both
    List<OrganizationEvidence> typed =
        List.of(evidence("org-1", "email-domain", 100), evidence("org-1", "billing-name", 100));
    assertThat(weigh(typed)).noneMatch(Hypothesis::named);
    assertThat(weigh(typed, claim("operates", "somebody"))).noneMatch(Hypothesis::named);
    List<OrganizationEvidence> more = new ArrayList<>(typed);
    more.add(evidence("org-1", "network", 5));
    assertThat(weigh(more)).anyMatch(Hypothesis::named);
  }

  @Test
  void oneAccountIsAnAccident() {
    List<Hypothesis> all =
        weigh(List.of(evidence("org-1", "verified-members", 1), evidence("org-1", "network", 1)));
    assertThat(all).singleElement().extracting(Hypothesis::organization).isNull();
  }

  @Test
  void theSameClaimFromTenMouthsCountsOnce() {
    ClaimEvidence[] ten = new ClaimEvidence[10];
    for (int i = 0; i < ten.length; i++) {
      ten[i] = claim("operates", "outlet-" + i);
    }
    List<OrganizationEvidence> network = List.of(evidence("org-1", "network", 20));
    assertThat(of(weigh(network, ten), "org-1").confidence())
        .isEqualTo(of(weigh(network, claim("operates", "outlet-0")), "org-1").confidence());
    assertThat(weigh(List.of(), ten)).noneMatch(Hypothesis::named);
  }

  @Test
  void aDenialIsHeldAgainstAClaim() {
    List<Hypothesis> both = weigh(List.of(), claim("operates", "a"), claim("denies", "org-1"));
    assertThat(bits(both, "claim"))
        .isPositive()
        .isLessThan(bits(weigh(List.of(), claim("operates", "a")), "claim"));
  }

  @Test
  void whoWithdrawsHasSaidNothing() {
    List<OrganizationEvidence> network = List.of(evidence("org-1", "network", 20));
    List<Hypothesis> withdrawn = weigh(network, claim("operates", "a"), claim("withdraws", "a"));
    assertThat(bits(withdrawn, "claim")).isZero();
    assertThat(of(withdrawn, "org-1").kinds()).containsExactly("network");
    // another's claim stands
    assertThat(bits(weigh(network, claim("operates", "b"), claim("withdraws", "a")), "claim"))
        .isPositive();
  }

  @Test
  void anOrganizationThatConfirmsItselfIsBelieved() {
    List<Hypothesis> all =
        weigh(List.of(evidence("org-1", "email-domain", 5)), claim("confirms", "org-1"));
    assertThat(all.getFirst().named()).isTrue();
    assertThat(weigh(List.of(evidence("org-1", "email-domain", 5)), claim("confirms", "other")))
        .noneMatch(Hypothesis::named);
  }

  @Test
  void whatEverybodyShowsIsNoEvidence() {
    List<Hypothesis> all =
        weigh(List.of(new OrganizationEvidence("org-1", "email-domain", 30, 2_400, "30 of 100")));
    assertThat(all).singleElement().extracting(Hypothesis::organization).isNull();
  }

  @Test
  void withoutEvidenceItAbstains() {
    assertThat(weigh(List.of()))
        .singleElement()
        .satisfies(
            unknown -> {
              assertThat(unknown.organization()).isNull();
              assertThat(unknown.confidence()).isEqualTo(1);
              assertThat(unknown.named()).isFalse();
            });
  }

  @Test
  void twoOrganizationsWithTheSameTracesShareTheDoubt() {
    List<OrganizationEvidence> evidence = new ArrayList<>();
    for (String organization : List.of("org-1", "org-2")) {
      evidence.add(evidence(organization, "network", 20));
      evidence.add(evidence(organization, "billing-name", 20));
    }
    List<Hypothesis> all = weigh(evidence);
    assertThat(all).noneMatch(Hypothesis::named);
    assertThat(all.get(0).confidence()).isLessThanOrEqualTo(0.5);
    assertThat(all.stream().mapToDouble(Hypothesis::confidence).sum()).isCloseTo(1, within(1e-9));
    Collections.reverse(evidence);
    assertThat(weigh(evidence)).isEqualTo(all);
  }
}
