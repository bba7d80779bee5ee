package io.iolaus.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.simulate.Observed.Seen;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.evasion.HidingFacet;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Each rung of each ladder hides what it says, and only that.
class LaddersTest {

  private static final int ACCOUNTS = 60;

  /// The accounts of one operator, all other facets hidden as well as can be.
  private static List<Seen> on(HidingFacet facet, int rung) {
    return operator(spec(facet, rung));
  }

  private static ProvingSpec spec(HidingFacet facet, int rung) {
    return ProvingSpec.of(Scale.S, 11)
        .attack(Attack.TARGETED)
        .operators(1)
        .accounts(ACCOUNTS)
        .decoys(4)
        .level(4)
        .facet(facet, rung);
  }

  private static List<Seen> operator(ProvingSpec spec) {
    return Observed.of(spec).accounts.values().stream().filter(Seen::attack).toList();
  }

  /// Accounts for each value, on average.
  private static double accountsEach(List<Seen> seen, Function<Seen, Collection<String>> values) {
    Map<String, Integer> users = new HashMap<>();
    seen.forEach(one -> values.apply(one).forEach(value -> users.merge(value, 1, Integer::sum)));
    return users.values().stream().mapToInt(Integer::intValue).average().orElse(0);
  }

  private static double cards(int rung) {
    return accountsEach(on(HidingFacet.PAYMENT, rung), seen -> seen.instruments);
  }

  @Test
  void paymentsAreOfOneCardOfSomeOfManyOfTheirOwn() {
    List<Seen> one = on(HidingFacet.PAYMENT, 0);
    assertThat(accountsEach(one, seen -> seen.instruments)).isEqualTo(one.size());
    assertThat(cards(1)).isBetween(12.0, 28.0);
    assertThat(cards(2)).isBetween(1.5, 2.5);
    assertThat(cards(3)).isEqualTo(1);
    assertThat(cards(4)).isEqualTo(1);
    assertThat(bins(3)).hasSize(1);
    assertThat(bins(4)).hasSizeGreaterThan(20);
  }

  private static Set<String> bins(int rung) {
    return on(HidingFacet.PAYMENT, rung).stream()
        .flatMap(seen -> seen.bins.stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> addresses(int rung) {
    return on(HidingFacet.NETWORK, rung).stream()
        .flatMap(seen -> seen.addresses.stream())
        .filter(address -> !address.startsWith("33."))
        .collect(Collectors.toSet());
  }

  @Test
  void trafficLeavesByTenAddressesBy500ByHomesByGatewaysOfOthers() {
    assertThat(addresses(0)).hasSize(10);
    assertThat(addresses(1)).hasSizeBetween(300, 500);
    assertThat(addresses(2)).hasSizeGreaterThan(1_500);
    Observed world = Observed.of(spec(HidingFacet.NETWORK, 3));
    Set<String> innocent =
        world.accounts.values().stream()
            .filter(seen -> !seen.attack())
            .flatMap(seen -> seen.addresses.stream())
            .collect(Collectors.toSet());
    List<String> used =
        world.accounts.values().stream()
            .filter(Seen::attack)
            .flatMap(seen -> seen.addresses.stream())
            .distinct()
            .toList();
    long shared = used.stream().filter(innocent::contains).count();
    assertThat(shared).isGreaterThan(used.size() * 9L / 10);
  }

  /// Accounts on the device that most have.
  private static int onOneDevice(int rung) {
    Map<String, Integer> users = new HashMap<>();
    on(HidingFacet.CLIENT, rung)
        .forEach(seen ->
            seen.identifiers
                .getOrDefault("device", Set.of())
                .forEach(device -> users.merge(device, 1, Integer::sum)));
    return users.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  @Test
  void devicesAreOneForAllForTenForTwoForOne() {
    assertThat(onOneDevice(0)).isGreaterThan(ACCOUNTS / 2);
    assertThat(onOneDevice(1)).isBetween(7, 13);
    assertThat(onOneDevice(2)).isBetween(2, 3);
    assertThat(onOneDevice(3)).isOne();
  }

  private static long span(int rung) {
    List<Long> created =
        on(HidingFacet.CREATION, rung).stream()
            .map(seen -> seen.account.createdAt())
            .sorted()
            .toList();
    // Those that replace suspended ones come later.
    return created.get(created.size() * 85 / 100) - created.getFirst();
  }

  @Test
  void accountsAreOpenedOnADayOverAMonthOrAreOld() {
    assertThat(span(0)).isLessThan(TimeFrame.DAY);
    assertThat(span(1)).isBetween(15 * TimeFrame.DAY, 31 * TimeFrame.DAY);
    assertThat(span(2)).isGreaterThan(100 * TimeFrame.DAY);
  }

  /// Exchanges within five seconds of another account's of the operator, in parts of all.
  private static double synchronous(int rung) {
    List<long[]> all = new ArrayList<>();
    List<Seen> seen = on(HidingFacet.TIMING, rung);
    for (int i = 0; i < seen.size(); i++) {
      for (long at : seen.get(i).times) {
        all.add(new long[] {at, i});
      }
    }
    all.sort(java.util.Comparator.comparingLong(one -> one[0]));
    int together = 0;
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i)[1] != all.get(i - 1)[1] && all.get(i)[0] - all.get(i - 1)[0] < 5_000) {
        together++;
      }
    }
    return (double) together / all.size();
  }

  @Test
  void workIsSynchronousOrLateOrLikeAnybodys() {
    double exact = synchronous(0);
    double late = synchronous(1);
    double alone = synchronous(2);
    assertThat(exact).isGreaterThan(0.5);
    assertThat(late).isBetween(0.15, 0.8).isLessThan(exact);
    assertThat(alone).isLessThan(0.1);
  }

  private static double distinctPrompts(int rung) {
    ProvingSpec spec = spec(HidingFacet.PROMPT, rung);
    List<Seen> seen = operator(spec);
    Set<String> ids = seen.stream().map(one -> one.account.id()).collect(Collectors.toSet());
    List<String> prompts = new ArrayList<>();
    new Simulation(spec)
        .lines((bytes, from, to) -> {
          String line = new String(bytes, from, to - from, java.nio.charset.StandardCharsets.UTF_8);
          if (ids.contains(Lines.field(line, "account"))
              && Lines.field(line, "type").equals("exchange")) {
            prompts.add(Lines.field(line, "prompt"));
          }
        });
    // The first fifteen words: what a template would begin with.
    return (double)
            prompts.stream()
                .map(prompt -> prompt.substring(0, Math.min(60, prompt.length())))
                .distinct()
                .count()
        / prompts.size();
  }

  @Test
  void promptsBeginAlikeAtTheFootOfTheLadderAndDifferAtItsTop() {
    double verbatim = distinctPrompts(0);
    double slots = distinctPrompts(1);
    double reworded = distinctPrompts(2);
    double paraphrased = distinctPrompts(3);
    double free = distinctPrompts(4);
    assertThat(verbatim).isLessThan(0.35);
    assertThat(slots).isLessThan(0.35);
    assertThat(reworded).isBetween(0.01, 0.5);
    assertThat(paraphrased).isLessThan(free);
    assertThat(free).isGreaterThan(0.85);
  }
}
