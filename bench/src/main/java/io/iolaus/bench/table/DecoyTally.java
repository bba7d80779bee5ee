package io.iolaus.bench.table;

import io.iolaus.simulate.scoring.Score;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Decoys by kind over many populations. The innocent world of a seed is the same at every level of
/// evasion, so an instance counts once, and as labelled where any level labels it.
final class DecoyTally {

  /// Kinds and variants by their titles, as `D2` and `D2 unverified`.
  private final Map<String, Kind> kinds = new HashMap<>();

  private static final class Kind {
    private final Set<String> instances = new HashSet<>();
    private final Set<String> labelled = new HashSet<>();
    private final Set<String> review = new HashSet<>();
    private final Set<String> accounts = new HashSet<>();
    private final Set<String> labelledAccounts = new HashSet<>();
    private final Set<String> reviewAccounts = new HashSet<>();
  }

  void add(Judged judged) {
    String world = judged.spec().seed() + "/";
    judged
        .truth()
        .accounts()
        .forEach((account, member) -> {
          // Victims and customers bear the role as their group, and are no decoys.
          if (!member.decoy().isEmpty() && member.group().equals(member.decoy())) {
            boolean labelled = judged.result().labelled().containsKey(account);
            boolean review = judged.result().review().containsKey(account);
            String instance = world + member.instance();
            add(member.group(), instance, world + account, labelled, review);
            if (!member.variant().isEmpty()) {
              String title = member.group() + " " + member.variant();
              add(title, instance, world + account, labelled, review);
            }
          }
        });
  }

  private void add(
      String title, String instance, String account, boolean labelled, boolean review) {
    Kind kind = kinds.computeIfAbsent(title, t -> new Kind());
    kind.instances.add(instance);
    kind.accounts.add(account);
    if (labelled) {
      kind.labelled.add(instance);
      kind.labelledAccounts.add(account);
    }
    if (review) {
      kind.review.add(instance);
      kind.reviewAccounts.add(account);
    }
  }

  /// Kinds and variants by their titles.
  Map<String, Score.Group> groups() {
    Map<String, Score.Group> groups = new TreeMap<>(DecoyTally::byNumber);
    kinds.forEach((title, kind) -> groups.put(title, group(title, kind)));
    return groups;
  }

  private static Score.Group group(String title, Kind kind) {
    String[] words = title.split(" ", 2);
    Set<String> review = new HashSet<>(kind.review);
    review.removeAll(kind.labelled);
    Set<String> reviewAccounts = new HashSet<>(kind.reviewAccounts);
    reviewAccounts.removeAll(kind.labelledAccounts);
    return new Score.Group(
        words[0],
        words.length == 1 ? "" : words[1],
        kind.accounts.size(),
        kind.labelledAccounts.size(),
        reviewAccounts.size(),
        kind.instances.size(),
        kind.labelled.size(),
        review.size());
  }

  private static int byNumber(String a, String b) {
    int numbers = Integer.compare(number(a), number(b));
    return numbers == 0 ? a.compareTo(b) : numbers;
  }

  private static int number(String title) {
    return Integer.parseInt(title.split(" ", 2)[0].substring(1));
  }
}
