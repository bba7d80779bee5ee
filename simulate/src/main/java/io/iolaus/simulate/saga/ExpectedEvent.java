package io.iolaus.simulate.saga;

import java.util.List;
import java.util.Set;

/// What happens in truth between two runs.
///
/// @param run the later of the two, from 1
/// @param kind `born`, `grew`, `shrank`, `changed`, `merged`, `split`, `dormant`, `regrew`
/// @param before hands (operators that are one) that it happens to, in order
/// @param after hands that come of it, in order
public record ExpectedEvent(
    int run, String kind, List<Set<String>> before, List<Set<String>> after) {
  public ExpectedEvent {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
