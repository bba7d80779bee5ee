package io.iolaus.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.abuse.AccountTraits;
import io.iolaus.core.activity.ActivityProfile;
import io.iolaus.core.activity.ActivityWindow;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.core.prompt.SampledPrompts;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.ProfileTable;
import io.iolaus.core.resolve.Resolution.Group;
import io.iolaus.core.resolve.Resolution.Member;
import io.iolaus.core.resolve.Resolution.Support;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupSignsTest {

  private static final int ACCOUNTS = 500;

  /// An operator of twenty, and six people of a company that it imitates.
  private static final int[] OPERATOR = IntStream.range(0, 20).toArray();

  private static final int[] COMPANY = IntStream.range(20, 26).toArray();

  private int[] group = IntStream.concat(IntStream.of(OPERATOR), IntStream.of(COMPANY)).toArray();

  private final List<SharedThing> things = new ArrayList<>();

  private static Population population() {
    ActivityWindow quiet =
        new ActivityProfile().window(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 2));
    List<Population.Entry> entries = new ArrayList<>();
    for (int a = 0; a < ACCOUNTS; a++) {
      entries.add(
          new Population.Entry(
              "acc-%02d".formatted(a),
              null,
              null,
              AccountTraits.of(Instant.EPOCH, false, quiet, Map.of(), 0, 0, Map.of()),
              StoredActivity.none(),
              SampledPrompts.NONE,
              SampledPrompts.NONE,
              0,
              0,
              Verdict.OPEN,
              null,
              null));
    }
    return new Population(entries);
  }

  private GroupSignsTest share(
      String detector, Facet facet, String type, String key, int... members) {
    float[] strengths = new float[members.length];
    Arrays.fill(strengths, 1);
    things.add(new SharedThing(detector, facet, type, key, members, strengths));
    return this;
  }

  private GroupSignsTest card(String key, int... members) {
    return share("shared-instrument", Facet.PAYMENT, "PaymentInstrument", key, members);
  }

  private GroupSignsTest systemPrompt(int... members) {
    return share("shared-system-prompt", Facet.PROMPT, "PromptFamily", "sf", members);
  }

  private GroupSignsTest address(String key, int... members) {
    return share("shared-address", Facet.NETWORK, "IpAddress", key, members);
  }

  /// Keys of what says that its users have a part in the group of operator and company.
  private Set<String> doings() {
    return keys(GroupSigns::doings);
  }

  /// Keys of what ties its users to more than a handful of it.
  private Set<String> anchors() {
    return keys(GroupSigns::anchors);
  }

  private Set<String> keys(BiFunction<GroupSigns, Group, Set<Integer>> asked) {
    Population population = population();
    EvidenceGraph evidence = population.evidence(things);
    List<Support> supports = new ArrayList<>();
    for (int t = 0; t < things.size(); t++) {
      SharedThing thing = things.get(t);
      int inside =
          (int)
              IntStream.range(0, thing.size()).filter(p -> thing.member(p) < group.length).count();
      supports.add(new Support(t, inside, 8, 1));
    }
    double[] none = {};
    GroupSigns signs =
        new GroupSigns(
            population,
            Derivation.of(population, DetectionListener.SILENT),
            evidence,
            new Contracts(population, evidence));
    return asked
        .apply(
            signs,
            new Group(
                IntStream.of(group).mapToObj(a -> new Member(a, Map.of(), 9)).toList(),
                supports,
                new ProfileTable(
                    group.length,
                    ACCOUNTS,
                    new int[0],
                    new int[0],
                    none,
                    none,
                    new double[Facet.values().length])))
        .stream()
        .map(t -> things.get(t).key())
        .collect(Collectors.toSet());
  }

  @Test
  void aCompanyThatSharesItsCardWithItselfHasNoPartInTheGroup() {
    assertThat(card("operator", OPERATOR).card("company", COMPANY).doings())
        .containsExactly("operator");
  }

  @Test
  void aGenericPromptThatOneOfEachHasSentTiesNobody() {
    card("operator", OPERATOR).card("company", COMPANY);
    assertThat(systemPrompt(0, 20, 30, 31, 32, 33).doings()).containsExactly("operator");
  }

  @Test
  void aPromptThatMostlyTheGroupSendsTiesWhoSendsIt() {
    card("operator", OPERATOR).card("company", COMPANY);
    assertThat(systemPrompt(0, 1, 2, 20, 21, 30).doings())
        .containsExactlyInAnyOrder("operator", "company", "sf");
  }

  @Test
  void whatMostOfTheGroupSendsMayBeWhatItImitates() {
    card("operator", OPERATOR).card("company", COMPANY);
    assertThat(systemPrompt(IntStream.range(0, 26).toArray()).doings()).containsExactly("operator");
  }

  @Test
  void friendsWithACardAndAHomeOfTheirOwnAreNoneOfTheGroup() {
    card("operator", OPERATOR).card("friends", 20, 21, 22).address("home", 20, 21, 22);
    assertThat(systemPrompt(IntStream.range(0, 23).toArray()).anchors())
        .containsExactly("operator");
  }

  @Test
  void cardsThatEightOfTheGroupHangTogetherByTieThem() {
    card("first", 0, 1, 2).card("second", 2, 3, 4).address("exit", 4, 5, 6, 7);
    card("friends", 20, 21, 22, 23, 24, 25).card("late", 7, 30);
    assertThat(anchors()).containsExactlyInAnyOrder("first", "second", "exit", "late");
  }

  @Test
  void ofALargeGroupACompanyIsAHandful() {
    group = IntStream.range(0, 400).toArray();
    card("operator", IntStream.range(0, 100).toArray());
    card("branch", IntStream.range(100, 120).toArray());
    card("company", IntStream.range(200, 219).toArray());
    assertThat(anchors()).containsExactlyInAnyOrder("operator", "branch");
  }

  @Test
  void ofASmallGroupHalfIsNoHandful() {
    group = IntStream.range(0, 6).toArray();
    assertThat(card("three", 0, 1, 2).card("two", 3, 4).anchors()).containsExactly("three");
  }
}
