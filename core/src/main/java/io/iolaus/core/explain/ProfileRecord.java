package io.iolaus.core.explain;

import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.ProfileTable;
import io.iolaus.core.resolve.Resolution.Support;
import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// What a run knew of a cluster, taken down so that its members can be explained later.
///
/// Things that a single member shows are kept as well, because a stranger may show them too: the
/// most telling ones, at most [#MAX_SINGLE].
///
/// @param members what each member brought into the profile, by the index of the account; nothing
///   of who is in the cluster only because people say so
public record ProfileRecord(StoredProfile profile, Map<Integer, CountedLinks> members) {

  private static final int MAX_SINGLE = 20_000;

  public ProfileRecord {
    members = Map.copyOf(members);
  }

  /// Takes down a cluster of this evidence.
  public static ProfileRecord of(FoundCluster cluster, EvidenceGraph evidence) {
    ProfileTable table = cluster.profile();
    Map<Integer, Double> coverage = new HashMap<>();
    for (Support support : cluster.supports()) {
      coverage.put(support.thing(), support.coverage());
    }
    List<ProfileRow> rows = new ArrayList<>();
    Map<ProfileRow, Integer> thingOf = new HashMap<>();
    for (int place : kept(table)) {
      int thing = table.things()[place];
      ProfileRow row =
          row(cluster, place, evidence.thing(thing), coverage.getOrDefault(thing, 1.0));
      rows.add(row);
      thingOf.put(row, thing);
    }
    StoredProfile profile =
        new StoredProfile(
            table.size(),
            table.owners(),
            cluster.usual(),
            table.agreement(),
            rows,
            evidence.bounds());
    int[] things =
        profile.rows().stream().mapToInt(r -> Objects.requireNonNull(thingOf.get(r))).toArray();
    return new ProfileRecord(profile, members(cluster, evidence, things));
  }

  private static int[] kept(ProfileTable table) {
    IntStream several =
        IntStream.range(0, table.things().length).filter(i -> table.members()[i] >= 2);
    IntStream single =
        IntStream.range(0, table.things().length)
            .filter(i -> table.members()[i] == 1)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> table.outside()[i] / table.inside()[i])
                    .thenComparing(i -> i))
            .limit(MAX_SINGLE)
            .mapToInt(i -> i);
    return IntStream.concat(several, single).toArray();
  }

  private static ProfileRow row(
      FoundCluster cluster, int place, SharedThing thing, double coverage) {
    ProfileTable table = cluster.profile();
    int index = table.things()[place];
    return new ProfileRow(
        thing.detector(),
        thing.facet(),
        thing.type(),
        thing.key(),
        table.members()[place],
        thing.size(),
        table.inside()[place],
        table.outside()[place],
        coverage,
        cluster.skeletons().getOrDefault(index, 0.0),
        cluster.doings().contains(index),
        cluster.anchors().contains(index));
  }

  private static Map<Integer, CountedLinks> members(
      FoundCluster cluster, EvidenceGraph evidence, int[] things) {
    Map<Integer, IntArrayList> rows = new HashMap<>();
    Map<Integer, FloatArrayList> strengths = new HashMap<>();
    for (FoundMember member : cluster.members()) {
      if (!member.decided()) {
        rows.put(member.account(), new IntArrayList());
        strengths.put(member.account(), new FloatArrayList());
      }
    }
    for (int row = 0; row < things.length; row++) {
      SharedThing thing = evidence.thing(things[row]);
      for (int p = 0; p < thing.size(); p++) {
        IntArrayList ofMember = rows.get(thing.member(p));
        if (ofMember != null) {
          ofMember.add(row);
          Objects.requireNonNull(strengths.get(thing.member(p))).add(thing.strength(p));
        }
      }
    }
    Map<Integer, CountedLinks> members = new HashMap<>();
    for (FoundMember member : cluster.members()) {
      members.put(
          member.account(),
          new CountedLinks(
              rows.getOrDefault(member.account(), new IntArrayList()).toIntArray(),
              strengths.getOrDefault(member.account(), new FloatArrayList()).toFloatArray(),
              member.aim(),
              member.own(),
              member.active()));
    }
    return members;
  }
}
