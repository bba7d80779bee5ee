package io.iolaus.core.explain;

import io.iolaus.core.detect.FoundCluster;
import io.iolaus.core.detect.FoundCluster.FoundMember;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.ProfileTable;
import io.iolaus.core.resolve.Resolution.Support;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Reference2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Reference2IntOpenHashMap<ProfileRow> thingOf = new Reference2IntOpenHashMap<>();
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
    int[] things = profile.rows().stream().mapToInt(thingOf::getInt).toArray();
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
    Int2IntOpenHashMap rowOf = new Int2IntOpenHashMap(things.length);
    rowOf.defaultReturnValue(-1);
    for (int row = 0; row < things.length; row++) {
      rowOf.put(things[row], row);
    }
    Map<Integer, CountedLinks> members = new HashMap<>();
    for (FoundMember member : cluster.members()) {
      members.put(member.account(), links(member, evidence, rowOf));
    }
    return members;
  }

  private static CountedLinks links(
      FoundMember member, EvidenceGraph evidence, Int2IntOpenHashMap rowOf) {
    List<Counted> counted = new ArrayList<>();
    if (!member.decided()) {
      evidence.shown(
          member.account(),
          (thing, strength) -> {
            if (rowOf.get(thing) >= 0) {
              counted.add(new Counted(rowOf.get(thing), strength));
            }
          });
      counted.sort(Comparator.comparingInt(Counted::row));
    }
    float[] strengths = new float[counted.size()];
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = counted.get(i).strength();
    }
    return new CountedLinks(
        counted.stream().mapToInt(Counted::row).toArray(),
        strengths,
        member.aim(),
        member.own(),
        member.active());
  }

  private record Counted(int row, float strength) {}
}
