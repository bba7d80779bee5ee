package io.iolaus.core.resolve;

/// When accounts act, by their index. Days are counted since 1970.
public interface Activity {

  /// First active day of the window, 0 without activity.
  int first(int account);

  /// Last active day, 0 without activity.
  int last(int account);

  /// Whether it was suspended or decided to be fraudulent.
  boolean barred(int account);

  /// Whether it did nothing for so long that it counts as given up.
  boolean silent(int account);
}
