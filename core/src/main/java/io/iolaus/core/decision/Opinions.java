package io.iolaus.core.decision;

import io.iolaus.core.evidence.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What people said about accounts, in `verdict` lines and by deciding about clusters: the latest
/// word of each person about each account. Of one moment, what was said of the account alone counts
/// before what was said of its cluster.
public final class Opinions {

  /// Stands for a verdict line.
  private static final int OF_THE_ACCOUNT = Integer.MAX_VALUE;

  private record Word(String verdict, Instant at, int rank) {
    boolean after(Word other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime > 0 : rank >= other.rank;
    }
  }

  private final Map<String, Map<String, Word>> said = new HashMap<>();

  /// What was said of accounts alone.
  private final Map<String, Map<String, Word>> lines = new HashMap<>();

  /// Adds what a verdict line says.
  ///
  /// @param verdict as in the line
  public void add(String account, String by, String verdict, Instant at) {
    Word word = new Word(verdict, at, OF_THE_ACCOUNT);
    add(said, account, by, word);
    add(lines, account, by, word);
  }

  /// Adds what decisions about clusters say of their accounts.
  public void add(Held held) {
    for (Decision decision : held.all()) {
      String verdict = decision.kind() == DecisionKind.CONFIRMED ? "fraudulent" : "legitimate";
      Word word = new Word(verdict, decision.at(), decision.number());
      decision.judged().forEach(account -> add(said, account, decision.by(), word));
    }
  }

  private static void add(
      Map<String, Map<String, Word>> words, String account, String by, Word word) {
    words
        .computeIfAbsent(account, a -> new HashMap<>(2))
        .merge(by, word, (before, now) -> now.after(before) ? now : before);
  }

  /// What those agree on who decided about an account.
  public Verdict of(String account) {
    return agreed(said.get(account));
  }

  /// Whether an account counts as taken out: people agree that it is fraudulent, and `verdict`
  /// lines by themselves say so. Who confirms a cluster says what it is, and takes nobody out.
  public boolean barred(String account) {
    return of(account) == Verdict.FRAUDULENT && agreed(lines.get(account)) == Verdict.FRAUDULENT;
  }

  private static Verdict agreed(@Nullable Map<String, Word> words) {
    return words == null
        ? Verdict.OPEN
        : Verdict.of(words.values().stream().map(Word::verdict).toList());
  }

  /// How many of a decision's accounts its author has said something else about since.
  public long overtaken(Decision decision) {
    return decision.judged().stream()
        .filter(account ->
            Optional.ofNullable(said.get(account))
                .map(words -> words.get(decision.by()))
                .filter(
                    word -> word.rank() != decision.number() || !word.at().equals(decision.at()))
                .isPresent())
        .count();
  }

  /// Accounts that somebody decided about.
  public Collection<String> accounts() {
    return List.copyOf(said.keySet());
  }
}
