package io.iolaus.ingest.inbox;

/// What became of a body that was handed over.
public sealed interface Receipt {

  /// It is on disk and will be loaded, whatever happens to this process.
  record Accepted(Delivery delivery) implements Receipt {}

  /// The same body came before under the same key: that delivery stands for both.
  record Repeated(String id) implements Receipt {}

  /// It is not taken, as it is no UTF-8; nothing of it is kept.
  ///
  /// @param what it is, and what to do
  record OtherText(String what) implements Receipt {}

  /// It was not taken; nothing of it is kept.
  record Refused(Reason reason) implements Receipt {}

  /// Why a body was not taken.
  enum Reason {
    /// As much waits as may wait: later there will be room.
    FULL,
    /// The disk has no room.
    DISK_FULL,
    /// Another body came under the same key.
    KEY_REUSED,
    /// A body under the same key is on its way in.
    KEY_BUSY
  }
}
