package io.iolaus.core.layout;

import io.iolaus.core.layout.ForceLayout.Positions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/// Where nodes lay in an earlier picture, by name. Never changes; may be shared by threads.
///
/// Names are kept as digests of 64 bits: some 20 bytes a node, whatever its name.
public final class KnownPlaces {

  /// No earlier picture.
  public static final KnownPlaces NONE = of(List.of(), new Positions(new double[0], new double[0]));

  private static final int MAGIC = 0x49504C31;

  /// Ascending.
  private final long[] names;

  /// The node of each name.
  private final int[] nodes;

  private final float[] x;
  private final float[] y;

  private KnownPlaces(long[] names, int[] nodes, float[] x, float[] y) {
    this.names = names;
    this.nodes = nodes;
    this.x = x;
    this.y = y;
  }

  /// Remembers a picture.
  ///
  /// @param names what each node is known as; where two nodes have one name the first counts
  public static KnownPlaces of(List<List<String>> names, Positions at) {
    Map<Long, Integer> nodeOf = HashMap.newHashMap(names.size());
    float[] x = new float[names.size()];
    float[] y = new float[names.size()];
    for (int node = 0; node < names.size(); node++) {
      for (String name : names.get(node)) {
        nodeOf.putIfAbsent(digest(name), node);
      }
      x[node] = (float) at.x()[node];
      y[node] = (float) at.y()[node];
    }
    long[] sorted = nodeOf.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    int[] nodes = Arrays.stream(sorted).mapToInt(name -> nodeOf.getOrDefault(name, 0)).toArray();
    return new KnownPlaces(sorted, nodes, x, y);
  }

  /// How many nodes there are.
  public int size() {
    return x.length;
  }

  /// The node of that name, for [#x] and [#y].
  OptionalInt find(String name) {
    int at = Arrays.binarySearch(names, digest(name));
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(nodes[at]);
  }

  /// -1000..1000, in steps of a tenth as pictures have them.
  double x(int node) {
    return Math.round(x[node] * 10.0) / 10.0;
  }

  /// As [#x].
  double y(int node) {
    return Math.round(y[node] * 10.0) / 10.0;
  }

  /// For a file; [#read] reads it.
  public byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(12 + 12 * names.length + 8 * x.length + 8);
    out.putInt(MAGIC).putInt(names.length).putInt(x.length);
    for (int i = 0; i < names.length; i++) {
      out.putLong(names[i]).putInt(nodes[i]);
    }
    for (int node = 0; node < x.length; node++) {
      out.putFloat(x[node]).putFloat(y[node]);
    }
    CRC32 crc = new CRC32();
    crc.update(out.array(), 0, out.position());
    return out.putLong(crc.getValue()).array();
  }

  /// Empty where the bytes are not those of [#bytes], as after a crash.
  public static Optional<KnownPlaces> read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < 20 || in.getInt() != MAGIC) {
      return Optional.empty();
    }
    long[] names = new long[Math.clamp(in.getInt(), 0, bytes.length)];
    int size = Math.clamp(in.getInt(), 0, bytes.length);
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length - 8);
    if (bytes.length != 20 + 12L * names.length + 8L * size
        || in.getLong(bytes.length - 8) != crc.getValue()) {
      return Optional.empty();
    }
    int[] nodes = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = in.getLong();
      nodes[i] = in.getInt();
    }
    float[] x = new float[size];
    float[] y = new float[size];
    for (int node = 0; node < size; node++) {
      x[node] = in.getFloat();
      y[node] = in.getFloat();
    }
    return Optional.of(new KnownPlaces(names, nodes, x, y));
  }

  /// FNV-1a, with the bits mixed once more (the finalizer of SplitMix64).
  private static long digest(String name) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
