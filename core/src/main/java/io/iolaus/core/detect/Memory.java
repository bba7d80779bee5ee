package io.iolaus.core.detect;

import io.iolaus.core.abuse.Signal;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Resolution.Group;
import io.iolaus.core.resolve.Resolution.Member;
import io.iolaus.core.resolve.Resolution.Support;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// What earlier runs know of operators that the window does not show any more.
///
/// A group goes on for a cluster that fell dormant if nearly all of its accounts began when nearly
/// all of the cluster's had ended, and nearly all work off skeletons that were the cluster's own
/// and are nobody else's now. A group that goes on for one that was taken down, in this way or with
/// most of its accounts, or that people confirmed, is for review at least: what made its past
/// hostile may have left the window. One that goes on for any other is found with half of what it
/// took to be found first, so that a cluster near the threshold does not come and go.
public final class Memory {

  /// Nothing is known.
  public static final Memory NONE = new Memory(List.of());

  /// The part of a group's accounts that must have begun, and work off what is remembered.
  private static final double NEARLY_ALL = 0.8;

  /// The part of a group's accounts that were a cluster's.
  private static final double MOST = 0.5;

  /// The part of a skeleton's use that is the group's, for it to be the group's own.
  private static final double OWN = 0.9;

  /// The part of the shorter skeleton that two must have in common to be one.
  private static final double SAME = 0.5;

  private final List<Forerunner> forerunners;
  private final Map<String, Forerunner> of = new HashMap<>();
  private final List<Skeleton> skeletons = new ArrayList<>();

  /// For each shingle the places of the skeletons that have it.
  private final Long2ObjectOpenHashMap<IntArrayList> places = new Long2ObjectOpenHashMap<>();

  private record Skeleton(Forerunner of, int length) {}

  /// A cluster as it is remembered.
  ///
  /// @param dormant whether nobody of it acted when it was last looked at
  /// @param takenDown whether at least half of the accounts that it ever had were suspended or
  ///   deleted
  /// @param confirmedBy who confirmed it, empty where nobody did
  /// @param lastDay the day (since 1970) on which nearly all of its accounts had ended
  /// @param skeletons its own: the keyed hashes of shingles of each
  /// @param members ids of the accounts that it was last known to have
  public record Forerunner(
      String cluster,
      boolean dormant,
      boolean takenDown,
      List<String> confirmedBy,
      int lastDay,
      List<long[]> skeletons,
      List<String> members) {
    public Forerunner {
      confirmedBy = List.copyOf(confirmedBy);
      skeletons = List.copyOf(skeletons);
      members = List.copyOf(members);
    }

    /// Whether what goes on for it is worth a look for as long as it is linked.
    boolean stays() {
      return takenDown || !confirmedBy.isEmpty();
    }
  }

  /// A group and what it goes on for.
  ///
  /// @param succeeds whether it is another group than the one that is remembered
  record Kin(Forerunner forerunner, boolean succeeds) {

    /// What makes a group worth a look that would not be by what it shows now.
    Signal signal() {
      if (!forerunner.confirmedBy().isEmpty()) {
        return new Signal(
            "confirmed",
            Signal.Kind.SCALE,
            1,
            "goes on for cluster "
                + forerunner.cluster()
                + ", which was confirmed by "
                + String.join(", ", forerunner.confirmedBy()));
      }
      return forerunner.takenDown()
          ? new Signal(
              "regrown",
              Signal.Kind.SCALE,
              1,
              "goes on for cluster " + forerunner.cluster() + ", which was taken down")
          : new Signal(
              "remembered",
              Signal.Kind.SCALE,
              1,
              "goes on for cluster " + forerunner.cluster() + ", which showed more before");
    }
  }

  /// @param forerunners each cluster once
  public Memory(List<Forerunner> forerunners) {
    this.forerunners = List.copyOf(forerunners);
    for (Forerunner forerunner : this.forerunners) {
      forerunner.members().forEach(account -> of.put(account, forerunner));
      if (forerunner.dormant()) {
        for (long[] skeleton : forerunner.skeletons()) {
          for (long shingle : skeleton) {
            places.computeIfAbsent(shingle, s -> new IntArrayList(1)).add(skeletons.size());
          }
          skeletons.add(new Skeleton(forerunner, skeleton.length));
        }
      }
    }
  }

