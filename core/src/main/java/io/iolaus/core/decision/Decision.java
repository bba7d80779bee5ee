package io.iolaus.core.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one person decided: about two accounts, about an account and a cluster, about a cluster, or
/// about accounts each for itself. It is never changed; it can be withdrawn, and is as if it had
/// never been from then on.
///
/// @param id `d-` and its number
/// @param at when it was decided, by the graph's own time: runs for earlier moments know nothing of
///   it
/// @param accounts whom it is about, in byte order: two, one beside a cluster, or none
/// @param cluster what it is about as it was called then; null where it is about accounts alone
/// @param members the accounts that the cluster had then, the labelled ones first; without a
///   cluster those that it judges, each for itself
/// @param labelled how many of these were labelled; without a cluster all of them
public record Decision(
    String id,
    DecisionKind kind,
    String by,
    Instant at,
    List<String> accounts,
    @Nullable String cluster,
    List<String> members,
    int labelled) {

  private static final String PREFIX = "d-";

  /// So many accounts are called by name in a sentence.
  private static final int NAMED = 3;

  public Decision {
    accounts = accounts.stream().sorted().toList();
    members = List.copyOf(members);
    boolean judges = kind.ofClusters() && cluster == null && !members.isEmpty();
    if (accounts.size() + (cluster == null ? 0 : 1) > 2
        || (accounts.isEmpty() && cluster == null && !judges)) {
      throw new IllegalArgumentException(
          "a decision is about two accounts, an account and a cluster, or a cluster");
    }
    if (judges && labelled != members.size()) {
      throw new IllegalArgumentException(
          "of accounts that are judged each for itself none is left out, were "
              + labelled
              + " of "
              + members.size());
    }
    if (accounts.size() == 1 && cluster == null) {
      throw new IllegalArgumentException("a decision about one account alone is a verdict");
    }
    if (accounts.size() == 2 && accounts.getFirst().equals(accounts.getLast())) {
      throw new IllegalArgumentException(
          accounts.getFirst() + " is one account: name two of them, or one and a cluster");
    }
    if (kind.ofClusters() && !accounts.isEmpty()) {
      throw new IllegalArgumentException(
          kind.text() + " is said of a whole cluster, not of an account");
    }
    if (!kind.ofClusters() && kind != DecisionKind.UNSURE && accounts.isEmpty()) {
      throw new IllegalArgumentException(
          kind.text() + " is said of two accounts, or of an account and a cluster");
    }
  }

  /// The id of the decision with a number.
  public static String id(long number) {
    return PREFIX + number;
  }

  /// The number of the decision with an id, empty for what is none.
  public static Optional<Integer> number(String id) {
    try {
      return id.startsWith(PREFIX)
          ? Optional.of(Integer.parseUnsignedInt(id.substring(PREFIX.length())))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// In what order decisions were taken that have one moment.
  int number() {
    return number(id).orElse(0);
  }

  /// Whether it judges accounts each for itself, in whatever cluster they are.
  public boolean ofAccounts() {
    return cluster == null && accounts.isEmpty();
  }

  /// What it is about, the same for all that are about the same. Of accounts that are judged each
  /// for itself the latest word counts for each: as a whole the list is no subject.
  List<String> subject() {
    if (ofAccounts()) {
      return List.of(id);
    }
    List<String> subject = new java.util.ArrayList<>(accounts);
    subject.add(cluster == null ? "" : cluster);
    return subject;
  }

  /// Accounts that it calls fraudulent, or legitimate.
  public List<String> judged() {
    return switch (kind) {
      case CONFIRMED -> members.subList(0, labelled);
      case FALSE_POSITIVE -> members;
      case SAME, DIFFERENT, UNSURE -> List.of();
    };
  }

  /// As people read it: `same: acc-1, acc-2`.
  public String phrase() {
    List<String> whom = new java.util.ArrayList<>(accounts);
    if (cluster != null) {
      whom.add(cluster);
    }
    return kind.text() + ": " + (ofAccounts() ? named(members) : String.join(", ", whom));
  }

  /// Accounts in a sentence: by name where they are few.
  private static String named(List<String> accounts) {
    return accounts.size() <= NAMED
        ? String.join(", ", accounts)
        : String.format(java.util.Locale.ROOT, "%,d accounts", accounts.size());
  }
}
