package io.iolaus.core.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.act.CollateralForecast.Innocent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollateralForecastTest {

  private static final Instant MEDIAN = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant PAID = Instant.parse("2026-01-01T00:00:00Z");

  /// Nothing speaks for it.
  private static AccountFacts plain(String account) {
    return new AccountFacts(account, MEDIAN, MEDIAN, 2, PAID, PAID.plusSeconds(5), 2, 0.1);
  }

  private static AccountFacts created(Duration before) {
    return new AccountFacts("a", MEDIAN.minus(before), MEDIAN, 0, null, null, 2, null);
  }

  private static AccountFacts paid(int days, Duration over) {
    return new AccountFacts("a", null, null, days, PAID, PAID.plus(over), 2, null);
  }

  private static AccountFacts tied(int kinds, double outside) {
    return new AccountFacts("a", MEDIAN, MEDIAN, 0, null, null, kinds, outside);
  }

  @Test
  void signsBeginAtTheirThresholds() {
    Duration halfYear = Duration.ofDays(180);
    assertThat(InnocenceSign.of(created(halfYear))).containsExactly(InnocenceSign.TENURE);
    assertThat(InnocenceSign.of(created(halfYear.minusSeconds(1)))).isEmpty();
    Duration quarter = Duration.ofDays(90);
    assertThat(InnocenceSign.of(paid(3, quarter))).containsExactly(InnocenceSign.SPEND);
    assertThat(InnocenceSign.of(paid(2, quarter))).isEmpty();
    assertThat(InnocenceSign.of(paid(3, quarter.minusSeconds(1)))).isEmpty();
    assertThat(InnocenceSign.of(tied(1, 0.49))).containsExactly(InnocenceSign.ONE_KIND);
    assertThat(InnocenceSign.of(tied(2, 0.5))).containsExactly(InnocenceSign.WIDELY_SHARED);
    assertThat(InnocenceSign.of(tied(2, 0.49))).isEmpty();
  }

  @Test
  void whomTwoSignsSpeakForIsLikelyInnocent() {
    Instant old = MEDIAN.minus(Duration.ofDays(400));
    Instant later = PAID.plus(Duration.ofDays(200));
    CollateralForecast forecast =
        CollateralForecast.of(
            List.of(
                plain("a-1"),
                new AccountFacts("a-2", old, MEDIAN, 5, PAID, later, 2, 0.0), // tenure, spend
                new AccountFacts("a-3", old, MEDIAN, 5, PAID, later, 1, 0.9), // all four
                new AccountFacts("a-4", MEDIAN, MEDIAN, 0, null, null, 1, 0.9), // the last two
                new AccountFacts("a-5", null, null, 0, null, null, 0, null))); // of no cluster
    assertThat(forecast.accounts()).isEqualTo(5);
    assertThat(forecast.likelyInnocent()).isEqualTo(3);
    assertThat(forecast.signs())
        .isEqualTo(Map.of("tenure", 2, "spend", 2, "one-kind", 3, "widely-shared", 2));
    assertThat(forecast.sample())
        .containsExactly(
            new Innocent("a-3", List.of("tenure", "spend", "one-kind", "widely-shared")),
            new Innocent("a-2", List.of("tenure", "spend")),
            new Innocent("a-4", List.of("one-kind", "widely-shared")));
  }

  @Test
  void noMoreThanASampleIsNamed() {
    List<AccountFacts> accounts =
        IntStream.range(100, 130)
            .mapToObj(n -> new AccountFacts("a-" + n, null, null, 0, null, null, 1, 1.0))
            .toList();
    List<AccountFacts> shuffled = new ArrayList<>(accounts);
    Collections.reverse(shuffled);
    CollateralForecast forecast = CollateralForecast.of(shuffled);
    assertThat(forecast.likelyInnocent()).isEqualTo(30);
    assertThat(forecast.sample()).hasSize(CollateralForecast.SAMPLE);
    assertThat(forecast.sample().getFirst().account()).isEqualTo("a-100");
    assertThat(forecast).isEqualTo(CollateralForecast.of(accounts));
  }

  @Test
  void aSetOfAccountsHasOneHash() {
    AccountSet set = AccountSet.of(List.of("b", "a", "b"));
    assertThat(set.ids()).containsExactly("a", "b");
    // printf 'a\nb\n' | sha256sum
    assertThat(set.hash())
        .isEqualTo("911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2");
    assertThat(AccountSet.of(List.of("ab")).hash()).isNotEqualTo(set.hash());
    assertThatThrownBy(() -> AccountSet.of(List.of())).hasMessageContaining("none");
    assertThatThrownBy(() ->
            AccountSet.of(
                IntStream.rangeClosed(0, AccountSet.MAX).mapToObj(n -> "a-" + n).toList()))
        .hasMessageContaining("20001");
  }
}
