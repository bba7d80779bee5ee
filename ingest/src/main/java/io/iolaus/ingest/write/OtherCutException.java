package io.iolaus.ingest.write;

import java.io.IOException;

/// Another worker has begun or written this stretch of a batch, cut otherwise or from another
/// source that begins alike. Nothing of the segment was written: its source must be read again from
/// where the batch is then.
public final class OtherCutException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String batch;
  private final boolean otherSource;

  /// @param otherSource whether it is certain that the other worker's source goes on otherwise
  public OtherCutException(String batch, boolean otherSource) {
    super(
        "another worker is loading "
            + batch
            + " at the same time: run ingest again to go on after what it has loaded");
    this.batch = batch;
    this.otherSource = otherSource;
  }

  /// The batch.
  public String batch() {
    return batch;
  }

  /// Whether this source needs a batch of its own.
  public boolean isOtherSource() {
    return otherSource;
  }
}
