package io.iolaus.simulate.saga;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What is true of operators at each run, told from what their accounts did and from the script
/// alone.
///
/// A hand is an operator, or several that worked together within the window. It has the accounts
/// that were active within the window; while it sleeps, those that it fell asleep with. It is awake
/// while one of its accounts that is not suspended was active within the last fourteen days.
public final class Chronicle {

  /// A hundred and twenty days before the last one that a run looks at, and that one.
  private static final int WINDOW = 121;

  private static final int SILENT_AFTER = 14;
  private static final int AWAKE = 3;

  /// Days on which an account was active, and the day from which on it was suspended.
  private static final class Life {
    final BitSet days = new BitSet();
    int suspended = Integer.MAX_VALUE;

    boolean acts(int end) {
      return suspended >= end && activeIn(end - SILENT_AFTER, end);
    }

    boolean activeIn(int from, int until) {
      int next = days.nextSetBit(Math.max(0, from));
      return next >= 0 && next < until;
    }
  }

  /// A hand at a run.
  private record Hand(Set<String> operators, Set<String> accounts, boolean awake) {}

  private final Map<String, Map<String, Life>> lives = new TreeMap<>();
  private final List<Script.Alliance> alliances;
  private final List<Integer> runs;

  /// @param runs the day before which each run looks, ascending
  public Chronicle(List<Script.Alliance> alliances, List<Integer> runs) {
    this.alliances = List.copyOf(alliances);
    this.runs = List.copyOf(runs);
  }

  private Life life(String operator, String account) {
    return lives
        .computeIfAbsent(operator, o -> new TreeMap<>())
        .computeIfAbsent(account, a -> new Life());
  }

  /// Tells that an account was active on a day of the time frame.
  public void active(String operator, String account, int day) {
    life(operator, account).days.set(day);
  }

  /// Tells that an account was suspended on a day of the time frame.
  public void suspended(String operator, String account, int day) {
    life(operator, account).suspended = day;
  }

  /// All that happens, run by run, by the names of those it happens to.
  public List<ExpectedEvent> events() {
    List<ExpectedEvent> events = new ArrayList<>();
    Map<Set<String>, Hand> before = Map.of();
    for (int run = 1; run <= runs.size(); run++) {
      Map<Set<String>, Hand> now = hands(runs.get(run - 1), before);
      compare(run, before, now, events);
      before = now;
    }
    return events;
  }

  private Map<Set<String>, Hand> hands(int end, Map<Set<String>, Hand> before) {
    Map<Set<String>, Hand> hands = new HashMap<>();
    for (Set<String> operators : partition(end, before)) {
      Set<String> accounts = new TreeSet<>();
      int acting = 0;
      for (String operator : operators) {
        for (Map.Entry<String, Life> one : lives.getOrDefault(operator, Map.of()).entrySet()) {
          Life life = one.getValue();
          if (life.activeIn(end - WINDOW, end)) {
            accounts.add(one.getKey());
            acting += life.acts(end) ? 1 : 0;
          }
        }
      }
      Hand then = before.get(operators);
      // who is asleep is as large as it was
      int size = then == null || then.awake() ? accounts.size() : then.accounts().size();
      boolean awake = acting >= AWAKE || (acting > 0 && 2 * acting >= size);
      if (then != null && !then.awake() && !awake) {
        accounts = then.accounts(); // asleep, it is remembered as it was
      }
      if (!accounts.isEmpty()) {
        hands.put(operators, new Hand(operators, accounts, awake));
      }
    }
    return hands;
  }

  private Set<Set<String>> partition(int end, Map<Set<String>, Hand> before) {
    Map<String, Set<String>> of = new TreeMap<>();
    lives.keySet().forEach(operator -> of.put(operator, new TreeSet<>(Set.of(operator))));
    for (Hand hand : before.values()) {
      // asleep, it is one as long as nobody of it wakes
      if (!hand.awake() && hand.operators().stream().noneMatch(o -> awake(o, end))) {
        hand.operators().forEach(operator -> of.put(operator, hand.operators()));
      }
    }
    for (Script.Alliance alliance : alliances) {
      if (alliance.from() < end && alliance.until() > end - WINDOW) {
        Set<String> one = new TreeSet<>(alliance.operators());
        one.forEach(operator -> of.put(operator, one));
      }
    }
    return new HashSet<>(of.values());
  }

  private boolean awake(String operator, int end) {
    return lives.getOrDefault(operator, Map.of()).values().stream()
            .filter(life -> life.acts(end))
            .count()
        >= AWAKE;
  }

  private void compare(
      int run,
      Map<Set<String>, Hand> before,
      Map<Set<String>, Hand> now,
      List<ExpectedEvent> events) {
    List<Hand> sorted =
        now.values().stream().sorted(Comparator.comparing(h -> h.operators().toString())).toList();
    Set<Set<String>> told = new HashSet<>();
    for (Hand hand : sorted) {
      if (told.contains(hand.operators())) {
        continue;
      }
      List<Hand> from =
          before.values().stream()
              .filter(h -> h.operators().stream().anyMatch(hand.operators()::contains))
              .sorted(Comparator.comparing(h -> h.operators().toString()))
              .toList();
      if (from.isEmpty()) {
        add(run, "born", List.of(), List.of(hand), events);
      } else if (from.size() > 1) {
        add(run, "merged", from, List.of(hand), events);
      } else if (!from.getFirst().operators().equals(hand.operators())) {
        List<Hand> parts =
            sorted.stream()
                .filter(h -> from.getFirst().operators().containsAll(h.operators()))
                .toList();
        parts.forEach(part -> told.add(part.operators()));
        add(run, "split", from, parts, events);
      } else {
        same(run, from.getFirst(), hand, events);
      }
    }
  }

  private void same(int run, Hand before, Hand now, List<ExpectedEvent> events) {
    if (now.awake() && (!before.awake() || replaced(run, before, now))) {
      add(run, "regrew", List.of(before), List.of(now), events);
    } else if (before.awake() && !now.awake()) {
      add(run, "dormant", List.of(before), List.of(now), events);
    } else if (!before.accounts().equals(now.accounts())) {
      int difference = Integer.compare(now.accounts().size(), before.accounts().size());
      add(
          run,
          difference > 0 ? "grew" : difference < 0 ? "shrank" : "changed",
          List.of(before),
          List.of(now),
          events);
    }
  }

  /// Whether others act in place of nearly all who acted at the run before, some of whom were
  /// suspended since.
  private boolean replaced(int run, Hand before, Hand now) {
    int then = runs.get(run - 2);
    int end = runs.get(run - 1);
    List<Life> acted =
        lives.values().stream()
            .flatMap(accounts -> accounts.entrySet().stream())
            .filter(one -> before.accounts().contains(one.getKey()))
            .map(Map.Entry::getValue)
            .filter(life -> life.acts(then))
            .toList();
    long out = acted.stream().filter(life -> !life.acts(end)).count();
    return acted.stream().anyMatch(life -> life.suspended < end)
        && 5 * out >= 4L * acted.size()
        && now.accounts().stream().anyMatch(account -> !before.accounts().contains(account));
  }

  private static void add(
      int run, String kind, List<Hand> before, List<Hand> after, List<ExpectedEvent> events) {
    events.add(
        new ExpectedEvent(
            run,
            kind,
            before.stream().map(Hand::operators).collect(Collectors.toList()),
            after.stream().map(Hand::operators).collect(Collectors.toList())));
  }
}
