package io.iolaus.core.detect;

import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.prompt.PromptFamily;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.Arrays;

/// Turns what a link detector found into evidence: for each account how much of its activity in the
/// facet is on the shared thing.
public final class Links {

  private final Population population;
  private final Derivation derivation;

  public Links(Population population, Derivation derivation) {
    this.population = population;
    this.derivation = derivation;
  }

  /// One shared thing.
  ///
  /// @param detector id of the detector that found it
  /// @param type label of the node that stands for it
  /// @param key the node's id
  /// @param members indexes of the accounts that share it, ascending
  public SharedThing thing(String detector, Facet facet, String type, String key, int[] members) {
    return new SharedThing(detector, facet, type, key, members, strengths(type, key, members));
  }

  private float[] strengths(String type, String key, int[] members) {
    float[] strengths = new float[members.length];
    Arrays.fill(strengths, 1);
    switch (type) {
      case "PromptFamily" -> familyShares(key, members, strengths);
      case "IpAddress" -> {
        for (int i = 0; i < members.length; i++) {
          strengths[i] = 1f / Math.max(1, population.get(members[i]).traits().addresses());
        }
      }
      case "Network" -> {
        for (int i = 0; i < members.length; i++) {
          strengths[i] = 1f / Math.max(1, population.get(members[i]).prefixes());
        }
      }
      default -> {}
    }
    return strengths;
  }

  private void familyShares(String id, int[] members, float[] strengths) {
    Derivation.Family family = derivation.families().get(id);
    if (family == null) {
      return;
    }
    PromptFamily f = family.family();
    Int2LongOpenHashMap weights = new Int2LongOpenHashMap(f.accounts().length);
    for (int i = 0; i < f.accounts().length; i++) {
      weights.put(f.accounts()[i], f.weights()[i]);
    }
    for (int i = 0; i < members.length; i++) {
      long all = Math.max(1, derivation.sampledTotal(members[i], family.system()));
      strengths[i] = Math.max(0.001f, weights.get(members[i]) / (float) all);
    }
  }
}
