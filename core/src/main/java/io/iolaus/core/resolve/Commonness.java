package io.iolaus.core.resolve;

import io.iolaus.core.evidence.SharedThing;
import java.util.Arrays;

/// How common each thing is among independent owners: the activity on it in accounts' worth, where
/// an owner of several accounts counts with the mean of them.
final class Commonness {

  /// None was seen yet is not never: outside, half a typical user more is assumed.
  private static final double UNSEEN = 0.5;

  /// Not worked out yet: no mass is below 0.
  private static final double OPEN = -1;

  /// A skeleton of whose users this part is in no group is public.
  private static final double PUBLIC = 0.1;

  private final EvidenceGraph evidence;
  private final Owners owners;

  /// Worked out when it is asked for; each thread finds the same.
  private final double[] mass;

  private final double[] typical;

  Commonness(EvidenceGraph evidence, Owners owners) {
    this.evidence = evidence;
    this.owners = owners;
    int things = evidence.things().size();
    this.mass = new double[things];
    this.typical = new double[things];
    Arrays.fill(mass, OPEN);
    Arrays.fill(typical, OPEN);
  }

  private double mass(int t) {
    if (mass[t] == OPEN) {
      SharedThing thing = evidence.thing(t);
      double sum = 0;
      for (int p = 0; p < thing.size(); p++) {
        sum += weight(thing.member(p), thing.strength(p));
      }
      mass[t] = sum;
    }
    return mass[t];
  }

  private double typical(int t) {
    if (typical[t] == OPEN) {
      SharedThing thing = evidence.thing(t);
      double sum = 0;
      for (int p = 0; p < thing.size(); p++) {
        sum += thing.strength(p);
      }
      typical[t] = sum / Math.max(1, thing.size());
    }
    return typical[t];
  }

  Owners owners() {
    return owners;
  }

  /// Whether people who are in no group show a thing, more than a few: two operators may have it
  /// from one source.
  boolean isPublic(int thing) {
    SharedThing shared = evidence.thing(thing);
    int people = 0;
    for (int p = 0; p < shared.size(); p++) {
      people += owners.size(owners.of(shared.member(p))) == 1 ? 1 : 0;
    }
    return people >= PUBLIC * shared.size();
  }

  /// What an account's activity on a thing adds to the thing's mass.
  double weight(int account, float strength) {
    return strength / (double) owners.size(owners.of(account));
  }

  /// Activity on a thing by everybody but those who bring `inside` of its mass; above 0.
  double outside(int thing, double inside) {
    return Math.max(0, mass(thing) - inside) + UNSEEN * typical(thing);
  }
}
