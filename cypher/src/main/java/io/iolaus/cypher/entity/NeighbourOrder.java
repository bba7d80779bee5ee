package io.iolaus.cypher.entity;

import io.iolaus.cypher.entity.Entity.NeighbourCount;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that stands next to an entity, the heaviest first, as it was read at one moment:
/// about forty bytes for each neighbour, so that hubs can be kept. Equals stand in the order of
/// their ids. May be shared by threads.
public final class NeighbourOrder {

  /// One neighbour by what puts it in its place.
  ///
  /// @param edge element id
  record Entry(EntityType type, String id, Relation relation, double weight, String edge) {

    static final Comparator<Entry> HEAVIEST_FIRST =
        Comparator.comparingDouble(Entry::weight).reversed().thenComparing(Entry::key);

    /// Its place among equals, and the cursor's.
    String key() {
      return id + "/" + relation.name();
    }
  }

  private static final Relation[] RELATIONS = Relation.values();
  private static final EntityType[] TYPES = EntityType.values();

  /// Of what has no neighbours.
  public static final NeighbourOrder NONE = new NeighbourOrder(List.of());

  private final List<NeighbourCount> counts;
  private final byte[] relations;
  private final byte[] types;
  private final double[] weights;
  private final byte[] ids;
  private final int[] ends;
  private final long[] edges;
  private final String edgePrefix;

  private NeighbourOrder(List<Entry> sorted) {
    int size = sorted.size();
    Map<List<Object>, Long> by = new LinkedHashMap<>();
    relations = new byte[size];
    types = new byte[size];
    weights = new double[size];
    ends = new int[size];
    edges = new long[size];
    edgePrefix = size == 0 ? "" : prefix(sorted.getFirst().edge());
    List<byte[]> texts = new ArrayList<>(size);
    int length = 0;
    for (int i = 0; i < size; i++) {
      Entry entry = sorted.get(i);
      by.merge(List.of(entry.relation(), entry.type()), 1L, Long::sum);
      relations[i] = (byte) entry.relation().ordinal();
      types[i] = (byte) entry.type().ordinal();
      weights[i] = entry.weight();
      byte[] text = entry.id().getBytes(StandardCharsets.UTF_8);
      texts.add(text);
      length += text.length;
      ends[i] = length;
      // An element id ends in a number; what stands before it is the same for all edges.
      edges[i] = Long.parseLong(entry.edge(), edgePrefix.length(), entry.edge().length(), 10);
    }
    ids = new byte[length];
    for (int i = 0; i < size; i++) {
      System.arraycopy(texts.get(i), 0, ids, start(i), texts.get(i).length);
    }
    counts =
        by.entrySet().stream()
            .map(e ->
                new NeighbourCount(
                    (Relation) e.getKey().get(0), (EntityType) e.getKey().get(1), e.getValue()))
            .sorted(
                Comparator.comparing(NeighbourCount::relation).thenComparing(NeighbourCount::type))
            .toList();
  }

  static NeighbourOrder of(List<Entry> entries) {
    return new NeighbourOrder(entries.stream().sorted(Entry.HEAVIEST_FIRST).toList());
  }

  private static String prefix(String elementId) {
    return elementId.substring(0, elementId.lastIndexOf(':') + 1);
  }

  /// How many there are.
  public int size() {
    return weights.length;
  }

  /// About how much memory it takes.
  public int bytes() {
    return 200 + ids.length + size() * (2 + Double.BYTES + Integer.BYTES + Long.BYTES);
  }

  /// How many there are by relation and type.
  public List<NeighbourCount> counts() {
    return counts;
  }

  /// One page of those that the query wants; it is about the entity that this order is of.
  Page<Entry> page(NeighbourQuery query) {
    List<Entry> read = new ArrayList<>();
    PageKey after = query.after();
    int from = after == null ? 0 : firstAfter(after);
    long total = 0;
    for (int i = 0; i < size(); i++) {
      if (query.wants(RELATIONS[relations[i]], TYPES[types[i]], weights[i])) {
        total++;
        if (i >= from && read.size() <= query.limit()) {
          read.add(entry(i));
        }
      }
    }
    return Page.of(read, query.limit(), total, e -> new PageKey(e.weight(), e.key()));
  }

  private int firstAfter(PageKey after) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isAfter(middle, after)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private boolean isAfter(int i, PageKey after) {
    double weight = (Double) after.value();
    return weights[i] < weight
        || (weights[i] == weight && entry(i).key().compareTo(after.id()) > 0);
  }

  private int start(int i) {
    return i == 0 ? 0 : ends[i - 1];
  }

  private Entry entry(int i) {
    return new Entry(
        TYPES[types[i]],
        new String(ids, start(i), ends[i] - start(i), StandardCharsets.UTF_8),
        RELATIONS[relations[i]],
        weights[i],
        edgePrefix + edges[i]);
  }
}
