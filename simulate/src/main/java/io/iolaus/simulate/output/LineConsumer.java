package io.iolaus.simulate.output;

/// Takes lines of the event format v1.
@FunctionalInterface
public interface LineConsumer {

  /// One line in `bytes[from, to)`, without its line feed; the array is not used again.
  void line(byte[] bytes, int from, int to);
}
