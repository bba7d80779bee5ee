package io.iolaus.simulate.scoring;

import io.iolaus.simulate.scoring.Score.Group;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts what was labelled or put in review among the innocent.
final class GroupScores {

  private static final class Tally {
    private final String name;
    private final String variant;
    private final Set<String> instances = new HashSet<>();
    private final Set<String> labelledInstances = new HashSet<>();
    private final Set<String> reviewInstances = new HashSet<>();
    private long accounts;
    private long labelled;
    private long review;

    private Tally(String name, String variant) {
      this.name = name;
      this.variant = variant;
    }

    private void add(String instance, boolean isLabelled, boolean isInReview) {
      accounts++;
      labelled += isLabelled ? 1 : 0;
      review += isInReview ? 1 : 0;
      if (!instance.isEmpty()) {
        instances.add(instance);
        if (isLabelled) {
          labelledInstances.add(instance);
        } else if (isInReview) {
          reviewInstances.add(instance);
        }
      }
    }

    private Group group() {
      reviewInstances.removeAll(labelledInstances);
      return new Group(
          name,
          variant,
          accounts,
          labelled,
          review,
          instances.size(),
          labelledInstances.size(),
          reviewInstances.size());
    }
  }

  private GroupScores() {}

  /// One group for each kind, and one for each of its variants where it has any.
  static List<Group> of(Truth truth, Result result) {
    // Sorted at the end: comparing reads numbers out of names.
    Map<String, Tally> tallies = new HashMap<>();
    truth
        .accounts()
        .forEach((account, member) -> {
          if (member.attack()) {
            return;
          }
          boolean labelled = result.labelled().containsKey(account);
          boolean review = !labelled && result.review().containsKey(account);
          String name = member.group();
          tallies
              .computeIfAbsent(name, _ -> new Tally(name, ""))
              .add(member.instance(), labelled, review);
          if (!member.variant().isEmpty()) {
            tallies
                .computeIfAbsent(
                    name + " " + member.variant(), _ -> new Tally(name, member.variant()))
                .add(member.instance(), labelled, review);
          }
        });
    return tallies.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(GroupScores::byNumber))
        .map(entry -> entry.getValue().group())
        .toList();
  }

  static boolean isDecoy(String name) {
    return number(name) < Integer.MAX_VALUE;
  }

  /// D2 before D10, and a kind before its variants.
  static int byNumber(String a, String b) {
    int numbers = Integer.compare(number(a), number(b));
    return numbers == 0 ? a.compareTo(b) : numbers;
  }

  /// The number behind the letter; above all of them for what is no decoy.
  private static int number(String title) {
    String name = title.split(" ", 2)[0];
    return name.matches("D[0-9]{1,4}") ? Integer.parseInt(name.substring(1)) : Integer.MAX_VALUE;
  }
}
