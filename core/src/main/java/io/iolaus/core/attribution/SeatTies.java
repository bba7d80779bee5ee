package io.iolaus.core.attribution;

import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Verified seats of one organization, outside a group, that share what is the group's own.
///
/// @param things keys of what they share
/// @param members accounts of the group, and others, that show one of these things
/// @param promptsOnly whether all of it is prompts
record SeatTies(Set<Integer> seats, Set<String> things, BitSet members, boolean promptsOnly) {

  static final SeatTies NONE = new SeatTies(Set.of(), Set.of(), new BitSet(), true);

  /// Of the users of a thing so many must be the group's or the organization's, or it is neither's.
  private static final double OWN = 0.5;

  /// A prompt of so many people is no longer that of some people.
  private static final int MANY = 5;

  /// By organization.
  static Map<Integer, SeatTies> of(Group group, OrganizationTraces traces) {
    Map<Integer, SeatTies> ties = new TreeMap<>();
    for (SharedThing thing : group.strong()) {
      Map<Integer, Set<Integer>> seats = new TreeMap<>();
      int inside = 0;
      for (int p = 0; p < thing.size(); p++) {
        int account = thing.member(p);
        int organization = traces.seatOf(account);
        if (group.has(account)) {
          inside++;
        } else if (organization != OrganizationTraces.NOBODY) {
          seats.computeIfAbsent(organization, o -> new TreeSet<>()).add(account);
        }
      }
      for (Map.Entry<Integer, Set<Integer>> entry : seats.entrySet()) {
        // What a few stray members share with colleagues is not the group's.
        if (inside >= Group.LEAST_PART * group.size()
            && inside + entry.getValue().size() >= OWN * thing.size()) {
          ties.merge(entry.getKey(), of(thing, entry.getValue()), SeatTies::and);
        }
      }
    }
    return ties;
  }

  private static SeatTies of(SharedThing thing, Set<Integer> seats) {
    BitSet members = new BitSet();
    Group.mark(thing, members);
    return new SeatTies(
        seats, Set.of(thing.type() + ' ' + thing.key()), members, thing.facet() == Facet.PROMPT);
  }

  private SeatTies and(SeatTies other) {
    Set<Integer> allSeats = new TreeSet<>(seats);
    allSeats.addAll(other.seats);
    Set<String> allThings = new TreeSet<>(things);
    allThings.addAll(other.things);
    BitSet allMembers = (BitSet) members.clone();
    allMembers.or(other.members);
    return new SeatTies(allSeats, allThings, allMembers, promptsOnly && other.promptsOnly);
  }

  /// Whether all that ties them is a prompt or two that are the organization's rather than some
  /// people's: whoever has seen such a prompt can send it.
  boolean isTemplate(int allSeats) {
    boolean many = seats.size() >= MANY && things.size() <= 2;
    boolean most = 2 * seats.size() >= allSeats && things.size() == 1;
    return promptsOnly && !seats.isEmpty() && (many || most);
  }
}