  /// What a group goes on for.
  ///
  /// @param skeletonOf the keyed hashes of a prompt family's shingles by its id, none for what is
  ///   no family of prompts
  Optional<Kin> kin(
      Group group,
      Population population,
      EvidenceGraph evidence,
      Function<String, long[]> skeletonOf) {
    if (forerunners.isEmpty()) {
      return Optional.empty();
    }
    // by id: the hash of a cluster would go through all of its members
    Object2IntOpenHashMap<String> members = new Object2IntOpenHashMap<>();
    for (Member member : group.members()) {
      Forerunner forerunner = of.get(population.get(member.account()).id());
      if (forerunner != null) {
        members.addTo(forerunner.cluster(), 1);
      }
    }
    for (Forerunner forerunner : forerunners) {
      if (members.getInt(forerunner.cluster()) >= MOST * group.members().size()) {
        return Optional.of(new Kin(forerunner, false));
      }
    }
    return successor(group, population, evidence, skeletonOf);
  }

  private Optional<Kin> successor(
      Group group,
      Population population,
      EvidenceGraph evidence,
      Function<String, long[]> skeletonOf) {
    List<Forerunner> ended =
        forerunners.stream()
            .filter(f -> f.dormant() && began(group, population, f.lastDay()))
            .toList();
    if (ended.isEmpty()) {
      return Optional.empty();
    }
    Map<String, IntOpenHashSet> working = new HashMap<>();
    IntOpenHashSet accounts = new IntOpenHashSet();
    group.members().forEach(member -> accounts.add(member.account()));
    for (Support support : group.supports()) {
      SharedThing thing = evidence.thing(support.thing());
      if (thing.type().equals("PromptFamily")) {
        for (Forerunner forerunner : having(skeletonOf.apply(thing.key()))) {
          if (own(thing, accounts, forerunner, population)) {
            IntOpenHashSet those =
                working.computeIfAbsent(forerunner.cluster(), f -> new IntOpenHashSet());
            for (int p = 0; p < thing.size(); p++) {
              if (accounts.contains(thing.member(p))) {
                those.add(thing.member(p));
              }
            }
          }
        }
      }
    }
    IntOpenHashSet none = new IntOpenHashSet();
    return ended.stream()
        .filter(f -> working.getOrDefault(f.cluster(), none).size() >= NEARLY_ALL * accounts.size())
        .findFirst()
        .map(f -> new Kin(f, true));
  }

  private static boolean began(Group group, Population population, int day) {
    long after =
        group.members().stream()
            .filter(member -> population.get(member.account()).traits().firstDay() >= day)
            .count();
    return after >= NEARLY_ALL * group.members().size();
  }

  /// Whether hardly anybody uses a skeleton but a group and those whom it goes on for.
  private boolean own(
      SharedThing thing, IntOpenHashSet accounts, Forerunner forerunner, Population population) {
    double inside = 0;
    double all = 0;
    for (int p = 0; p < thing.size(); p++) {
      int account = thing.member(p);
      all += thing.strength(p);
      inside +=
          accounts.contains(account) || isOf(population.get(account).id(), forerunner)
              ? thing.strength(p)
              : 0;
    }
    return inside >= OWN * all;
  }

  private boolean isOf(String account, Forerunner forerunner) {
    Forerunner known = of.get(account);
    return known != null && known.cluster().equals(forerunner.cluster());
  }

  /// Those of whom a skeleton is remembered, each once.
  private Collection<Forerunner> having(long[] skeleton) {
    Int2IntOpenHashMap common = new Int2IntOpenHashMap();
    for (long shingle : skeleton) {
      IntArrayList remembered = places.get(shingle);
      if (remembered != null) {
        remembered.forEach(place -> common.addTo(place, 1));
      }
    }
    Map<String, Forerunner> having = new TreeMap<>();
    for (Int2IntMap.Entry one : common.int2IntEntrySet()) {
      Skeleton known = skeletons.get(one.getIntKey());
      if (one.getIntValue() >= SAME * Math.min(known.length(), skeleton.length)) {
        having.put(known.of().cluster(), known.of());
      }
    }
    return having.values();
  }
}
