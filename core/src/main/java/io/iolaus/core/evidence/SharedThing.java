package io.iolaus.core.evidence;

import java.util.Objects;

/// One thing that several accounts share, as a link detector found it.
///
/// @param detector id of the detector that found it
/// @param facet the kind of evidence it is
/// @param type label of the node that stands for it
/// @param key the node's id
/// @param members indexes of the accounts that share it, ascending, at least two; none for one that
///   nobody shares any more
/// @param strength for each member the share (0..1] of its activity in this facet that is on this
///   thing
public record SharedThing(
    String detector, Facet facet, String type, String key, int[] members, float[] strength) {

  public SharedThing {
    Objects.requireNonNull(detector);
    Objects.requireNonNull(facet);
    Objects.requireNonNull(type);
    Objects.requireNonNull(key);
    members = members.clone();
    strength = strength.clone();
    if (members.length != strength.length) {
      throw new IllegalArgumentException(
          members.length + " members but " + strength.length + " strengths");
    }
  }

  /// The same without anybody who shares it.
  public SharedThing forgotten() {
    return new SharedThing(detector, facet, type, key, new int[0], new float[0]);
  }

  /// What kind of sign it is: what one detector found, identifiers of each kind apart.
  public String kind() {
    int colon = type.equals("Identifier") ? key.indexOf(':') : -1;
    return detector + ' ' + facet.id() + ' ' + (colon < 0 ? type : key.substring(0, colon));
  }

  /// How many accounts share it.
  public int size() {
    return members.length;
  }

  /// The account at a place in the list of members.
  public int member(int place) {
    return members[place];
  }

  /// That member's strength.
  public float strength(int place) {
    return strength[place];
  }
}
