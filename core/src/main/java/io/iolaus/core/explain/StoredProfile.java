package io.iolaus.core.explain;

import io.iolaus.core.evidence.Bounds;
import io.iolaus.core.evidence.Facet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a cluster showed, and how common that was elsewhere, when a run judged it: the weights of
/// the run's epoch. Kept with the cluster, so that an explanation does not have to look at
/// everybody again.
public final class StoredProfile {

  private static final Comparator<ProfileRow> ORDER =
      Comparator.comparing(ProfileRow::detector)
          .thenComparing(ProfileRow::facet)
          .thenComparing(ProfileRow::type)
          .thenComparing(ProfileRow::key);

  private final int size;
  private final int owners;
  private final double usual;
  private final double[] agreement;
  private final List<ProfileRow> rows;
  private final Bounds bounds;
  private final Map<AccountView.Thing, int[]> places = new HashMap<>();

  /// @param size accounts of the cluster
  /// @param owners independent owners in all
  /// @param usual the share, 0..1, that half of the cluster has in what it is after
  /// @param agreement by facet, the part of the cluster, 0..1, that is of one mind in it
  /// @param rows in any order
  /// @param bounds of the run
  public StoredProfile(
      int size,
      int owners,
      double usual,
      double[] agreement,
      List<ProfileRow> rows,
      Bounds bounds) {
    if (agreement.length != Facet.values().length) {
      throw new IllegalArgumentException(
          "agreement must be by facet, were " + agreement.length + " values");
    }
    this.size = size;
    this.owners = owners;
    this.usual = usual;
    this.bounds = bounds;
    this.agreement = agreement.clone();
    this.rows = rows.stream().sorted(ORDER).toList();
    for (int i = 0; i < this.rows.size(); i++) {
      int place = i;
      ProfileRow row = this.rows.get(i);
      places.merge(
          new AccountView.Thing(row.type(), row.key()),
          new int[] {place},
          (known, more) -> {
            int[] both = Arrays.copyOf(known, known.length + 1);
            both[known.length] = place;
            return both;
          });
    }
  }

  /// Accounts of the cluster.
  public int size() {
    return size;
  }

  /// Independent owners in all.
  public int owners() {
    return owners;
  }

  /// The share, 0..1, that half of its accounts have in what it is after.
  public double usual() {
    return usual;
  }

  /// The part of the cluster, 0..1, that is of one mind in a facet.
  public double agreement(Facet facet) {
    return agreement[facet.index()];
  }

  double[] agreement() {
    return agreement.clone();
  }

  /// What sharing could be worth at most.
  public Bounds bounds() {
    return bounds;
  }

  /// What the cluster showed, in a fixed order.
  public List<ProfileRow> rows() {
    return rows;
  }

  /// For each row the bits by which a member is likelier to show the thing than an outsider.
  public double[] worth() {
    return RowWorth.of(this);
  }

  /// Places of the rows about a thing; none where the cluster did not show it.
  int[] places(AccountView.Thing thing) {
    return places.getOrDefault(thing, new int[0]);
  }

  /// As bytes, from which {@link #fromBytes} makes an equal one.
  public byte[] toBytes() {
    return StoredProfileCodec.write(this);
  }

  /// Whether bytes were written by this version.
  public static boolean isReadable(byte[] bytes) {
    return StoredProfileCodec.isReadable(bytes);
  }

  /// What {@link #toBytes} wrote.
  ///
  /// @throws IllegalArgumentException if the bytes are none of {@link #toBytes}
  public static StoredProfile fromBytes(byte[] bytes) {
    return StoredProfileCodec.read(bytes);
  }
}
