package io.iolaus.simulate.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObservationsTest {

  @Test
  void accountsAreInTheOrderOfTheirIds() {
    Observations observed = new SmallWorld().account("b").card("c1", "c", "a", "b").observe();

    assertThat(observed.accounts()).isEqualTo(3);
    assertThat(observed.id(0)).isEqualTo("a");
    assertThat(observed.things(Kind.INSTRUMENT).sharing(0)).containsExactly(0, 1, 2);
  }

  @Test
  void whatOneAccountAloneShowsIsCountedAndNotListed() {
    Observations observed = new SmallWorld().card("own", "a").card("common", "a", "b").observe();

    Incidence cards = observed.things(Kind.INSTRUMENT);
    assertThat(cards.alone(0)).isEqualTo(1);
    assertThat(cards.of(0)).hasSize(1);
    assertThat(cards.shared(0, 1)).isEqualTo(1);
    assertThat(cards.rarest(0, 1)).isEqualTo(2);
  }

  @Test
  void countsHowOftenAThingWasShown() {
    Observations observed = new SmallWorld().card("c", "a", "a", "b").observe();

    assertThat(observed.things(Kind.INSTRUMENT).times(0)).containsExactly(2);
  }

  @Test
  void privateAddressesAreNothing() {
    Observations observed = new SmallWorld().address("10.0.0.1", "a", "b").observe();

    assertThat(observed.things(Kind.ADDRESS).shows(0)).isFalse();
    assertThat(observed.accounts()).isEqualTo(2);
  }

  @Test
  void sameTextIsOnePromptWhateverItsCase() {
    Observations observed =
        new SmallWorld().prompt("Write a Poem.", "a").prompt("write a poem", "b").observe();

    assertThat(observed.things(Kind.PROMPT).shared(0, 1)).isEqualTo(1);
  }

  @Test
  void latestStatusCounts() {
    Observations observed =
        new SmallWorld()
            .line(
                "{'type':'account','id':'a','createdAt':'2026-05-01T08:00:00Z',"
                    + "'at':'2026-05-09T08:00:00Z','status':'suspended'}")
            .account("a")
            .account("b")
            .line(
                "{'type':'verdict','account':'b','verdict':'fraudulent','at':'2026-05-09T08:00:00Z'}")
            .account("c")
            .observe();

    assertThat(observed.flagged(0)).isTrue();
    assertThat(observed.flagged(1)).isTrue();
    assertThat(observed.flagged(2)).isFalse();
  }

  @Test
  void resellersVouchForNobody() {
    Observations observed =
        new SmallWorld()
            .line("{'type':'organization','id':'shop','name':'Shop','kind':'reseller'}")
            .line("{'type':'organization','id':'firm','name':'Firm','kind':'company'}")
            .line(
                "{'type':'account','id':'a','createdAt':'2026-05-01T08:00:00Z',"
                    + "'organization':'shop','verified':true}")
            .line(
                "{'type':'account','id':'b','createdAt':'2026-05-01T08:00:00Z',"
                    + "'organization':'firm','verified':true}")
            .line(
                "{'type':'account','id':'c','createdAt':'2026-05-01T08:00:00Z',"
                    + "'organization':'firm'}")
            .observe();

    assertThat(observed.vouched(0)).isFalse();
    assertThat(observed.vouched(1)).isTrue();
    assertThat(observed.vouched(2)).isFalse();
  }

  @Test
  void rejectedLinesAreLeftOut() {
    Observations observed = new SmallWorld().line("{'type':'payment'}").line("nonsense").observe();

    assertThat(observed.accounts()).isZero();
  }

  @Test
  void linesThatStandForManyExchangesHaveNoTime() {
    Observations observed =
        new SmallWorld()
            .exchange("a", "2026-05-02T10:00:00Z", "'model':'m','count':5")
            .exchange("a", "2026-05-02T11:00:00Z", "'model':'m'")
            .observe();

    assertThat(observed.exchanges().size()).isEqualTo(1);
  }
}
