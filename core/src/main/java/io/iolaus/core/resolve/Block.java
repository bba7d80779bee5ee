package io.iolaus.core.resolve;

import java.util.Arrays;

/// Accounts that share something and agree in something else.
///
/// @param members accounts, at least two
/// @param strength for each member, 0..1, how much of what it shows there this is
/// @param bits how telling the shared thing is by itself
record Block(int[] members, float[] strength, double bits) {

  /// A block of members that all show it fully.
  static Block of(int[] members, double bits) {
    float[] full = new float[members.length];
    Arrays.fill(full, 1);
    return new Block(members, full, bits);
  }
}
