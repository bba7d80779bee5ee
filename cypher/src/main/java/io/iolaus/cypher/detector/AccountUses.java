package io.iolaus.cypher.detector;

import java.util.Map;
import java.util.Set;

/// What some accounts use of the things that a detector links by ([DetectorRunner#usesOf]).
///
/// @param byKey by the key of a thing those of the accounts that use it now
/// @param least how many accounts make a link
record AccountUses(Map<String, Set<String>> byKey, long least) {
  AccountUses {
    byKey = Map.copyOf(byKey);
  }
}
