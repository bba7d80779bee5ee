package io.iolaus.core.audit;

import io.iolaus.core.audit.AuditFinding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Verifies a chain: takes anchors, then entries in the order of their numbers, then the head. Not
/// safe for use by several threads.
///
/// What each catches: hashes, an entry that was changed; numbers, one that was taken out; seals, a
/// chain that was made anew by whoever has not got the key; anchors, a tail that was cut off, and a
/// chain that was made anew with the key. The content of the entry behind missing ones cannot be
/// checked, only its seal. Of each kind the first {@link #MOST} are told.
public final class AuditVerifier {

  /// Findings of a kind that are kept; all are counted.
  public static final int MOST = 5;

  private final Map<String, AuditKey> keys = new HashMap<>();
  private final TreeMap<Long, Set<String>> anchored = new TreeMap<>();
  private final List<AuditFinding> findings = new ArrayList<>();
  private final Map<Kind, Long> counts = new TreeMap<>();
  private AuditHead last = AuditHead.NONE;
  private Instant lastAt = Instant.MIN;
  private boolean known = true; // whether `last` is a hash to go on from
  private long entries;

  /// @param keys that entries and anchors may be sealed with
  public AuditVerifier(List<AuditKey> keys) {
    keys.forEach(key -> this.keys.put(key.id(), key));
  }

  /// An anchor, from wherever it was kept.
  public void anchor(AuditAnchor anchor) {
    AuditKey key = keys.get(anchor.key());
    long seq = anchor.head().seq();
    if (key == null) {
      found(Kind.KEY_UNKNOWN, seq, "the anchor of entry " + seq + " is of key " + anchor.key());
    } else if (!anchor.isOf(key)) {
      found(Kind.ANCHOR_FORGED, seq, "the anchor of entry " + seq + " was not made with the key");
    } else {
      anchored.computeIfAbsent(seq, s -> new HashSet<>()).add(anchor.head().hash());
    }
  }

  /// The next entry.
  public void entry(SealedEntry sealed) {
    AuditEntry entry = sealed.entry();
    long seq = entry.seq();
    if (!follows(seq)) {
      return;
    }
    if (known && !SealedEntry.hash(last.hash(), entry).equals(sealed.hash())) {
      found(Kind.ENTRY_CHANGED, seq, "entry " + seq + " is not what was hashed");
    }
    AuditKey key = keys.get(entry.key());
    if (key == null) {
      found(Kind.KEY_UNKNOWN, seq, "entry " + seq + " is sealed with key " + entry.key());
    } else if (!AuditKey.same(sealed.seal(), key.sealEntry(sealed.hash()))) {
      found(Kind.ENTRY_FORGED, seq, "entry " + seq + " was not sealed with the key");
    }
    if (entry.at().isBefore(lastAt)) {
      found(Kind.TIME_TURNED_BACK, seq, "entry " + seq + " is earlier than the one before it");
    }
    Set<String> expected = anchored.get(seq);
    if (expected != null && !expected.equals(Set.of(sealed.hash()))) {
      found(
          Kind.CHAIN_REWRITTEN,
          seq,
          "entry " + seq + " is not the one that was anchored: the chain was made anew up to here");
    }
    last = sealed.head();
    lastAt = entry.at();
    known = true;
  }

  /// The next entry, where it cannot be read.
  public void unreadable(long seq, String why) {
    if (follows(seq)) {
      found(Kind.ENTRY_UNREADABLE, seq, "entry " + seq + " cannot be read: " + why);
      last = new AuditHead(seq, last.hash());
      known = false;
    }
  }

  private boolean follows(long seq) {
    entries++;
    if (seq <= last.seq()) {
      found(Kind.ENTRY_TWICE, seq, "entry " + seq + " is there twice");
      return false;
    }
    if (seq > last.seq() + 1) {
      long from = last.seq() + 1;
      found(
          Kind.ENTRIES_MISSING,
          from,
          from == seq - 1
              ? "entry " + from + " is missing"
              : "entries " + from + " to " + (seq - 1) + " are missing");
      known = false;
    }
    return true;
  }

  /// The end.
  ///
  /// @param before the head as it was before entries were read
  /// @param after as it was afterwards: others may have written meanwhile
  public Result end(AuditHead before, AuditHead after) {
    long end = last.seq();
    if (before.seq() > end) {
      found(Kind.TAIL_CUT, end + 1, missing(end, before.seq(), "the head"));
    }
    if (!anchored.isEmpty() && anchored.lastKey() > end) {
      found(Kind.TAIL_CUT, end + 1, missing(end, anchored.lastKey(), "an anchor"));
    }
    boolean behind = after.seq() < end;
    boolean other = after.seq() == end && !after.hash().equals(last.hash());
    if (behind || other) {
      found(
          Kind.HEAD_CHANGED,
          after.seq(),
          "the head says " + after.seq() + " " + after.hash() + ", the last entry is " + end);
    }
    if (entries > 0 && anchored.isEmpty()) {
      found(Kind.NOT_ANCHORED, end, "nothing is anchored: that the tail was cut could not be seen");
    }
    long held = anchored.isEmpty() ? 0 : anchored.lastKey();
    findings.sort(Comparator.comparingLong(AuditFinding::seq));
    return new Result(List.copyOf(findings), Map.copyOf(counts), entries, last, held);
  }

  private static String missing(long end, long known, String by) {
    return "entries "
        + (end + 1)
        + " to "
        + known
        + " are missing at the end: "
        + by
        + " knows of them";
  }

  /// What came of it.
  ///
  /// @param findings in the order of the entries they are about
  /// @param counts how many findings there are of each kind
  /// @param entries how many were read
  /// @param last the last of them
  /// @param anchored the latest that is anchored, 0 for none
  public record Result(
      List<AuditFinding> findings,
      Map<Kind, Long> counts,
      long entries,
      AuditHead last,
      long anchored) {

    /// Whether nothing is wrong.
    public boolean whole() {
      return findings.isEmpty();
    }
  }

  private void found(Kind kind, long seq, String text) {
    if (counts.merge(kind, 1L, Long::sum) <= MOST) {
      findings.add(new AuditFinding(kind, seq, text));
    }
  }
}
