package io.iolaus.cypher.detector.safety;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether a statement can be run for some shared things alone, judged by its text.
///
/// It can where each of its rows depends on one thing, on the accounts next to it and on nothing
/// else, and where no row can appear because an account goes. Anything that is not plainly so is
/// refused: run whole, a statement is always right.
public sealed interface Narrowing {

  /// The name of the parameter that the narrowed statement reads the keys from. No detector can
  /// declare one that begins so.
  String KEYS = "engineKeys";

  /// It can be.
  ///
  /// @param label of the things
  /// @param property of theirs that is the key
  /// @param statement the same text, for the things with a key in `$engineKeys`, line by line
  /// @param uses how it can be asked account by account as well
  record Possible(String label, String property, String statement, Optional<Uses> uses)
      implements Narrowing {}

  /// The name of the parameter that {@link Uses#statement} reads accounts from, as {@link #KEYS}.
  String ACCOUNTS = "engineAccounts";

  /// A statement whose links are the accounts that use a thing, where these are enough. So what one
  /// account uses can be asked without what others do.
  ///
  /// @param statement returns for each use by an account of `$engineAccounts` its `key`, the
  ///   `account`, the `thing` (one of those under the key) and `edges`: what a thing has of them at
  ///   most, from all accounts; null where there are several things under a key
  /// @param once whether an account may have only one use under a key
  /// @param enough how many accounts make a link: each bound must hold
  /// @param ofThings how many things under the key must be used for a link: each bound must hold
  record Uses(String statement, boolean once, List<Least> enough, List<Least> ofThings) {
    public Uses {
      enough = List.copyOf(enough);
      ofThings = List.copyOf(ofThings);
    }

    /// The fewest accounts that make a link.
    ///
    /// @param params values of the detector's parameters
    public long least(Map<String, Object> params) {
      return most(enough, params);
    }

    /// The fewest things under the key that must be used for a link; 0 where that does not matter.
    ///
    /// @param params values of the detector's parameters
    public long leastThings(Map<String, Object> params) {
      return most(ofThings, params);
    }

    private static long most(List<Least> bounds, Map<String, Object> params) {
      return bounds.stream().mapToLong(bound -> bound.least(params)).max().orElse(0);
    }
  }

  /// One bound.
  ///
  /// @param text a number, or the name of a parameter
  /// @param strict whether there must be more
  record Least(String text, boolean parameter, boolean strict) {
    long least(Map<String, Object> params) {
      Object value = parameter ? params.get(text) : Long.valueOf(text);
      if (!(value instanceof Number number)) {
        throw new IllegalArgumentException("'" + text + "' is no number, but " + value);
      }
      return number.longValue() + (strict ? 1 : 0);
    }
  }

  /// It cannot.
  record Impossible(Finding because) implements Narrowing {}

  /// Judges a statement that may run ([StatementSafety]).
  static Narrowing of(String statement) {
    return NarrowableShape.of(statement);
  }
}
