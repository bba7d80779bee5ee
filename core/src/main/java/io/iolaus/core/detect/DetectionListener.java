package io.iolaus.core.detect;

/// Hears how a run goes on.
public interface DetectionListener {

  /// Hears nothing.
  DetectionListener SILENT = (stage, done, total) -> {};

  /// A stage went on.
  ///
  /// @param stage what is being done, for people: "reading accounts"
  /// @param done units done so far
  /// @param total units in all, 0 where that is not known
  void progress(String stage, long done, long total);
}
