package io.iolaus.core.explain;

import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.ClusterProfile;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.ProfileTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What each row of a profile is worth by itself, by the formula of the run: for each row an
/// account is held against the profile that shows nothing else.
final class RowWorth {

  private RowWorth() {}

  static double[] of(StoredProfile profile) {
    List<ProfileRow> rows = profile.rows();
    List<SharedThing> things = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ProfileRow row = rows.get(i);
      things.add(
          new SharedThing(
              row.detector(), row.facet(), row.type(), row.key(), new int[] {i}, new float[] {1}));
    }
    ProfileTable table =
        new ProfileTable(
            profile.size(),
            profile.owners(),
            IntStream.range(0, rows.size()).toArray(),
            rows.stream().mapToInt(ProfileRow::members).toArray(),
            rows.stream().mapToDouble(ProfileRow::inside).toArray(),
            rows.stream().mapToDouble(ProfileRow::outside).toArray(),
            profile.agreement());
    EvidenceGraph evidence = EvidenceGraph.of(new int[rows.size()], things, profile.bounds());
    ClusterProfile held = ClusterProfile.of(evidence, table, new int[0]);
    double[] worth = new double[rows.size()];
    Arrays.setAll(worth, i -> Math.max(0, held.evidence(i).getOrDefault(rows.get(i).facet(), 0.0)));
    return worth;
  }
}
