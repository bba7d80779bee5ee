package io.iolaus.cypher.decision;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A decision with where it stands.
///
/// @param kind `same`, `different`, `unsure`, `confirmed`, `false-positive`
/// @param at when it was decided, by the graph's own time
/// @param recordedAt when we knew
/// @param accounts whom it names, at most twenty of accounts that it judges each for itself
/// @param cluster what it is about, as it was called then
/// @param members how many accounts that cluster had then, or it judges each for itself
/// @param labelled how many of these were labelled
/// @param standing `holds`, `pending` (it was decided for a moment that the graph has not reached),
///   `overtaken`, `void` (none of whom it is about is there any more), `withdrawn`
/// @param remark why it stands there, and what became of what it is about; for people
/// @param overtakenBy the decision by which its author took it back
/// @param clusterNow the cluster that the one it is about goes on in, itself where it goes on
/// @param parts clusters that its members are in now
/// @param act the bulk act that it is part of, null for none
public record DecisionRow(
    String id,
    long seq,
    String kind,
    String by,
    String reason,
    Instant at,
    Instant recordedAt,
    List<String> accounts,
    @Nullable String cluster,
    int members,
    int labelled,
    String standing,
    String remark,
    @Nullable String overtakenBy,
    @Nullable String clusterNow,
    List<Part> parts,
    @Nullable String act,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnBy,
    @Nullable String withdrawnReason) {

  public DecisionRow {
    accounts = List.copyOf(accounts);
    parts = List.copyOf(parts);
  }

  /// A cluster with accounts of the one that was decided about.
  public record Part(String cluster, long accounts) {}

  /// As `d-3 (same: acc-1, acc-2; by ana)`.
  public String named() {
    return id + " (" + phrase() + "; by " + by + ")";
  }

  /// As `same: acc-1, acc-2`.
  public String phrase() {
    if (cluster == null && members > accounts.size()) {
      return kind + ": " + String.format(Locale.ROOT, "%,d accounts", members);
    }
    return kind
        + ": "
        + String.join(", ", accounts)
        + (cluster == null ? "" : accounts.isEmpty() ? cluster : ", " + cluster);
  }

  /// In a sentence of an explanation.
  public String sentence() {
    return by + " decided " + phrase() + " (" + id + ", " + standing + "): " + reason;
  }
}
