package io.iolaus.simulate.scoring;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// To which line of the plot a way of hiding belongs, and where on it.
///
/// `2` is on the line of all facets; `2 network=3` on the line of the network while the others are
/// at 2; of several facets apart the first one says where.
record EvasionLine(String name, double level) {

  private static final Pattern APART = Pattern.compile("([0-9]+) ([a-z]+)=([0-9]+)(.*)");

  static EvasionLine of(String evasion) {
    Matcher apart = APART.matcher(evasion);
    if (apart.matches()) {
      return new EvasionLine(
          apart.group(2) + apart.group(4) + ", others at " + apart.group(1),
          Integer.parseInt(apart.group(3)));
    }
    return evasion.matches("[0-9]{1,3}")
        ? new EvasionLine("all facets", Integer.parseInt(evasion))
        : new EvasionLine(evasion, 0);
  }
}
