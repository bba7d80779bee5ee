package io.iolaus.core.audit;

import java.util.Locale;

/// Something that is wrong with a chain.
///
/// @param seq of the entry where it is
/// @param text one sentence for people
public record AuditFinding(Kind kind, long seq, String text) {

  /// What is wrong.
  public enum Kind {
    /// An entry is not what was hashed.
    ENTRY_CHANGED,
    /// An entry and its hash were made without the key.
    ENTRY_FORGED,
    /// The entry cannot be read.
    ENTRY_UNREADABLE,
    /// Numbers are missing.
    ENTRIES_MISSING,
    /// A number is there twice.
    ENTRY_TWICE,
    /// An entry is earlier than the one before it.
    TIME_TURNED_BACK,
    /// An anchor or the head knows of entries behind the last one.
    TAIL_CUT,
    /// The chain is whole, and another one than was anchored.
    CHAIN_REWRITTEN,
    /// The head is not that of the last entry.
    HEAD_CHANGED,
    /// An anchor was made without the key.
    ANCHOR_FORGED,
    /// Nothing is anchored.
    NOT_ANCHORED,
    /// Made with a key that is not at hand.
    KEY_UNKNOWN;

    /// As it is shown: `tail-cut`.
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
