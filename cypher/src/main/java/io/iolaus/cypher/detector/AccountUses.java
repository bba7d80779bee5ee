package io.iolaus.cypher.detector;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What some accounts use of the things that a detector links by ([DetectorRunner#usesOf]).
///
/// @param byKey by the key of a link who uses what under it now
/// @param least how many accounts make a link
/// @param leastThings how many things under its key must be used for a link; 0 where that does not
///   matter
record AccountUses(Map<String, Used> byKey, long least, long leastThings) {
  AccountUses {
    byKey = Map.copyOf(byKey);
  }

  /// What is used under a key. Whoever makes one hands nothing on before it is done.
  static final class Used {
    private final Set<String> accounts = new HashSet<>(2);
    private final Set<String> things = new HashSet<>(2);
    private final long edges;

    /// @param edges how many accounts can use it at most; -1 where that is not known
    Used(long edges) {
      this.edges = edges;
    }

    /// Takes note of a use.
    ///
    /// @return false if the account has another one under the key
    boolean add(String account, String thing) {
      things.add(thing);
      return accounts.add(account);
    }

    /// Those of the accounts that use it.
    Set<String> accounts() {
      return Collections.unmodifiableSet(accounts);
    }

    /// How many things under the key these use.
    int things() {
      return things.size();
    }

    /// Whether so many accounts may use it, those who are not asked about included.
    boolean allows(long least) {
      return edges < 0 || edges >= least;
    }
  }

  /// Whether what these accounts use under a key is enough for a link, whatever others use of it.
  boolean things(Used used) {
    return used.things() >= leastThings;
  }
}
