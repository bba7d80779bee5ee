package io.iolaus.simulate.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the truth says happened, told without any detector.
class ChronicleTest {

  private static final List<Integer> RUNS =
      IntStream.rangeClosed(1, 10).map(n -> 20 * n).boxed().toList();

  private static Chronicle chronicle(Script.Alliance... alliances) {
    return new Chronicle(List.of(alliances), RUNS);
  }

  /// Accounts of an operator that are active every second day.
  private static void active(
      Chronicle chronicle, String operator, int first, int count, int from, int until) {
    for (int a = first; a < first + count; a++) {
      for (int day = from; day < until; day += 2) {
        chronicle.active(operator, operator + "-" + a, day);
      }
    }
  }

  private static List<String> events(Chronicle chronicle) {
    return chronicle.events().stream()
        .map(e -> e.run() + " " + e.kind() + " " + names(e.before()) + ">" + names(e.after()))
        .toList();
  }

  private static String names(List<Set<String>> hands) {
    return hands.stream()
        .map(hand -> hand.stream().sorted().collect(Collectors.joining("&")))
        .collect(Collectors.joining("+"));
  }

  @Test
  void whoJoinsAndWhoLeavesTheWindow() {
    Chronicle chronicle = chronicle();
    active(chronicle, "x", 0, 10, 1, 200);
    active(chronicle, "x", 10, 5, 65, 200);
    active(chronicle, "x", 20, 5, 1, 39);
    // day 38 is the last: a hundred and twenty days later it is still looked at
    assertThat(events(chronicle)).containsExactly("1 born >x", "4 grew x>x", "8 shrank x>x");
  }

  @Test
  void aTakedownAndThoseWhoComeInPlaceOfThem() {
    Chronicle chronicle = chronicle();
    active(chronicle, "x", 0, 10, 1, 78);
    IntStream.range(0, 10).forEach(a -> chronicle.suspended("x", "x-" + a, 78));
    active(chronicle, "x", 10, 3, 105, 200);
    assertThat(events(chronicle))
        .containsExactly("1 born >x", "4 dormant x>x", "6 regrew x>x", "10 shrank x>x");
  }

  @Test
  void aTakedownAndAReturnBetweenTwoRuns() {
    Chronicle chronicle = chronicle();
    active(chronicle, "x", 0, 10, 1, 84);
    IntStream.range(0, 10).forEach(a -> chronicle.suspended("x", "x-" + a, 84));
    active(chronicle, "x", 10, 3, 88, 200);
    active(chronicle, "x", 13, 3, 108, 200);
    assertThat(events(chronicle))
        .as("who joins later joins those who are back")
        .containsExactly("1 born >x", "5 regrew x>x", "6 grew x>x");
  }

  @Test
  void twoOfManyDoNotKeepAHandAwake() {
    Chronicle chronicle = chronicle();
    active(chronicle, "x", 0, 10, 1, 40);
    active(chronicle, "x", 10, 2, 1, 200);
    assertThat(events(chronicle)).containsExactly("1 born >x", "3 dormant x>x");
  }

  @Test
  void handsThatMeet() {
    Chronicle chronicle = chronicle(new Script.Alliance(Set.of("a", "b"), 70, 200));
    active(chronicle, "a", 0, 10, 1, 200);
    active(chronicle, "b", 0, 10, 1, 200);
    assertThat(events(chronicle)).containsExactly("1 born >a", "1 born >b", "4 merged a+b>a&b");
  }

  @Test
  void aHandThatComesBackAsTwo() {
    Chronicle chronicle = chronicle(new Script.Alliance(Set.of("a", "b"), 1, 38));
    for (String operator : List.of("a", "b")) {
      active(chronicle, operator, 0, 10, 1, 38);
      active(chronicle, operator, 0, 10, 185, 200);
    }
    assertThat(events(chronicle))
        .containsExactly("1 born >a&b", "3 dormant a&b>a&b", "10 split a&b>a+b");
  }
}
