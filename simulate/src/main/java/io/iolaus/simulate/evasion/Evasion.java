package io.iolaus.simulate.evasion;

import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/// On which rung of each ladder an operator stands.
///
/// @param level of all facets that stand nowhere else, 0 (hides nothing) to 4
/// @param apart facets on another level
public record Evasion(int level, Map<HidingFacet, Integer> apart) {

  public static final int HIGHEST = 4;

  public Evasion {
    require("level", level);
    apart.forEach((facet, rung) -> require(facet.id(), rung));
    apart = Map.copyOf(apart);
  }

  public static Evasion level(int level) {
    return new Evasion(level, Map.of());
  }

  /// The same with one facet on this level.
  public Evasion with(HidingFacet facet, int rung) {
    Map<HidingFacet, Integer> changed = new EnumMap<>(HidingFacet.class);
    changed.putAll(apart);
    changed.put(facet, rung);
    return new Evasion(level, changed);
  }

  /// The same with the facets of a list like `network=3,prompt=1` on these levels.
  public Evasion with(String list) {
    Evasion result = this;
    for (String item : list.split(",", -1)) {
      String[] sides = item.split("=", -1);
      if (sides.length != 2 || !sides[1].strip().matches("[0-9]{1,3}")) {
        throw new IllegalArgumentException(
            "cannot read '" + item + "': write facets like network=3,prompt=1");
      }
      result = result.with(HidingFacet.of(sides[0]), Integer.parseInt(sides[1].strip()));
    }
    return result;
  }

  /// The rung of this facet; a ladder that is shorter than the level is on its last one.
  public int rung(HidingFacet facet) {
    return Math.min(facet.last(), apart.getOrDefault(facet, level));
  }

  /// Whether this facet was put on a level of its own.
  public boolean names(HidingFacet facet) {
    return apart.containsKey(facet);
  }

  /// `2`, or `2 network=3 prompt=1`.
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(" ").add(Integer.toString(level));
    for (HidingFacet facet : HidingFacet.values()) {
      Integer rung = apart.get(facet);
      if (rung != null) {
        text.add(facet.id() + "=" + rung);
      }
    }
    return text.toString();
  }

  private static void require(String name, int rung) {
    if (rung < 0 || rung > HIGHEST) {
      throw new IllegalArgumentException(name + " must be 0.." + HIGHEST + ", was " + rung);
    }
  }
}
