package io.iolaus.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.simulate.Observed.Seen;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The proving ground is not won by looking at one side, nor by joining whoever shares anything.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifficultyTest {

  private static final List<Integer> SEEDS = List.of(1, 2, 3, 4, 5, 6);

  private final List<Observed> worlds = new ArrayList<>();

  @BeforeAll
  void simulate() {
    SEEDS.forEach(seed ->
        worlds.add(Observed.of(ProvingSpec.of(Scale.S, seed).attack(Attack.MIXED).level(2))));
  }

  @Test
  void worldsAreOfTheSizeThatATestCanRead() {
    assertThat(worlds)
        .allSatisfy(world -> {
          assertThat(world.accounts.size()).isBetween(7_000, 20_000);
          assertThat(world.lines).isLessThan(500_000);
        });
  }

  private static Stream<String> payment(Seen seen) {
    return seen.instruments.stream().map(card -> "pay " + card);
  }

  private static Stream<String> network(Seen seen) {
    return seen.addresses.stream().map(address -> "net " + address);
  }

  private static Stream<String> client(Seen seen) {
    return seen.identifiers.entrySet().stream()
        .flatMap(kind -> kind.getValue().stream().map(value -> kind.getKey() + " " + value));
  }

  /// What is worded alike: without texts, the skeleton that they come from.
  private static Stream<String> prompt(Seen seen) {
    return seen.utterances.stream().map(utterance -> "say " + System.identityHashCode(utterance));
  }

  /// Half hours of a day.
  private static Stream<String> timing(Seen seen) {
    return seen.times.stream().map(at -> "at " + at / (30 * TimeFrame.MINUTE)).distinct();
  }

  private static Stream<String> creation(Seen seen) {
    return Stream.of("born " + seen.account.createdAt() / (6 * TimeFrame.HOUR));
  }

  /// Whoever shares a thing with a few others is joined with them.
  private static List<List<Seen>> components(
      Observed world, Function<Seen, Stream<String>> things, int cap) {
    List<Seen> all = List.copyOf(world.accounts.values());
    Map<String, List<Integer>> users = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      int account = i;
      things
          .apply(all.get(i))
          .forEach(thing -> users.computeIfAbsent(thing, t -> new ArrayList<>()).add(account));
    }
    int[] parent = new int[all.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (List<Integer> together : users.values()) {
      if (together.size() <= cap) {
        together.forEach(one -> parent[root(parent, one)] = root(parent, together.getFirst()));
      }
    }
    Map<Integer, List<Seen>> components = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      components.computeIfAbsent(root(parent, i), r -> new ArrayList<>()).add(all.get(i));
    }
    return List.copyOf(components.values());
  }

  private static int root(int[] parent, int of) {
    int at = of;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /// B-cubed, strict, where components from this size on are labelled.
  private static double strictF1(List<List<Seen>> components, int least) {
    Map<String, Long> sizes =
        components.stream()
            .flatMap(Collection::stream)
            .filter(Seen::attack)
            .collect(Collectors.groupingBy(DifficultyTest::operator, Collectors.counting()));
    double precision = 0;
    double recall = 0;
    long labelled = 0;
    for (List<Seen> component : components) {
      if (component.size() < least) {
        continue;
      }
      labelled += component.size();
      Map<String, Long> found =
          component.stream()
              .filter(Seen::attack)
              .collect(Collectors.groupingBy(DifficultyTest::operator, Collectors.counting()));
      for (Map.Entry<String, Long> part : found.entrySet()) {
        double squared = (double) part.getValue() * part.getValue();
        precision += squared / component.size();
        recall += squared / sizes.getOrDefault(part.getKey(), 1L);
      }
    }
    double p = precision / Math.max(1, labelled);
    double r = recall / sizes.values().stream().mapToLong(Long::longValue).sum();
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }

  private static String operator(Seen seen) {
    return seen.account.label().operator();
  }

  /// On average over the seeds, at the best cap and least size.
  private double best(Function<Seen, Stream<String>> things) {
    return best(worlds, things);
  }

  private static double best(List<Observed> worlds, Function<Seen, Stream<String>> things) {
    double best = 0;
    for (int cap : List.of(3, 10, 50, 200)) {
      List<List<List<Seen>>> found =
          worlds.stream().map(world -> components(world, things, cap)).toList();
      for (int least : List.of(3, 5, 10, 20, 40)) {
        double mean = found.stream().mapToDouble(one -> strictF1(one, least)).average().orElse(0);
        best = Math.max(best, mean);
      }
    }
    return best;
  }

  @Test
  void componentsWithDegreeCapsStayBelowAHalf() {
    assertThat(best(seen -> Stream.of(payment(seen), network(seen), client(seen)).flatMap(s -> s)))
        .as("everything")
        .isLessThan(0.5);
    assertThat(best(seen -> Stream.concat(payment(seen), client(seen))))
        .as("what one owns")
        .isLessThan(0.5);
    assertThat(best(DifficultyTest::payment)).as("cards").isLessThan(0.5);
    assertThat(best(DifficultyTest::network)).as("addresses").isLessThan(0.5);
    assertThat(best(DifficultyTest::prompt)).as("skeletons").isLessThan(0.5);
  }

  /// Also where much is shared: by rings, by pools, by very many.
  @ParameterizedTest
  @EnumSource(names = {"CARD_RING", "ROTATING", "SLOW_DRIP"})
  void componentsStayBelowAHalfWhereMuchIsShared(Attack attack) {
    List<Observed> shared =
        Stream.of(51, 52)
            .map(seed -> Observed.of(ProvingSpec.of(Scale.S, seed).attack(attack).level(2)))
            .toList();
    Function<Seen, Stream<String>> owned =
        seen ->
            Stream.concat(
                payment(seen), seen.identifiers.getOrDefault("device", Set.of()).stream());
    assertThat(best(shared, owned)).as("cards and devices").isLessThan(0.5);
    assertThat(best(shared, DifficultyTest::network)).as("addresses").isLessThan(0.5);
  }

  /// Decoys of which this side alone joins five or more members.
  private Set<String> joined(Function<Seen, Stream<String>> things, int cap) {
    Set<String> decoys = new HashSet<>();
    for (List<Seen> component : components(worlds.getFirst(), things, cap)) {
      component.stream()
          .filter(seen -> !seen.account.label().instance().isEmpty())
          .collect(
              Collectors.groupingBy(seen -> seen.account.label().instance(), Collectors.counting()))
          .forEach((instance, members) -> {
            if (members >= 5) {
              decoys.add(instance.replaceAll("-.*", ""));
            }
          });
    }
    return decoys;
  }

  @Test
  void everyFacetAloneFlagsSomeDecoy() {
    assertThat(joined(DifficultyTest::payment, 100)).as("payment").contains("D2", "D8");
    assertThat(joined(DifficultyTest::network, 100)).as("network").contains("D1", "D3", "D7");
    assertThat(joined(DifficultyTest::client, 400)).as("client").contains("D4", "D10");
    assertThat(joined(DifficultyTest::prompt, 400)).as("prompt").contains("D4", "D5", "D9");
    assertThat(joined(DifficultyTest::timing, 20)).as("timing").contains("D7");
    assertThat(joined(DifficultyTest::creation, 100)).as("creation").contains("D1", "D5", "D10");
  }

  /// Attackers over innocents by one number of each account: 0.5 tells nothing, 1 everything.
  private double separation(Function<Seen, Double> number) {
    List<Seen> all = worlds.stream().flatMap(world -> world.accounts.values().stream()).toList();
    List<Seen> sorted =
        all.stream().sorted(java.util.Comparator.<Seen, Double>comparing(number::apply)).toList();
    double ranks = 0;
    long attackers = 0;
    for (int from = 0; from < sorted.size(); ) {
      int to = from;
      while (to < sorted.size()
          && number.apply(sorted.get(to)).equals(number.apply(sorted.get(from)))) {
        to++;
      }
      for (int i = from; i < to; i++) {
        if (sorted.get(i).attack()) {
          ranks += (from + to + 1) / 2.0;
          attackers++;
        }
      }
      from = to;
    }
    double innocents = sorted.size() - attackers;
    double area = (ranks - attackers * (attackers + 1) / 2.0) / (attackers * innocents);
    return Math.max(area, 1 - area);
  }

  /// How much and at what hours says something, ids, domains, payments and marks hardly anything.
  @Test
  void noNumberOfASingleAccountTellsTheSidesApart() {
    assertThat(separation(seen -> (double) seen.exchanges)).as("volume").isLessThan(0.93);
    assertThat(separation(seen -> (double) seen.days())).as("days").isLessThan(0.93);
    assertThat(separation(seen -> (double) seen.account.createdAt())).as("age").isLessThan(0.75);
    assertThat(separation(seen -> (double) seen.payments)).as("payments").isLessThan(0.7);
    assertThat(separation(seen -> (double) seen.instruments.size())).as("cards").isLessThan(0.7);
    assertThat(separation(seen -> (double) seen.identifiers.size())).as("marks").isLessThan(0.7);
    assertThat(separation(seen -> (double) seen.clients.size())).as("clients").isLessThan(0.7);
    assertThat(separation(seen -> (double) seen.languages.size())).as("language").isLessThan(0.75);
    assertThat(separation(seen -> (double) seen.account.id().hashCode())).isLessThan(0.55);
    assertThat(separation(seen -> (double) seen.account.emailDomain().length()))
        .as("domain")
        .isLessThan(0.65);
    assertThat(separation(seen -> seen.status.equals("active") ? 0.0 : 1)).isLessThan(0.6);
  }
}
